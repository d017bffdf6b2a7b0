// The hub of `hub.mjs`, as `accord serve` runs it: real tokens, consent, permits and ledger, with the executor that is chosen.
import { auVic } from '@accord/consent/auVic';
import { usualLimits } from '@accord/server/limits/Limits';
import { serveHub } from '@accord/server/serveHub';
import { pino } from 'pino';

const { databaseUrl, keys, oidc, executor } = JSON.parse(process.env.ACCORD_HUB);
const many = 1_000_000_000;
const { url } = await serveHub(
  {
    ...{ databaseUrl, host: '127.0.0.1', port: 0, keys, oidc, profile: auVic, deadlineMs: 60_000, trustedProxies: [] },
    // Nothing times out on a busy machine. And no rate limit is hit: a few workers send all the requests, from one address.
    limits: { ...usualLimits, ratePerMinute: many, addressRatePerMinute: many, cost: many, answerMs: 120_000 },
    ...{ executor, development: false },
  },
  pino({ level: 'error' }, pino.destination(2)),
);
process.send({ url });
process.once('disconnect', () => process.exit(0));
