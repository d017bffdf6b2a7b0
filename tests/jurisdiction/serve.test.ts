import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKeys } from '@accord/server/keys';
import { openStore } from '@accord/server/store/Store';
import { freePort } from '../lib/freePort.ts';
import { openIssuer } from '../lib/openIssuer.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// `accord serve` as the operators of a hub start it; ACCORD_PROFILE names the law it serves.

const program = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const saltmarsh = fileURLToPath(new URL('saltmarsh.yaml', import.meta.url));
let server: TestServer;
let issuer: Awaited<ReturnType<typeof openIssuer>>;

beforeAll(async () => {
  server = await testServer();
  issuer = await openIssuer();
  // As for a hub that has served before: if agencies take part, it does not make keys.
  await writeFile(join(server.folder, 'hub-keys.json'), JSON.stringify(await createKeys()));
});
afterAll(async () => {
  await issuer.close();
  await server.stop();
});

type Serving = Readonly<{ url: string | null; code: number | null; said: string; stop: () => Promise<void> }>;

type VocabularyAnswer = Readonly<{ data: Readonly<{ vocabulary: Readonly<{ categories: readonly unknown[] }> }> }>;

/** Starts a hub, and waits until it listens or gives up. */
async function serve(profile: string, settings: Readonly<Record<string, string>>): Promise<Serving> {
  const env = {
    ...{ PATH: process.env.PATH, ACCORD_PROFILE: profile, ACCORD_PORT: String(await freePort()) },
    ...{ ...issuer.settings, ACCORD_HOME: server.folder },
    ...settings,
  };
  const hub = spawn(process.execPath, [program, 'serve'], { env, cwd: server.folder });
  let said = '';
  const ended = new Promise<number | null>((resolve) => hub.once('close', resolve));
  const url = await new Promise<string | null>((resolve) => {
    const hear = (words: Buffer): void => {
      said += words;
      const found = /Accord listens on (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    };
    hub.stdout.on('data', hear);
    hub.stderr.on('data', hear);
    hub.once('close', () => resolve(null));
  });
  const stop = async (): Promise<void> => {
    hub.kill('SIGTERM');
    await ended;
  };
  return { url, code: url === null ? await ended : null, said, stop };
}

/** The address of a database in which Harbour is a partner. */
async function databaseOfPartners(): Promise<string> {
  const url = await server.freshDatabase();
  const store = openStore(url);
  await store.agencies.upsert({
    ...{ id: 'harbour', name: 'Harbour', kind: 'TEST', entity: [], url: 'http://127.0.0.1:9', publicKey: null },
    ...{ contractVersion: '1.0', modules: [], state: 'ACTIVE', joinedAt: new Date() },
  });
  await store.close();
  return url;
}

test('a hub serves the words of the profile it was given', async () => {
  const hub = await serve(saltmarsh, { DATABASE_URL: await databaseOfPartners() });
  try {
    const mara = { user: 'mara', name: 'Mara', role: 'PRACTITIONER', agency: 'harbour' } as const;
    const answer = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.tokenOf(mara)}`,
        'x-accord-purpose': 'SERVICE_COORDINATION',
      },
      body: JSON.stringify({ query: '{ vocabulary { categories { code label } } }' }),
    });
    expect(((await answer.json()) as VocabularyAnswer).data.vocabulary.categories).toContainEqual({
      code: 'LAND',
      label: 'Land, boats and the right to live there',
    });
  } finally {
    await hub.stop();
  }
});

const text = readFileSync(saltmarsh, 'utf8');
const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
const home = 'nothing-is-made-here';

test.each([
  [
    'contradicts itself',
    ['entity: WARDEN', 'entity: BAILIFF'],
    `${lineOf('entity: WARDEN')}:29: "BAILIFF" is no entity of this profile.`,
  ],
  [
    'lacks a kind of information that the contract labels with',
    ['  - { code: LEGAL, label: Courts }\n', ''],
    `${lineOf('  - { code: IDENTITY')}:3: lacks the category LEGAL, which`,
  ],
  [
    'lacks a purpose that a role may claim',
    ['  - FV_PROTECTION\n', ''],
    `${lineOf('  - { code: SERVICE_COORDINATION')}:3: lacks the purpose FV_PROTECTION, which a PRACTITIONER may claim.`,
  ],
  [
    'calls a purpose nothing',
    ['label: To look after somebody together (ALL)', 'label: ""'],
    `${lineOf('  - { code: SERVICE_COORDINATION')}:42: should be text, and not empty.`,
  ],
  ['cannot be read as YAML', ['purposes:\n', 'purposes: [\n'], `${lineOf('clientAccess')}:`],
] as const)('a hub does not start on a profile that %s, and says where', async (_fault, [part, other], place) => {
  const file = join(server.folder, 'own.yaml');
  expect(text).toContain(part);
  await writeFile(file, text.replace(part, other));
  const { code, said, stop } = await serve(file, { ACCORD_HOME: join(server.folder, home) });
  await stop();
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`${file}:${place}`) });
  // Neither a key nor a database is made before the law is known.
  expect(existsSync(join(server.folder, home))).toBe(false);
});
