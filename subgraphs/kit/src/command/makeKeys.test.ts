import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSeal, seal, signingKey } from '@accord/contract/permit';
import { makeKeys } from './makeKeys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what the private key seals, the public key that is handed over opens', async () => {
  const [settings, handedOver] = [join(folder, '.env'), join(folder, 'agency-key.json')];
  await writeFile(settings, 'ACCORD_PORT=4105');
  await makeKeys(settings, handedOver);
  const [first, second] = (await readFile(settings, 'utf8')).split('\n');
  expect(first).toBe('ACCORD_PORT=4105');
  const key = await signingKey(JSON.parse(/'(.*)'/.exec(second ?? '')?.[1] ?? ''));
  const now = new Date('2026-11-22T10:00:00Z');
  const sealed = await seal({ agency: 'rosella', body: '{}', key, now: now.getTime() / 1000 });
  const opened = await signingKey(JSON.parse(await readFile(handedOver, 'utf8')));
  await expect(readSeal(sealed, { agency: 'rosella', body: '{}', key: opened, now })).resolves.toBeUndefined();
  expect(await readFile(handedOver, 'utf8')).not.toContain('"d"');
});

test('the settings are for their owner alone', async () => {
  await makeKeys(join(folder, '.env'), join(folder, 'agency-key.json'));
  expect((await stat(join(folder, '.env'))).mode & 0o777).toBe(0o600);
});

test('a key that is there is never replaced', async () => {
  const settings = join(folder, '.env');
  await makeKeys(settings, join(folder, 'agency-key.json'));
  const before = await readFile(settings, 'utf8');
  await expect(makeKeys(settings, join(folder, 'another.json'))).rejects.toThrow(/already has ACCORD_AGENCY_KEY/);
  await expect(makeKeys(join(folder, 'new.env'), join(folder, 'agency-key.json'))).rejects.toThrow(/already exists/);
  expect(await readFile(settings, 'utf8')).toBe(before);
});
