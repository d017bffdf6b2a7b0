// A hub in a process of its own: forked by a test, told { databaseUrl, keys, deadlineMs }, it tells { url } and then serves.
// The bearer token is "user.ROLE.agency". When each answer was sent is kept, and told when asked for ("sent").
import { auVic } from '@accord/consent/auVic';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import { readOperations } from '@accord/server/http/readOperations';
import { createHub } from '@accord/server/hub';
import { readKeys } from '@accord/server/keys';
import { usualLimits } from '@accord/server/limits/Limits';
import { openStore } from '@accord/server/store/Store';
import { pino } from 'pino';

const sent = [];

process.on('message', async (message) => {
  if (message === 'sent') process.send({ sent });
  else process.send({ url: await serve(message) });
});

async function serve({ databaseUrl, keys, deadlineMs }) {
  const hub = await createHub({
    store: openStore(databaseUrl),
    keys: await readKeys(keys),
    profile: auVic,
    verifyToken: async (authorization) => {
      const [user, role, agency] = authorization.replace(/^Bearer /, '').split('.');
      return { user, name: user, role, agency, volunteer: false, self: null };
    },
    transport: httpTransport({ connectionsPerAgency: 8, maxAnswerBytes: 1_000_000 }),
    clock: () => new Date(),
    log: pino({ level: 'error' }, pino.destination(2)),
    deadlineMs,
    limits: { ...usualLimits, ratePerMinute: 10_000_000, addressRatePerMinute: 10_000_000 },
    trustedProxies: [],
    development: false,
    operations: readOperations(),
    checkpoints: { everySeconds: 1, everyEntries: 500 },
  });
  hub.http.addHook('onSend', async (request, reply) => {
    const { raw } = reply;
    const end = raw.end.bind(raw);
    raw.end = (...parts) => {
      const began = Number(process.hrtime.bigint());
      const result = end(...parts);
      sent.push([request.headers['x-test-id'], began, Number(process.hrtime.bigint())]);
      return result;
    };
  });
  return hub.http.listen({ host: '127.0.0.1', port: 0 });
}
