import { usualDatabaseLimits } from '../database/adapterOptions.ts';
import { usualAgencyLimits } from './AgencyLimits.ts';
import {
  readConnectSettings,
  readDatabaseLimits,
  readDatabaseUrl,
  readRunSettings,
  readSyncSettings,
} from './readSettings.ts';

const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: 'hub-1' };
const env = {
  ACCORD_PORT: '4101',
  ACCORD_HUB_KEY: JSON.stringify(key),
  ACCORD_HUB_URL: 'http://127.0.0.1:4000',
  ACCORD_AGENCY_KEY: JSON.stringify({ ...key, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' }),
  ACCORD_LINKAGE_SECRET: Buffer.alloc(32, 7).toString('base64url'),
  DATABASE_URL: 'postgresql://reader@127.0.0.1/harbour',
};

test('settings are read from the environment', () => {
  expect(readRunSettings(env)).toMatchObject({ port: 4101, hubKey: [key], host: '127.0.0.1' });
  expect(readSyncSettings(env).hubUrl).toBe('http://127.0.0.1:4000');
  expect(readDatabaseUrl(env)).toBe(env.DATABASE_URL);
});

test.each([
  'ACCORD_PORT',
  'ACCORD_HUB_KEY',
  'ACCORD_LINKAGE_SECRET',
  'ACCORD_HUB_URL',
  'ACCORD_AGENCY_KEY',
  'DATABASE_URL',
])('a missing %s is reported by name', (name) => {
  const without = { ...env, [name]: undefined };
  expect(() => [readRunSettings(without), readSyncSettings(without), readDatabaseUrl(without)]).toThrow(name);
});

test.each([
  ['ACCORD_PORT', 'http'],
  ['ACCORD_HUB_KEY', 'geheim'],
  ['ACCORD_HUB_KEY', '{"kty":"RSA"}'],
  ['ACCORD_HUB_KEY', '{"keys":[]}'],
  ['ACCORD_HUB_KEY', `{"keys":[${JSON.stringify(key)},{"kty":"RSA"}]}`],
  ['ACCORD_LINKAGE_SECRET', 'c2hvcnQ'],
])('%s as "%s" is refused by name', (name, value) => {
  expect(() => readRunSettings({ ...env, [name]: value })).toThrow(name);
});

test('while the hub’s key is replaced, both keys can be set', () => {
  const keys = [key, { ...key, x: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A', kid: 'hub-2' }];
  const both = { ...env, ACCORD_HUB_KEY: JSON.stringify({ keys }) };
  expect(readRunSettings(both).hubKey).toEqual(keys);
  expect(readConnectSettings(both).hubKey).toEqual(keys);
});

test('an agency without settings of its own has the default limits, no policy and no log of requests', () => {
  expect(readRunSettings(env)).toMatchObject({ policyPath: null, requestLog: null, limits: usualAgencyLimits });
  expect(readDatabaseLimits(env)).toEqual(usualDatabaseLimits);
});

test('limits, policy and the log of requests can be set', () => {
  const own = { ACCORD_POLICY: 'policy.yaml', ACCORD_REQUEST_LOG: 'requests', ACCORD_REQUEST_LOG_DAYS: '30' };
  const limits = { ACCORD_REQUESTS_AT_ONCE: '2', ACCORD_ANSWER_MS: '900' };
  expect(readRunSettings({ ...env, ...own, ...limits })).toMatchObject({
    ...{ policyPath: 'policy.yaml', requestLog: { folder: 'requests', daysKept: 30 } },
    limits: { ...usualAgencyLimits, requestsAtOnce: 2, answerMs: 900 },
  });
  expect(readDatabaseLimits({ ACCORD_STATEMENT_MS: '500', ACCORD_DATABASE_CONNECTIONS: '3' })).toEqual({
    ...{ statementMs: 500, connections: 3 },
  });
});

test.each(['0', '-1', 'many', '1e3', ''])('a limit of "%s" is refused by name', (value) => {
  expect(() => readRunSettings({ ...env, ACCORD_REQUESTS_PER_MINUTE: value })).toThrow('ACCORD_REQUESTS_PER_MINUTE');
});

test('an agency that dials takes several hub addresses, and needs no port', () => {
  const { ACCORD_PORT: _, ...dialling } = env;
  const hubUrls = ['https://a.example.org', 'wss://b.example.org'];
  expect(readConnectSettings({ ...dialling, ACCORD_HUB_URL: hubUrls.join(', ') })).toMatchObject({ hubUrls });
  expect(readConnectSettings({ ...dialling, ACCORD_HUB_URL: 'ws://localhost:4000' }).hubUrls).toHaveLength(1);
});

test.each(['http://hub.example.org', 'ws://10.0.0.7:4000', 'http://127.0.0.1.example.org'])(
  'an agency does not dial %s: without TLS only an address on its own machine is allowed',
  (url) => {
    expect(() => readConnectSettings({ ...env, ACCORD_HUB_URL: `https://a.example.org,${url}` })).toThrow(
      /without TLS/,
    );
  },
);

test('an agency does not dial with the public half of its key', () => {
  expect(() => readConnectSettings({ ...env, ACCORD_AGENCY_KEY: env.ACCORD_HUB_KEY })).toThrow(/public half/);
});
