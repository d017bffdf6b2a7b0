// A hub in a process of its own. A test forks it and sends { databaseUrl, keys, deadlineMs, port, isReached }; it replies with
// { url } and then serves. The bearer token is "user.ROLE.agency". It records when each answer was sent and reports that on
// request ("sent").
import { auVic } from '@accord/consent/auVic';
import { openTransport } from '@accord/server/exchange/connected/openTransport';
import { readOperations } from '@accord/server/http/readOperations';
import { createHub } from '@accord/server/hub';
import { readKeys } from '@accord/server/keys';
import { usualLimits } from '@accord/server/limits/Limits';
import { openStore } from '@accord/server/store/Store';
import { pino } from 'pino';
import { executorUnderTest } from './executorUnderTest.mjs';

const sent = [];

process.on('message', async (message) => {
  if (message === 'sent') process.send({ sent });
  else process.send({ url: await serve(message) });
});

async function serve({ databaseUrl, keys: kept, deadlineMs, port = 0, isReached = false }) {
  const store = openStore(databaseUrl);
  const keys = await readKeys(kept);
  const log = pino({ level: 'error' }, pino.destination(2));
  const clock = () => new Date();
  const replicaUrl = isReached ? `http://127.0.0.1:${port}` : null;
  const hub = await createHub({
    store,
    keys,
    profile: auVic,
    verifyToken: async (authorization) => {
      const [user, role, agency] = authorization.replace(/^Bearer /, '').split('.');
      return { user, name: user, role, agency, volunteer: false, self: null };
    },
    ...openTransport({ store, keys, log, clock, replicaUrl, connectionsPerAgency: 8, maxAnswerBytes: 1_000_000 }),
    clock,
    log,
    deadlineMs,
    // A machine under load answers late (`patience.ts`), which no test with a hub in a process of its own is about.
    limits: { ...usualLimits, ratePerMinute: 10_000_000, addressRatePerMinute: 10_000_000, answerMs: 60_000 },
    trustedProxies: [],
    development: false,
    operations: readOperations(),
    executor: executorUnderTest,
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
  return hub.http.listen({ host: '127.0.0.1', port });
}
