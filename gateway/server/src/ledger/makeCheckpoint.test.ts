import { readCheckpoint } from '@accord/contract/checkpoint';
import { mintPermit } from '@accord/contract/permit';
import fastify from 'fastify';
import { createKeys, type HubKeys, readKeys } from '../keys.ts';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { noon, someConsent, someInquiry, someTold, type TestStore, testStore } from '../store/testStore.ts';
import { keepCheckpoints } from './keepCheckpoints.ts';
import { makeCheckpoint } from './makeCheckpoint.ts';
import { serveCheckpoints } from './serveCheckpoints.ts';

let postgres: TestPostgres;
let t: TestStore;
let keys: HubKeys;
beforeAll(async () => {
  postgres = await testPostgres();
  keys = await readKeys(await createKeys());
});
beforeEach(async () => {
  t = await testStore(postgres);
  await t.store.consents.record(someConsent('c-ada', 'ada'));
});
afterEach(() => t.close());
afterAll(() => postgres?.stop());

const make = () => makeCheckpoint({ ledger: t.store.ledger, keys, clock: () => noon });
const append = (count: number) =>
  t.store.ledger.append({
    inquiry: someInquiry('r'),
    told: Array.from({ length: count }, () => someTold('ada')),
    epochs: new Map([['ada', 1]]),
  });

test('a checkpoint states the ledger, the number of entries and the last hash, and its signature shows who made it', async () => {
  expect(await make()).toBeNull();
  await append(3);
  const made = await make();
  const { ledger, seq, hash } = await t.store.ledger.head();
  expect(await readCheckpoint(made?.jws ?? '', [keys.publicJwk])).toEqual({ ledger, seq, hash, at: noon });
  expect(seq).toBe(3);
  expect(await t.store.ledger.verify()).toEqual({ kind: 'INTACT', entries: 3, checkpoints: 1 });
});

test("a checkpoint signed by someone else, or a permit of the hub's, does not count as one", async () => {
  await append(1);
  const { jws = '' } = (await make()) ?? {};
  const other = await readKeys(await createKeys());
  await expect(readCheckpoint(jws, [other.publicJwk])).rejects.toThrow();
  await expect(readCheckpoint(jws, [{ ...other.publicJwk, kid: keys.kid }])).rejects.toThrow('signature');
  const [head = '', , signature = ''] = jws.split('.');
  const forged = Buffer.from('{"ledger":"x","entries":0,"hash":"","at":"2026-01-01"}').toString('base64url');
  await expect(readCheckpoint(`${head}.${forged}.${signature}`, [keys.publicJwk])).rejects.toThrow('signature');
  const permit = { requester: { user: 'u', role: 'r', agency: 'a', purpose: 'p' }, releases: [], figures: false };
  const to = { agency: 'a', body: '', key: keys.permit, kid: keys.kid, now: 0, id: 'x' };
  await expect(readCheckpoint(await mintPermit(permit, to), [keys.publicJwk])).rejects.toThrow('accord-permit');
});

test('without new entries there is no new checkpoint, and replicas that make one at the same time keep only one', async () => {
  await append(2);
  const first = await make();
  expect(await make()).toEqual(first);
  await append(2);
  await Promise.all([make(), make(), make()]);
  expect((await t.store.ledger.checkpoints.page({ after: 0, first: 10 })).map(({ seq }) => seq)).toEqual([2, 4]);
});

test.each([
  ["UPDATE ledger_entry SET requester = 'nobody' WHERE seq = 3", 'entry 3 was changed'],
  ["UPDATE ledger_entry SET hash = repeat('1', 64) WHERE seq = 2", 'entry 2 was changed'],
  ['DELETE FROM ledger_entry WHERE seq > 1; UPDATE ledger_head SET seq = 1', 'truncated'],
])('the hub signs nothing that does not extend what it signed before: %s', async (statement, why) => {
  await append(2);
  await make();
  await append(2);
  await t.sql('ALTER TABLE ledger_entry DISABLE TRIGGER ALL; ALTER TABLE ledger_head DISABLE TRIGGER ALL');
  await t.sql(statement);
  await expect(make()).rejects.toThrow(why);
});

test('nor does it sign what extends a checkpoint that someone else put in the place of its own', async () => {
  await append(2);
  await make();
  await append(2);
  await t.sql('ALTER TABLE ledger_checkpoint DISABLE TRIGGER ALL');
  await t.sql("UPDATE ledger_checkpoint SET at = at + interval '1 minute'");
  await expect(make()).rejects.toThrow('differs from what was signed');
  const other = await readKeys(await createKeys());
  const asOther = (formerJwks: HubKeys['ownJwks']) =>
    makeCheckpoint({
      ledger: t.store.ledger,
      keys: { ...other, ownJwks: [other.publicJwk, ...formerJwks] },
      clock: () => noon,
    });
  await t.sql("UPDATE ledger_checkpoint SET at = at - interval '1 minute'");
  await expect(asOther([])).rejects.toThrow('"former"');
  expect(await asOther([keys.publicJwk])).toMatchObject({ seq: 4 });
});

test('checkpoints cannot be changed', async () => {
  await append(1);
  await make();
  for (const statement of [
    "UPDATE ledger_checkpoint SET hash = ''",
    'DELETE FROM ledger_checkpoint',
    'TRUNCATE ledger_checkpoint',
  ])
    await expect(t.sql(statement)).rejects.toThrow('append-only');
});

const keeperOf = (failed: unknown[], counted: { looked: number } = { looked: 0 }, everySeconds = 3_600) =>
  keepCheckpoints(
    {
      ...t.store.ledger.checkpoints,
      make: () => {
        counted.looked += 1;
        return make();
      },
    },
    { everySeconds, everyEntries: 3 },
    (error) => failed.push(error),
  );

test('a hub that starts vouches for what was written before, even if nothing is added', async () => {
  await append(2);
  const failed: unknown[] = [];
  const keeper = keeperOf(failed, undefined, 0.02);
  while ((await t.store.ledger.checkpoints.last()) === null) await new Promise((resolve) => setTimeout(resolve, 10));
  await keeper.stop();
  expect(await t.store.ledger.checkpoints.last()).toMatchObject({ seq: 2 });
  expect(failed).toEqual([]);
});

test('of several replicas one checks what was added and makes the checkpoint, and the others see that it is made', async () => {
  const failed: unknown[] = [];
  const counted = { looked: 0 };
  const keepers = [keeperOf(failed, counted), keeperOf(failed, counted), keeperOf(failed, counted)];
  await append(3);
  for (const keeper of keepers) keeper.grown(3);
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  await append(1);
  for (const keeper of keepers) keeper.grown(4);
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  expect(counted.looked).toBe(1);
  expect(await t.store.ledger.checkpoints.page({ after: 0, first: 9 })).toMatchObject([{ seq: 3 }]);
  expect(failed).toEqual([]);
});

test('a hub makes a checkpoint after a set number of entries, one at a time', async () => {
  const failed: unknown[] = [];
  const keeper = keeperOf(failed);
  const grow = async (count: number) => {
    const outcome = await append(count);
    if (outcome.kind === 'WRITTEN') keeper.grown(outcome.lastSeq);
  };
  await grow(2);
  await keeper.stop();
  expect(await t.store.ledger.checkpoints.last()).toBeNull();
  await grow(1);
  keeper.grown(3);
  await keeper.stop();
  expect(await t.store.ledger.checkpoints.last()).toMatchObject({ seq: 3 });
  expect(failed).toEqual([]);
});

test('anyone may fetch checkpoints and the key to verify them; no client is in them', async () => {
  await append(1);
  await make();
  await append(1);
  await make();
  const http = fastify();
  serveCheckpoints(http, t.store.ledger.checkpoints, [keys.publicJwk]);
  const get = async (url: string) => (await http.inject({ url })).json();
  const { keys: published } = await get('/.well-known/jwks.json');
  expect(published).toEqual([keys.publicJwk]);
  expect(published[0]).not.toHaveProperty('d');
  const all = (await get('/ledger/checkpoints')).checkpoints;
  const seqs = await Promise.all(all.map(async (jws: string) => (await readCheckpoint(jws, published)).seq));
  expect(seqs).toEqual([1, 2]);
  expect((await get('/ledger/checkpoints?after=1')).checkpoints).toEqual(all.slice(1));
  expect((await get('/ledger/checkpoints/last')).checkpoints).toEqual(all.slice(1));
  expect((await get('/ledger/checkpoints?after=x')).checkpoints).toEqual(all);
  expect(Buffer.from(all[0].split('.')[1], 'base64url').toString()).not.toContain('"ada"');
  await http.close();
});
