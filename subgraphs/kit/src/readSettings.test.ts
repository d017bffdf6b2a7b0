import { readDatabaseUrl, readRunSettings, readSyncSettings } from './readSettings.ts';

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
  expect(readRunSettings(env)).toMatchObject({ port: 4101, hubKey: key, host: '127.0.0.1' });
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
])('where %s is not set, that is what is said', (name) => {
  const without = { ...env, [name]: undefined };
  expect(() => [readRunSettings(without), readSyncSettings(without), readDatabaseUrl(without)]).toThrow(name);
});

test.each([
  ['ACCORD_PORT', 'http'],
  ['ACCORD_HUB_KEY', 'geheim'],
  ['ACCORD_HUB_KEY', '{"kty":"RSA"}'],
  ['ACCORD_LINKAGE_SECRET', 'c2hvcnQ'],
])('%s as "%s" is refused by name', (name, value) => {
  expect(() => readRunSettings({ ...env, [name]: value })).toThrow(name);
});
