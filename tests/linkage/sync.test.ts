import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LinkageRow, Mapping } from '@accord/kit/Mapping';
import { syncAgency } from '@accord/kit/sync/syncAgency';
import { readKeys } from '@accord/server/keys';
import { keysLock } from '@accord/server/store/putRecords';
import pg from 'pg';
import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import { inventedName } from '../lib/inventedName.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';

// Agencies announce their records to a real hub over HTTP, Harbour from its own PostgreSQL.

const program = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const accordLink = (...words: readonly string[]) =>
  promisify(execFile)(process.execPath, [program, 'link', ...words], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: hub.server.databases()[0] },
  });
const count = 1_100;
const pair = generateKeyPairSync('ed25519');
const agencyKey = pair.privateKey.export({ format: 'jwk' });
let hub: AttackedHub;
let harbour: Mapping;

const dayOf = (id: number): string => `19${50 + (id % 50)}-${String(1 + (id % 12)).padStart(2, '0')}-${10 + (id % 19)}`;
const client = (id: number, more: object = {}) => ({
  ...{ id, given_name: inventedName(id % 97), family_name: inventedName(id % 89) },
  ...{
    date_of_birth: dayOf(id),
    dob_accuracy: 'AAA',
    sex: 2,
    main_language: 'English',
    programme_id: 1,
    case_worker_id: 1,
  },
  ...{ registered_on: '2026-01-05', ...more },
});
const hold = (clients: readonly object[]) =>
  hub.databases.hold({
    harbour: { programme: [{ id: 1, name: 'Outreach' }], client: clients.map((row) => ({ ...row })) },
  });

beforeAll(async () => {
  hub = await attackedHub();
  [harbour] = hub.databases.mappings as readonly [Mapping];
});
afterAll(() => hub?.stop());
beforeEach(async () => {
  await hub.server.forgetEverybody();
  await hub.server.sql('UPDATE linkage_state SET key_epoch = 1, next_epoch = NULL');
  await hub.server.sql('UPDATE agency SET secret_check = NULL, secret_epoch = NULL');
  const { participation: _, ...partner } =
    (await hub.store.agencies.all()).find(({ id }) => id === 'harbour') ?? fail();
  await hub.store.agencies.upsert({ ...partner, publicKey: { ...pair.publicKey.export({ format: 'jwk' }) } });
  await hub.store.agencies.setParticipation('harbour', 'ALL', new Date());
  await hold(Array.from({ length: count }, (_, index) => client(index + 1)));
});

const fail = (): never => {
  throw new Error('Harbour is no partner.');
};
const settings = (more: object = {}) => ({ hubUrl: hub.url, agencyKey, linkageSecret, keyEpoch: 1, ...more });
const sync = (mapping = harbour, more: object = {}, options = {}) => syncAgency(mapping, settings(more), options);
const onFile = async () => (await hub.store.links.announcedBy([{ id: 'harbour' }]))[0];

test('a first sync announces every record, a second one nothing, and a third what is new, changed or gone', async () => {
  expect(await sync()).toEqual({ looked: count, announced: count, removed: 0 });
  expect(await onFile()).toMatchObject({ records: count, withKeys: count });
  const handles = await hub.store.links.recordsOf('harbour');
  expect(await sync()).toEqual({ looked: count, announced: 0, removed: 0 });
  await hold([
    client(1, { given_name: 'Another' }),
    ...Array.from({ length: count - 3 }, (_, index) => client(index + 2)),
    client(9_001),
  ]);
  expect(await sync()).toEqual({ looked: count - 1, announced: 2, removed: 2 });
  const after = await hub.store.links.recordsOf('harbour');
  expect([after.get('1'), after.get('1100'), after.has('9001')]).toEqual([handles.get('1'), undefined, true]);
});

test('the end of a whole sync is on file, even if nothing was new; one that broke off does not count', async () => {
  const lastSynced = async () => (await hub.store.agencies.all()).find(({ id }) => id === 'harbour')?.lastSyncedAt;
  await hub.server.sql('UPDATE agency SET last_synced_at = NULL');
  const breaking: Mapping = {
    ...harbour,
    linkage: {
      ...(harbour.linkage ?? fail()),
      page: async (after, size) => (after === null ? ((await harbour.linkage?.page(after, size)) ?? []) : fail()),
    },
  };
  await expect(sync(breaking)).rejects.toThrow();
  expect(await lastSynced()).toBeUndefined();
  await sync();
  expect(await lastSynced()).toBeInstanceOf(Date);
  await hub.server.sql('UPDATE agency SET last_synced_at = NULL');
  expect(await sync()).toMatchObject({ announced: 0, removed: 0 });
  expect(await lastSynced()).toBeInstanceOf(Date);
});

test('nothing that leaves the agency contains a name, a date of birth or a place', async () => {
  const [original] = hub.partnership.agencies.keys();
  expect(original).toBe('harbour');
  const sent: string[] = [];
  const proxy = await import('node:http').then(({ createServer }) =>
    createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = Buffer.concat(chunks).toString();
      sent.push(body);
      const headers = { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' };
      const answer = await fetch(`${hub.url}${request.url}`, { method: 'POST', headers, body });
      response.statusCode = answer.status;
      response.end(await answer.text());
    }).listen(0, '127.0.0.1'),
  );
  await once(proxy, 'listening');
  const address = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await sync(harbour, { hubUrl: `http://127.0.0.1:${port}` });
  proxy.closeAllConnections();
  proxy.close();
  expect(sent.length).toBeGreaterThan(4);
  const names = [inventedName(1), inventedName(2), inventedName(96)];
  expect(sent.join('')).not.toMatch(new RegExp([...names, '19[5-9]\\d-', 'FEMALE'].join('|'), 'i'));
  expect(names.every((name) => name.length > 7)).toBe(true);
});

test('a sync that is killed starts again, and sends what is left', async () => {
  const { publicJwk } = await readKeys(hubKeys);
  const run = (): ChildProcess =>
    spawn(
      process.execPath,
      [fileURLToPath(import.meta.resolve('@accord/harbour/agency')).replace('agency.js', 'main.js'), 'sync'],
      {
        env: {
          ...{ PATH: process.env.PATH, DATABASE_URL: hub.databases.harbourUrl, ACCORD_HUB_URL: hub.url },
          ...{ ACCORD_AGENCY_KEY: JSON.stringify(agencyKey), ACCORD_HUB_KEY: JSON.stringify(publicJwk) },
          ACCORD_LINKAGE_SECRET: Buffer.from(linkageSecret).toString('base64url'),
        },
      },
    );
  const killed = run();
  for (let announced = 0; announced === 0; ) announced = (await onFile())?.records ?? 0;
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const left = count - ((await onFile())?.records ?? 0);
  // Exactly the rest is sent; nothing, if the machine was so fast that nothing was left.
  expect(await sync()).toEqual({ looked: count, announced: left, removed: 0 });
  const again = run();
  let said = '';
  again.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(again, 'exit');
  expect([code, said.trim()]).toEqual([0, `harbour: ${count} records read, 0 announced, 0 taken back.`]);
});

test('an agency’s own list of changes is read from where the hub’s last batch ended, deletes included', async () => {
  const row = (number: number): LinkageRow => ({
    ...{ number, given: 'Ada', family: `F${number}`, dateOfBirth: '1990-02-03', sex: 'FEMALE' },
    ...{ dobAccuracy: 'EXACT', worker: null, open: true },
  });
  let log: readonly Readonly<{ row?: LinkageRow; removed?: number }>[] = [1, 2, 3].map((number) => ({
    row: row(number),
  }));
  const asked: (string | null)[] = [];
  const changes = async (cursor: string | null, size: number) => {
    asked.push(cursor);
    const from = Number(cursor ?? 0);
    const page = log.slice(from, from + size);
    return {
      rows: page.flatMap((entry) => entry.row ?? []),
      removed: page.flatMap((entry) => entry.removed ?? []),
      cursor: String(from + page.length),
    };
  };
  const listed: Mapping = { ...harbour, linkage: { page: async () => [], changes } };
  expect(await sync(listed)).toEqual({ looked: 3, announced: 3, removed: 0 });
  log = [...log, { row: row(4) }, { removed: 1 }];
  asked.length = 0;
  expect(await sync(listed)).toEqual({ looked: 2, announced: 1, removed: 1 });
  expect(asked[0]).toBe('3');
  expect([...(await hub.store.links.recordsOf('harbour')).keys()].sort()).toEqual(['2', '3', '4']);
});

test('people with many names are announced in batches that the hub accepts', async () => {
  const many = Array.from(
    { length: 500 },
    (_, nth): LinkageRow => ({
      ...{ number: String(nth + 1).padStart(4, '0'), given: 'Ada', family: inventedName(nth % 97), sex: 'FEMALE' },
      ...{ dateOfBirth: dayOf(nth), dobAccuracy: 'EXACT', worker: null, open: true },
      alsoKnownAs: Array.from({ length: 20 }, (_, name) => ({ given: null, family: inventedName(name) })),
    }),
  );
  const linkage = { page: async (after: string | null) => (after === null ? many : []) };
  expect(await sync({ ...harbour, linkage })).toEqual({ looked: 500, announced: 500, removed: 0 });
  expect(await onFile()).toMatchObject({ records: 500, withKeys: 500 });
  expect(await sync({ ...harbour, linkage })).toMatchObject({ announced: 0 });
  // Also with a list of changes: how far it was read is recorded only once all of it is on file.
  await hub.server.forgetEverybody();
  const changes = async (cursor: string | null) => ({ rows: cursor === null ? many : [], removed: [], cursor: 'read' });
  expect(await sync({ ...harbour, linkage: { ...linkage, changes } })).toMatchObject({ announced: 500 });
  expect([await onFile(), await hub.store.agencies.syncCursor('harbour')]).toMatchObject([{ records: 500 }, 'read']);
});

test('an agency that announces only people who agreed announces nobody else, and takes back those who no longer agree', async () => {
  await hub.store.agencies.setParticipation('harbour', 'CONSENTED', new Date());
  const agreeing = (numbers: readonly number[]): Mapping => ({
    ...harbour,
    linkage: {
      page: async (after, size) =>
        (await (harbour.linkage?.page(after, size) ?? [])).map((row) => ({
          ...row,
          consentedToLinkage: numbers.includes(Number(row.number)),
        })),
    },
  });
  expect(await sync()).toMatchObject({ announced: 0 });
  expect(await sync(agreeing([3, 5]))).toMatchObject({ announced: 2, removed: 0 });
  expect(await sync(agreeing([5]))).toMatchObject({ announced: 0, removed: 1 });
  expect([...(await hub.store.links.recordsOf('harbour')).keys()]).toEqual(['5']);
});

test('an agency that takes part with figures only at once has nothing on file, and announces nothing', async () => {
  await sync();
  await hub.store.agencies.setParticipation('harbour', 'NONE', new Date());
  expect(await onFile()).toMatchObject({ records: 0 });
  expect(await sync()).toEqual({ looked: count, announced: 0, removed: 0 });
});

test('records that arrive after an agency stopped announcing are not accepted: nobody would take them back', async () => {
  const before = new pg.Client({ connectionString: String(hub.server.databases()[0]) });
  await before.connect();
  await before.query('SELECT pg_advisory_lock($1)', [keysLock]);
  const syncing = expect(sync()).rejects.toThrow('The way your agency takes part in linkage has just changed');
  for (let waits = 0; waits === 0; ) {
    const { rows } = await before.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    waits = rows.length;
  }
  await hub.store.agencies.setParticipation('harbour', 'NONE', new Date());
  await before.end();
  await syncing;
  expect(await onFile()).toMatchObject({ records: 0 });
});

test('an agency whose secret differs from the others’ is told so; if it differs from most, before anything is announced', async () => {
  const [right, wrong] = [randomBytes(32), randomBytes(32)];
  const others = ['heron', 'teal', 'wren'] as const;
  const [first, second, third] = others;
  const partner = (await hub.store.agencies.all()).find(({ id }) => id === 'harbour') ?? fail();
  for (const id of others) await hub.store.agencies.upsert({ ...partner, id, name: id });
  const said: string[] = [];
  const syncOf = async (id: string, linkageSecret: Uint8Array, more: object = {}) => {
    said.length = 0;
    const linkage = id === 'harbour' ? (harbour.linkage ?? fail()) : { page: async () => [] };
    const warn = (sentence: string) => said.push(sentence);
    return syncAgency({ ...harbour, id, linkage }, settings({ linkageSecret, ...more }), { warn });
  };

  // The first agency has nothing to compare with; and of two that differ, neither can know which is wrong.
  await syncOf(first, wrong);
  expect(said).toEqual([]);
  expect(await syncOf('harbour', right)).toMatchObject({ announced: count });
  expect(said).toEqual([
    'Of 1 other agency, 1 has a different linkage secret of epoch 1, so none of your records can be matched with theirs. ' +
      'Ask them to compare it with yours (ACCORD_LINKAGE_SECRET), but not through the hub.',
  ]);
  await syncOf(second, right);
  expect(said).toHaveLength(1);
  await expect(syncOf(first, wrong)).rejects.toThrow(
    /^Of 2 other agencies, 2 have a different .* Nothing was announced\./,
  );
  await syncOf(first, right);
  await syncOf(third, right);
  expect(said).toEqual([]);

  // What is correctly on file stays as it is.
  const before = await hub.store.links.digests('harbour', null, 5_000);
  await expect(syncOf('harbour', wrong)).rejects.toThrow('Correct ACCORD_LINKAGE_SECRET, or ACCORD_LINKAGE_EPOCH');
  expect(await hub.store.links.digests('harbour', null, 5_000)).toEqual(before);

  // Whoever runs the hub is told which agency's secret it is.
  const { stdout } = await accordLink('status');
  expect(stdout).toContain(
    `harbour: ALL, ${count} records, ${count} with keys; secret of epoch 1: different from 3 others\n`,
  );
  expect(stdout).toContain(
    'heron: ALL, 0 records, 0 with keys; secret of epoch 1: the same as 2 others, different from 1 other\n',
  );
  expect(stdout).toMatch(/kestrel: .*; secret not compared\n/);
  expect(stdout).toMatch(/Agencies with different secrets find none .* syncs\.\n$/);

  // A suspended agency does not count, nor does a secret of another epoch.
  await hub.store.links.beginKeyRoll();
  await syncOf(first, wrong, { keyEpoch: 2 });
  expect(said).toEqual([]);
  await hub.store.agencies.setState(first, 'SUSPENDED');
  await syncOf('harbour', randomBytes(32), { keyEpoch: 2 });
  expect(said).toEqual([]);
  await hub.store.agencies.setState(first, 'ACTIVE');

  // The value that the hub compares does not let it encode anybody.
  const database = new pg.Client({ connectionString: hub.server.databases()[0] });
  await database.connect();
  const kept = JSON.stringify((await database.query('SELECT * FROM agency')).rows);
  await database.end();
  expect(kept).toContain('"secret_epoch":2');
  for (const secret of [right, wrong])
    for (const written of ['hex', 'base64', 'base64url'] as const) expect(kept).not.toContain(secret.toString(written));
  for (const id of others) await hub.store.agencies.remove(id, new Date());
});

test('a new secret is introduced without losing a link: both epochs are accepted until the roll is finished, then only the new one', async () => {
  await sync();
  const handles = await hub.store.links.recordsOf('harbour');
  const link = { clientId: 'ada', kind: 'CONFIRMED' as const, decidedBy: 'test', reason: 'test', at: new Date() };
  await hub.store.links.link([{ ...link, handle: handles.get('7') ?? '' }]);
  const other = { keyEpoch: 2, linkageSecret: new Uint8Array(32).fill(3) };
  await expect(sync(harbour, other)).rejects.toThrow('The batch has key epoch 2; the hub is at 1.');
  expect(await hub.store.links.beginKeyRoll()).toBe(true);
  expect(await hub.store.links.beginKeyRoll()).toBe(false);
  await sync();
  await expect(accordLink('roll', '--finish')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^Not all records are encoded under the new secret: harbour has 1100 records left\b.*--all-the-same/,
    ),
  });
  expect(await hub.store.links.keyEpochs()).toEqual({ current: 1, next: 2 });
  expect(await sync(harbour, other)).toMatchObject({ announced: count });
  expect(await hub.store.links.finishKeyRoll()).toBe(0);
  expect(await hub.store.links.finishKeyRoll()).toBeNull();
  await expect(sync()).rejects.toThrow('The batch has key epoch 1; the hub is at 2.');
  expect((await hub.store.clients.open(['ada']))[0]?.records.map(({ handle }) => handle)).toEqual([handles.get('7')]);
  expect(await sync(harbour, other)).toMatchObject({ announced: 0 });
});
