import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKeys, type KeptKeys, readKeys, withNext, withNextInPlace } from '@accord/server/keys';
import { makeCheckpoint } from '@accord/server/ledger/makeCheckpoint';
import { type TestPostgres, temporaryFolder, testPostgres } from '@accord/server/postgres/testPostgres';
import { noon, someConsent, someInquiry, someTold, type TestStore, testStore } from '@accord/server/store/testStore';
import { readHubSettings } from './readHubSettings.ts';

// The program itself, as the people who run a hub start it.

const program = fileURLToPath(new URL('../../bin/accord.js', import.meta.url));
const provider = { ACCORD_OIDC_ISSUER: 'http://127.0.0.1:9/', ACCORD_OIDC_AUDIENCE: 'hub' };
let postgres: TestPostgres;
let t: TestStore;
let folder: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  postgres = await testPostgres();
});
beforeEach(async () => {
  folder = await temporaryFolder();
  t = await testStore(postgres);
});
afterEach(async () => {
  for (const hub of running.splice(0)) hub.kill('SIGKILL');
  await t.close();
  await rm(folder, { recursive: true });
});
afterAll(() => postgres?.stop());

type Serving = Readonly<{ code: number | null; said: string; stop: () => Promise<number | null> }>;
type Settings = Readonly<Record<string, string>>;

const ownFolder = (): Settings => ({ PATH: process.env.PATH ?? '', ACCORD_HOME: join(folder, 'home') });

/** Starts a hub, and waits until it listens (`code` is then null) or ends. */
async function serve(settings: Settings): Promise<Serving> {
  const env = { ...ownFolder(), ...provider, ACCORD_PORT: String(await freePort()), ...settings };
  const hub = spawn(process.execPath, [program, 'serve'], { env, cwd: folder });
  running.push(hub);
  let said = '';
  const ended = new Promise<number | null>((resolve) => hub.once('close', resolve));
  const code = await new Promise<number | null>((resolve) => {
    for (const stream of [hub.stdout, hub.stderr])
      stream.on('data', (words: Buffer) => {
        said += words;
        if (said.includes('Accord listens on')) resolve(null);
      });
    ended.then(resolve);
  });
  return {
    code,
    get said() {
      return said;
    },
    stop: () => {
      hub.kill('SIGTERM');
      return ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const at = probe.address();
      probe.close(() => resolve(typeof at === 'object' && at !== null ? at.port : 0));
    });
  });
}

async function keysFile(name: string, keys: object): Promise<string> {
  await writeFile(join(folder, name), JSON.stringify(keys));
  return join(folder, name);
}

/** Adds a disclosure to the ledger, and a checkpoint of it signed with these keys. */
async function toldUnder(kept: KeptKeys): Promise<void> {
  await t.store.consents.record(someConsent('c-ada', 'ada'));
  await t.store.ledger.append({ inquiry: someInquiry('r'), told: [someTold('ada')], epochs: new Map([['ada', 1]]) });
  await makeCheckpoint({ ledger: t.store.ledger, keys: await readKeys(kept), clock: () => noon });
}

const someAgency = () =>
  t.store.agencies.upsert({
    ...{ id: 'harbour', name: 'Harbour', kind: 'TEST', entity: [], url: 'http://127.0.0.1:9', publicKey: null },
    ...{ contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: noon },
  });

test("a hub with another hub's keys does not start", async () => {
  const [own, other] = [await createKeys(), await createKeys()];
  await toldUnder(own);
  const refused = await serve({ DATABASE_URL: t.url, ACCORD_KEYS_FILE: await keysFile('other.json', other) });
  expect(refused.code).toBe(1);
  expect(refused.said).toContain(
    `These keys do not belong to this database: its newest checkpoint, of ${noon.toISOString()}, is signed with the key "${own.permit.kid}", but these are "${other.permit.kid}". Set ACCORD_KEYS_FILE`,
  );
});

test('a second hub with other keys does not start over a database that a first one has served, before anything is signed either', async () => {
  const [own, other] = [await createKeys(), await createKeys()];
  const startedWith = async (name: string, keys: KeptKeys) => {
    const hub = await serve({ DATABASE_URL: t.url, ACCORD_KEYS_FILE: await keysFile(name, keys) });
    if (hub.code === null) await hub.stop();
    return hub;
  };
  const together = await Promise.all([startedWith('own.json', own), startedWith('other.json', other)]);
  const [lost] = together.filter(({ code }) => code === 1);
  const [kept, refused] = together[0]?.code === null ? [own, other] : [other, own];
  expect([together.map(({ code }) => code).sort(), lost?.said]).toEqual([
    [1, null],
    expect.stringContaining(
      `These keys do not belong to this database: a hub has served over it with the key "${kept.permit.kid}", but these are "${refused.permit.kid}". Set ACCORD_KEYS_FILE`,
    ),
  ]);
  expect((await startedWith('own.json', kept)).code).toBe(null);
  // Replaced before the first checkpoint.
  expect((await startedWith('own.json', withNextInPlace(await withNext(kept)))).code).toBe(null);
});

test('the key that signs is replaced in two steps, between which agencies can get to know both; with the old key among the former ones the hub starts', async () => {
  const [port, keys] = [String(await freePort()), await createKeys()];
  const file = join(folder, 'home', 'hub-keys.json');
  const told = async () => {
    const hub = await serve({ DATABASE_URL: t.url, ACCORD_PORT: port });
    expect(hub.code).toBe(null);
    const answered = await fetch(`http://127.0.0.1:${port}/.well-known/jwks.json`);
    const published: readonly { kid: string; d?: string }[] = JSON.parse(await answered.text()).keys;
    expect(hub.said).toContain(`"keysFile":"${file}","msg":"everybody on this machine can read this keys file`);
    expect(await hub.stop()).toBe(0);
    return published.map(({ kid, d }) => d ?? kid);
  };
  await mkdir(join(folder, 'home'));
  await writeFile(file, JSON.stringify(keys), { mode: 0o604 });
  await toldUnder(keys);
  expect(await accord('key', 'replace')).toBe(`There is no next key in ${file}. Make one with "accord key prepare".`);
  expect(await accord('key', 'prepare')).toContain(` is in ${file}. Copy the file to every replica`);
  const next = JSON.parse(await readFile(file, 'utf8')).next.kid;
  expect(await told()).toEqual([keys.permit.kid, next]);
  expect(await accord('key', 'prepare')).toContain(`The next key "${next}" is already in ${file}.`);
  expect(await accord('key', 'replace')).toContain(`"${next}" signs instead of "${keys.permit.kid}"`);
  expect(await told()).toEqual([next]);
  expect(JSON.parse(await readFile(file, 'utf8')).former).toMatchObject([{ kid: keys.permit.kid }]);
  expect((await stat(file)).mode & 0o777).toBe(0o604);
});

test('a hub says over which database it serves and with which keys, which settings are none, and that its provider does not answer; keys are made where no hub has served over the database, and nowhere else', async () => {
  const file = join(folder, 'home', 'hub-keys.json');
  const hub = await serve({ DATABASE_URL: t.url, ACCORD_RATE_PER_MINUT: '3', ACCORD_HUB_KEY: '{}' });
  expect(hub.code).toBe(null);
  expect(hub.said).toContain(`"keysFile":"${file}","msg":"created this keys file: copy it to every other replica`);
  while (!hub.said.includes('the identity provider cannot be reached')) await new Promise((go) => setTimeout(go, 50));
  await hub.stop();
  const { host, pathname, password } = new URL(t.url);
  expect(hub.said).toContain(`"database":"${host}${pathname}","keysFile":"${file}","msg":"starting the hub"`);
  expect(hub.said).not.toContain(password === '' ? 'never said' : password);
  expect(hub.said.match(/"setting":"\w+"/g)).toEqual(['"setting":"ACCORD_RATE_PER_MINUT"']);
  await expect(readKeys(JSON.parse(await readFile(file, 'utf8')))).resolves.toBeDefined();
  await rm(file);
  // Its key is on file, and no agency yet.
  await expect(readHubSettings({ ...provider, DATABASE_URL: t.url, ACCORD_KEYS_FILE: file })).rejects.toThrow(
    `There is no keys file at ${file}, but a hub`,
  );
  await t.sql('DELETE FROM first_key');
  await someAgency();
  const { code, said } = await serve({ DATABASE_URL: t.url });
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringContaining(`There is no keys file at ${file}, but a hub`),
  });
  expect(existsSync(file)).toBe(false);
});

test('where the keys cannot be kept, that is said', async () => {
  const file = join(folder, 'keys.json');
  await symlink(join(folder, 'nowhere', 'keys.json'), file);
  const starting = readHubSettings({ ...provider, DATABASE_URL: t.url, ACCORD_KEYS_FILE: file });
  await expect(starting).rejects.toThrow(`${file} already exists. `);
});

test('a keys file that holds no keys is said to be damaged, and the program ends', async () => {
  const file = await keysFile('keys.json', {});
  expect(await serve({ DATABASE_URL: t.url, ACCORD_KEYS_FILE: file })).toMatchObject({
    code: 1,
    said: `The keys file ${file} is damaged. Restore it from a backup; a new one would give every item a new id.\n`,
  });
});

test.each([
  [{ DATABASE_URL: '' }, 'DATABASE_URL is empty. Set it to the address of a PostgreSQL database, or unset it.'],
  [{ DATABASE_URL: 'nonsense' }, 'DATABASE_URL is not the address of a PostgreSQL database. Set it to one such as'],
  [{ DATABASE_URL: 'postgresql://accord:hush@db:99999/a' }, 'DATABASE_URL is not the address of a PostgreSQL database'],
  [{ ACCORD_KEYS_FILE: '' }, 'ACCORD_KEYS_FILE is empty.'],
  [{ ACCORD_HOST: '' }, 'ACCORD_HOST is empty.'],
  [{ ACCORD_OIDC_CLIENT_ID: '' }, 'ACCORD_OIDC_CLIENT_ID is empty.'],
  [{ ACCORD_OIDC_CLIENT_ID: 'dashboard', ACCORD_OIDC_SCOPE: '' }, 'ACCORD_OIDC_SCOPE is empty.'],
  [{ ACCORD_PROFILE: '' }, 'ACCORD_PROFILE is empty.'],
  [{ ACCORD_DECISION_RULES: '' }, 'ACCORD_DECISION_RULES is empty.'],
  [{ ACCORD_METRICS_HOST: '' }, 'ACCORD_METRICS_HOST is empty.'],
  [{ ACCORD_METRICS_HOST: '10.0.0.7' }, 'ACCORD_METRICS_HOST is set, but ACCORD_METRICS_PORT is not'],
  [{ ACCORD_METRICS_PORT: '4000' }, 'ACCORD_METRICS_PORT is 4000, the port of the hub itself.'],
  [{ ACCORD_OIDC_ISSUER: 'id.example.org' }, 'ACCORD_OIDC_ISSUER is "id.example.org". Set it to'],
])('a setting that nobody can have meant is refused: %j', async (amiss, sentence) => {
  const env = { ...ownFolder(), ...provider, ...amiss };
  await expect(readHubSettings(env)).rejects.toThrow(sentence);
  await expect(readHubSettings(env)).rejects.not.toThrow('hush');
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

test.each(['192.0.2.1', 'nowhere.invalid'])('where %s is no address of this machine, that is said', async (host) => {
  const { code, said } = await serve({ DATABASE_URL: t.url, ACCORD_HOST: host });
  expect({ code, said }).toEqual({
    code: 1,
    said: expect.stringMatching(`\\nACCORD_HOST is "${host}", which is not an address of this machine\\. .*\\n$`),
  });
});

test('what a hub counts is read at a port of its own, and at no other', async () => {
  const ports = { ACCORD_PORT: String(await freePort()), ACCORD_METRICS_PORT: String(await freePort()) };
  const [open, own] = Object.values(ports).map((port) => `http://127.0.0.1:${port}`);
  const hub = await serve({ DATABASE_URL: t.url, ...ports });
  expect(hub.code).toBe(null);
  const body = JSON.stringify({ query: '{ me { name } }' });
  await fetch(`${open}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const scraped = await fetch(`${own}/metrics`);
  expect(scraped.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await scraped.text()).toContain('\naccord_requests_total{operation="other",status="401"} 1\n');
  expect((await fetch(`${open}/metrics`)).status).toBe(404);
  expect((await fetch(`${own}/graphql`, { method: 'POST' })).status).toBe(404);
  const second = await serve({ DATABASE_URL: t.url, ACCORD_METRICS_PORT: ports.ACCORD_METRICS_PORT });
  expect({ code: second.code, said: second.said }).toEqual({
    code: 1,
    said: expect.stringContaining('or set ACCORD_METRICS_PORT to a free port.'),
  });
  expect(await hub.stop()).toBe(0);
});

test('a hub with a database of its own is found by the commands of the same folder, for as long as it runs', async () => {
  const hub = await serve({});
  expect(hub.code).toBe(null);
  expect(await accord('agency', 'list')).toBe('No agency takes part yet. Add one with "accord agency add".');
  expect(await hub.stop()).toBe(0);
  expect(await accord('agency', 'list')).toContain('No hub is running here.');
});

function accord(...words: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env: ownFolder(), cwd: folder }, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`.trim()),
    );
  });
}
