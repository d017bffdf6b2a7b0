import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testProgram } from '@accord/cli/testProgram';
import { contractVersion } from '@accord/contract/subgraphs';
import type { Mapping } from '@accord/kit/Mapping';
import { createAgency } from '@accord/kit/serve/createAgency';
import { askOverHttp } from '@accord/server/agencies/askOverHttp';
import { asServed } from '@accord/server/agencies/asServed';
import { inspectAgency } from '@accord/server/agencies/inspectAgency';
import { readAgencyKey } from '@accord/server/agencies/readAgencyKey';
import { lookAtNext, nothingLooked } from '@accord/server/agencies/watchAgencies';
import { httpTransport } from '@accord/server/exchange/httpTransport';
import { signPermitsWith } from '@accord/server/exchange/signPermit';
import { createKeys, readKeys, withNext } from '@accord/server/keys';
import type { Served } from '@accord/server/store/agencies';
import { openDatabase } from '@accord/server/store/Database';
import { openStore, type Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { legalModule, legalSdl, legalSdlNext } from '../lib/legalModule.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';
import { patienceMs } from '../lib/patience.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// `accord agency …` and `accord contract …`, as their users run them: on a real database, with real agencies over HTTP. Each
// command is run at least once in a process of its own.

const program = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const kept = testProgram();
let server: TestServer;
let url: string;
let store: Store;
const open: FastifyInstance[] = [];
const file = (name: string): string => join(server.folder, name);

beforeAll(async () => {
  server = await testServer();
  url = await server.freshDatabase();
  store = openStore(url);
  await writeFile(file('hub-keys.json'), JSON.stringify(hubKeys));
  await writeFile(file('agency.jwk'), JSON.stringify((await readKeys(hubKeys)).publicJwk));
  await writeFile(file('legal.graphql'), legalSdl);
  await writeFile(file('legal-2.graphql'), legalSdlNext);
  await writeFile(file('bad.graphql'), legalSdl.replace(' @category(is: "LEGAL")', '').replace('Boolean', 'Boolean!'));
});
afterAll(async () => {
  kept.stop();
  for (const agency of open) await agency.close();
  await store.close();
  await server.stop();
});

type Said = Readonly<{ code: unknown; said: string }>;

const around = () => ({
  ...{ ...process.env, NODE_OPTIONS: '', DATABASE_URL: url, ACCORD_KEYS_FILE: file('hub-keys.json') },
});

/** What it printed, and its exit code. */
async function accord(...words: readonly string[]): Promise<Said> {
  const { code, stdout, stderr } = await kept.run(words, { env: around(), cwd: server.folder });
  return { code, said: `${stdout}${stderr}`.trim() };
}

/** As `accord`, in a process of its own. */
function accordAnew(...words: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { env: around(), cwd: server.folder }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, said: `${stdout}${stderr}`.trim() }),
    );
  });
}

/** Starts an agency. @returns its address. */
async function run(mapping: Mapping, key = hubKeys): Promise<string> {
  const { publicJwk } = await readKeys(key);
  const agency = await createAgency(mapping, {
    ...{ hubKey: publicJwk, linkageSecret, clock: () => new Date(), log: pino({ level: 'silent' }) },
  });
  open.push(agency);
  return agency.listen({ host: '127.0.0.1', port: 0 });
}

const add = (id: string, at: string, ...more: readonly string[]): Promise<Said> => addBy(accord, id, at, ...more);
const addBy = (how: typeof accord, id: string, at: string, ...more: readonly string[]): Promise<Said> =>
  how(
    ...['agency', 'add', '--id', id, '--name', `The ${id}`, '--kind', 'HOMELESSNESS', '--entity', 'ISE', '--url', at],
    ...['--key', file('agency.jwk'), ...more],
  );

test('an agency is added with what it serves of the contract, and is listed', async () => {
  const at = await run(smallAgency('old', { contract: '1.0' }));
  expect(await addBy(accordAnew, 'old', at, '--participation', 'CONSENTED')).toEqual({
    code: 0,
    said: 'old takes part, on contract 1.0 with housing. Its records arrive with its next sync. It announces only those of people who agreed.',
  });
  expect(await accordAnew('agency', 'list', '--probe')).toEqual({
    code: 0,
    said: 'old: ACTIVE, contract 1.0 with housing, 0 records (CONSENTED); matches what is on file',
  });
  await writeFile(file('hub-keys.json'), JSON.stringify(await withNext(hubKeys)));
  expect((await accord('agency', 'list', '--probe')).said).toContain("; With the hub's next key: http");
  await writeFile(file('hub-keys.json'), JSON.stringify(hubKeys));
  const { said } = await accord('agency', 'list', '--json');
  expect(JSON.parse(said)).toEqual([
    {
      ...{ id: 'old', name: 'The old', kind: 'HOMELESSNESS', entity: ['ISE'], url: at, state: 'ACTIVE' },
      ...{ contract: '1.0', modules: ['housing'], participation: 'CONSENTED', records: 0, stewardship: null },
    },
  ]);
  expect(await add('old', at)).toMatchObject({ code: 2, said: expect.stringContaining('already takes part') });
});

test('a known kind spelt differently is refused, and so is a word that the law does not have', async () => {
  const at = await run(smallAgency('haven', { contract: '1.0' }));
  for (const slip of ['family violence', 'Family_Violence', 'FAMILY-VIOLENCE', 'familyviolence'])
    expect(await add('haven', at, '--kind', slip)).toEqual({
      code: 2,
      said: `--kind is "${slip}". Write it as FAMILY_VIOLENCE.`,
    });
  expect(await add('haven', at, '--entity', 'ISE,NONSENSE')).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^--entity names "NONSENSE"; the profile has ISE, RAE\./),
  });
  expect(await store.agencies.all()).toHaveLength(1);
  expect((await add('haven', at, '--kind', 'FAMILY_VIOLENCE')).said).toBe(
    'haven takes part, on contract 1.0 with housing. Its records arrive with its next sync. It announces only those of people who agreed.',
  );
  expect((await accord('agency', 'upgrade', 'haven', '--kind', 'homelessness')).said).toContain(
    'Write it as HOMELESSNESS.',
  );
  expect((await accord('agency', 'upgrade', 'haven', '--kind', 'HOMELESSNESS', '--entity', 'RAE')).said).toBe(
    'haven is on contract 1.0 with housing (unchanged). Whose records it announces has not changed. It announces only those of people who agreed.',
  );
  expect((await store.agencies.all())[0]).toMatchObject({
    kind: 'HOMELESSNESS',
    entity: ['RAE'],
    participation: 'CONSENTED',
  });
  expect((await add('plain', await run(smallAgency('plain')))).said).toContain(
    'with its next sync. It announces all of them.',
  );
  for (const id of ['haven', 'plain']) await removeWhole(id);
});

/** Removes an agency without a trace: the next tests list who takes part. */
async function removeWhole(id: string): Promise<void> {
  const database = openDatabase(url);
  await database.pool.query('DELETE FROM agency WHERE id = $1', [id]);
  await database.close();
}

/** Something that answers like an agency, but whose SDL is changed. */
async function pretender(id: string, change: (sdl: string) => string, version = '1.0'): Promise<string> {
  const agency = await createAgency(smallAgency(id, { contract: '1.0' }), {
    ...{ hubKey: (await readKeys(hubKeys)).publicJwk, linkageSecret },
    ...{ clock: () => new Date(), log: pino({ level: 'silent' }) },
  });
  const contract = (await agency.inject('/contract')).json();
  await agency.close();
  const http = createServer((_request, response) =>
    response.end(JSON.stringify({ ...contract, version, sdl: change(contract.sdl) })),
  );
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  closing.push(() => http.close());
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}
const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

test('an agency that cannot take part is refused in one sentence that says why, and is not put on file', async () => {
  const other = await createKeys();
  const known = await store.agencies.all();
  const cases: readonly (readonly [string, string])[] = [
    ['http://127.0.0.1:9', 'cannot be reached'],
    ['connect', 'is not an address'],
    [await run(smallAgency('another')), 'is the agency "another", not "strange"'],
    [await run(smallAgency('strange'), other), "rejects this hub's permit"],
    [
      await pretender('strange', (sdl) => sdl.replace('severity: AlertSeverity', 'severity: String')),
      'Alert.severity is String here and AlertSeverity in contract 1.0',
    ],
    [
      await pretender('strange', (sdl) => sdl.replace('line: String @freeText', 'line: String')),
      'Address.line carries no directive here and @freeText in contract 1.0',
    ],
    [
      await pretender('strange', (sdl) => sdl, '1.7'),
      'serves contract 1.7; this hub supports 1.0, 1.1, 1.2, 1.3. Upgrade the hub first',
    ],
    [await pretender('strange', (sdl) => sdl, '0.9'), 'Install a kit that serves one of these'],
    [await pretender('strange', () => 'type'), 'cannot be read'],
    [
      await run(smallAgency('strange', { ownModules: [legalModule()] })),
      'a module "legal" that this hub does not have',
    ],
  ];
  const transport = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 10_000 });
  const knock = {
    signPermit: signPermitsWith((await readKeys(hubKeys)).permit, 'kid'),
    now: new Date(),
  };
  for (const [at, why] of cases) {
    const ask = askOverHttp({ id: 'strange', url: at }, transport);
    expect(await inspectAgency({ id: 'strange', ask, revisions: [], deadlineMs: patienceMs, knock })).toEqual({
      kind: /cannot be reached|not an address/.test(why) ? 'AWAY' : 'REFUSED',
      why: expect.stringContaining(why),
    });
  }
  await transport.close();
  expect(await add('strange', 'http://127.0.0.1:9')).toEqual({
    code: 2,
    said: expect.stringMatching(/^"strange" cannot take part: .* cannot be reached/),
  });
  expect(await store.agencies.all()).toEqual(known);
});

test('an agency’s key is the public one', async () => {
  const { permit } = await createKeys();
  const { d: _private, ...whole } = permit;
  expect(await readAgencyKey(JSON.stringify(whole))).toEqual({
    kty: 'OKP',
    crv: 'Ed25519',
    x: permit.x,
    kid: permit.kid,
  });
  await expect(readAgencyKey(JSON.stringify(permit))).rejects.toThrow('it holds the private key');
  await expect(readAgencyKey('{}')).rejects.toThrow('does not hold an Ed25519 key');
  expect(await add('strange', 'http://127.0.0.1:9', '--key', file('none'))).toMatchObject({
    code: 2,
    said: expect.stringContaining('the file does not exist'),
  });
});

test('a bad module is refused with every fault named, and a good one goes on file; a newer revision may only add', async () => {
  const refused = await accord('contract', 'add', file('bad.graphql'), '--module', 'legal');
  expect(refused.code).toBe(2);
  expect(refused.said).toContain('AgencyRecord.representation has no category');
  expect(refused.said).toContain('Representation.lawyer has no category');
  expect(await store.modules.revision()).toBe(0);
  expect(await accordAnew('contract', 'add', file('legal.graphql'), '--module', 'legal', '--by', 'mei')).toMatchObject({
    code: 0,
  });
  expect((await accordAnew('contract', 'list')).said).toContain('legal: revision 1, by mei');
  expect((await accordAnew('contract', 'export', 'legal')).said).toBe(legalSdl.trim());
  await writeFile(file('less.graphql'), legalSdlNext.replace('lawyer: Boolean', 'lawyer: String'));
  expect(await accord('contract', 'add', file('less.graphql'), '--module', 'legal')).toMatchObject({
    code: 2,
    said: expect.stringContaining('Representation.lawyer was Boolean and is now String'),
  });
  expect(await store.modules.revision()).toBe(1);
});

test('an agency that serves more than is on file is reported by the probe, and upgraded', async () => {
  await accord('contract', 'add', file('legal-2.graphql'), '--module', 'legal');
  const at = await run(smallAgency('old', { ownModules: [legalModule()] }));
  expect(await accordAnew('agency', 'upgrade', 'old', '--url', at)).toEqual({
    code: 0,
    said: 'old is on contract 1.3 with housing, legal (before: contract 1.0 with housing).',
  });
  expect((await store.agencies.all())[0]).toMatchObject({ contractVersion: '1.3', moduleRevisions: { legal: 1 } });
  const newer = await run(smallAgency('old', { ownModules: [legalModule(legalSdlNext)] }));
  await accord('agency', 'upgrade', 'old', '--url', newer);
  expect((await store.agencies.all())[0]).toMatchObject({ moduleRevisions: { legal: 2 } });
});

test('an agency that dials out is asked nothing until it has been seen; what it serves is then taken over', async () => {
  expect(await add('far', 'connect:')).toEqual({
    code: 0,
    said: expect.stringMatching(/^far takes part, on a contract not seen yet. It dials out: the hub checks it when it/),
  });
  expect((await accord('agency', 'list', '--probe')).said).toContain(
    'far: ACTIVE, a contract not seen yet, 0 records (ALL); has not connected yet',
  );
  const far = { id: 'far', url: 'connect:' };
  await store.agencies.observe(far, { kind: 'REFUSED', why: 'It is another.' }, new Date());
  expect((await accord('agency', 'list')).said).toMatch(/far: .* cannot take part as checked at .*: It is another\./);
  const served = { contractVersion: '1.1', modules: ['housing'], moduleRevisions: {} };
  await store.agencies.observe(far, { kind: 'FIT', ...served }, new Date());
  const [, listed] = (await accord('agency', 'list')).said.match(/^(far: .*)$/m) ?? [];
  expect(listed).toBe('far: ACTIVE, contract 1.1 with housing, 0 records (ALL)');
});

test('if an agency serves something other than what is on file, that is listed until its operator takes it over', async () => {
  const far = { id: 'far', url: 'connect:' };
  await store.agencies.observe(far, { kind: 'FIT', contractVersion: '1.0', modules: [] }, new Date());
  expect((await accord('agency', 'list')).said).toContain(
    'far: ACTIVE, contract 1.1 with housing, 0 records (ALL); serves contract 1.0, but contract 1.1 with housing is on file: run "accord agency upgrade far"',
  );
  // An agency that has been refused since then keeps what it last served.
  await store.agencies.observe(far, { kind: 'REFUSED', why: 'It is another.' }, new Date());
  const row = (await store.agencies.all()).find(({ id }) => id === 'far');
  expect(row && asServed(row)).toMatchObject({ contractVersion: '1.0', modules: [] });
  await store.agencies.observe(far, { kind: 'FIT', contractVersion: '1.0', modules: [] }, new Date());
  expect((await accord('agency', 'upgrade', 'far')).said).toBe(
    'far is on contract 1.0 (before: contract 1.1 with housing).',
  );
  expect((await accord('agency', 'list')).said).toMatch(/^far: ACTIVE, contract 1.0, 0 records \(ALL\)$/m);
});

test('an agency is at once asked no more than it serves, and more than is on file only after its upgrade', async () => {
  const onFile = {
    ...agencyOnFile,
    contractVersion: '1.0',
    modules: ['housing', 'legal'],
    moduleRevisions: { legal: 2 },
  };
  const seen = (served: Served) => asServed({ ...onFile, observed: { at: new Date(), why: null, served } });
  expect(
    seen({ contractVersion: '1.1', modules: ['legal', 'housing', 'more'], moduleRevisions: { legal: 3 } }),
  ).toMatchObject({ contractVersion: '1.0', modules: ['housing', 'legal'], moduleRevisions: { legal: 2 } });
  expect(seen({ contractVersion: '1.0', modules: ['legal'], moduleRevisions: { legal: 1 } })).toMatchObject({
    ...{ contractVersion: '1.0', modules: ['legal'], moduleRevisions: { legal: 1 } },
  });
});
const agencyOnFile = {
  ...{ id: 'near', name: 'Near', kind: 'TEST', entity: [], url: 'http://127.0.0.1:9', publicKey: null },
  ...{ state: 'ACTIVE' as const, joinedAt: new Date() },
};

test('an agency that listens and changes without notice is found when it is next looked at', async () => {
  const upgrade = smallAgency('silent', { ownModules: [] });
  const at = await run(smallAgency('silent', { contract: '1.0' }));
  expect(await add('silent', at)).toMatchObject({ code: 0 });
  const said: string[] = [];
  const log = pino({}, { write: (line: string) => void said.push(JSON.parse(line).why ?? '') });
  const parts = { store, clock: () => new Date(), log };
  const lookedAt = async (): Promise<void> => {
    while (await lookAtNext(parts));
  };
  await lookedAt();
  expect((await accord('agency', 'list')).said).toMatch(
    /^silent: ACTIVE, contract 1.0 with housing, 0 records \(ALL\)$/m,
  );
  // Another program listens there now; nothing of an upgrade counts until it is taken over.
  const port = Number(new URL(at).port);
  await open.pop()?.close();
  const newer = await createAgency(upgrade, {
    ...{
      hubKey: (await readKeys(hubKeys)).publicJwk,
      linkageSecret,
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
    },
  });
  await newer.listen({ host: '127.0.0.1', port });
  expect(await store.agencies.nextToLookAt(5 * 60_000)).toBeUndefined();
  await isDue('silent');
  await lookedAt();
  expect((await accord('agency', 'list')).said).toContain(
    `serves contract ${contractVersion} with housing, but contract 1.0 with housing is on file`,
  );
  const row = (await store.agencies.all()).find(({ id }) => id === 'silent');
  expect(row && asServed(row).contractVersion).toBe('1.0');
  // An agency that is away is not assumed to serve anything else.
  await newer.close();
  await isDue('silent');
  await lookedAt();
  expect((await accord('agency', 'list')).said).toContain(
    `serves contract ${contractVersion} with housing, but contract 1.0 with housing is on file`,
  );
  expect(said.filter((why) => why.includes('silent'))).toEqual([]);
});

test('an agency that refuses this hub’s permits is reported in the log, once', async () => {
  const told: unknown[] = [];
  const log = { warn: (about: unknown) => void told.push(about), error: (about: unknown) => void told.push(about) };
  const transport = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 10_000 });
  const { permit, kid } = await readKeys(hubKeys);
  const parts = { store, clock: () => new Date(), log, knock: { transport, signPermit: signPermitsWith(permit, kid) } };
  const looked = nothingLooked();
  const at = await run(smallAgency('shut'), await createKeys());
  await store.agencies.upsert({ ...agencyOnFile, id: 'shut', url: at, contractVersion, modules: ['housing'] });
  for (let time = 0; time < 2; time++) {
    await isDue('shut');
    while (await lookAtNext(parts, looked));
  }
  expect(told).toEqual([{ agency: 'shut', why: expect.stringContaining("rejects this hub's permit") }]);
  expect((await accord('agency', 'list')).said).toMatch(/^shut: .* cannot take part as checked .* rejects this/m);
  await removeWhole('shut');
  await transport.close();
});

test.each([
  ['fast', 10, 'behind'],
  ['slow', -10, 'ahead of'],
])(
  'if the hub’s clock is ten minutes %s, an agency that refuses its permits is reported with the clocks’ difference',
  async (_wrong, minutes, way) => {
    const transport = httpTransport({ connectionsPerAgency: 1, maxAnswerBytes: 10_000 });
    const { permit, kid } = await readKeys(hubKeys);
    const at = await run(smallAgency('other'));
    const looked = await inspectAgency({
      ...{ id: 'other', ask: askOverHttp({ id: 'other', url: at }, transport), revisions: [], deadlineMs: patienceMs },
      knock: { signPermit: signPermitsWith(permit, kid), now: new Date(Date.now() + minutes * 60_000) },
    });
    expect(looked).toEqual({ kind: 'REFUSED', why: expect.stringContaining(`clock is about 10 min ${way} the hub's`) });
    await transport.close();
  },
);

async function isDue(id: string): Promise<void> {
  const database = openDatabase(url);
  await database.pool.query(`UPDATE agency SET looked_at = now() - interval '10 minutes' WHERE id = $1`, [id]);
  await database.close();
}

test('suspending, resuming and removing say what they do; a removed name cannot be used for another agency', async () => {
  expect((await accordAnew('agency', 'suspend', 'old')).said).toContain('old is suspended');
  expect((await accord('agency', 'list')).said).toContain('old: SUSPENDED');
  expect((await accordAnew('agency', 'resume', 'old')).said).toContain('takes part again');
  expect((await accordAnew('agency', 'remove', 'old')).said).toContain('Its records are taken back');
  expect((await accord('agency', 'list')).said).toContain('old: REMOVED');
  expect(await accord('agency', 'suspend', 'old')).toMatchObject({
    code: 2,
    said: expect.stringContaining('no agency "old"'),
  });
  const at = await run(smallAgency('old'));
  expect(await add('old', at, '--name', 'Another house')).toMatchObject({
    code: 2,
    said: expect.stringContaining('belonged to The old, which was removed'),
  });
  expect(await add('old', at)).toMatchObject({ code: 0 });
});
