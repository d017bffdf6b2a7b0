import { mintCheckpoint } from '@accord/contract/checkpoint';
import { createKeys, readKeys } from '@accord/server/keys';
import { LedgerWatch } from '@accord/server/ledger/LedgerWatch';
import { makeCheckpoint } from '@accord/server/ledger/makeCheckpoint';
import type { Store } from '@accord/server/store/Store';
import { hubKeys } from '../lib/openAgencies.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

let server: TestServer;
let store: Store;
let partnership: Partnership;
let now = new Date('2026-11-21T23:00:00Z');

beforeAll(async () => {
  server = await testServer();
});
beforeEach(async () => {
  store = await server.freshStore();
  partnership = await openPartnership({ store, mappings: [smallAgency('harbour')], way: 'HTTP', now: () => now });
  await putOnFile(store, { people: { ada: { harbour: 1 } } });
});
afterEach(() => partnership.close());
afterAll(() => server.stop());

const query = `{ ledgerIntegrity { ledger entries state verifiedTo verifiedAt verifiedSince
  checkpoint { seq hash at keyId } fault { seq why } } }`;

async function integrity(as: TestUser = 'priya', purpose = 'QUALITY_IMPROVEMENT') {
  const { data, errors } = JSON.parse((await partnership.ask({ as, purpose, query })).body);
  return errors ? errors[0].extensions.code : data.ledgerIntegrity;
}
/** Asks questions, so that the ledger gets entries. */
async function work(times: number): Promise<number> {
  for (let nth = 0; nth < times; nth += 1)
    await partnership.ask({ as: 'mara', query: '{ client(id: "ada") { name { family } } }' });
  return (await store.ledger.head()).seq;
}
/** Changes the database directly, bypassing the hub and the triggers that keep the ledger from being changed. */
const tamper = (text: string): Promise<void> => server.sql(`SET session_replication_role = replica; ${text}`);

test('an untouched ledger is intact, with its newest checkpoint', async () => {
  expect(await integrity()).toMatchObject({
    entries: 0,
    state: 'INTACT',
    verifiedTo: 0,
    verifiedSince: null,
    checkpoint: null,
  });
  const entries = await work(3);
  const keys = await readKeys(hubKeys);
  const made = await makeCheckpoint({ ledger: store.ledger, keys, clock: () => now });
  expect(await integrity()).toEqual({
    ...{ ledger: made?.ledger, entries, state: 'INTACT', verifiedTo: entries, fault: null },
    ...{ verifiedAt: now.toISOString(), verifiedSince: now.toISOString() },
    checkpoint: { seq: entries, hash: made?.hash, at: now.toISOString(), keyId: keys.kid },
  });
  expect(entries).toBeGreaterThan(2);
});

test('an edited entry is found by its number at the next request, though checked before; once restored, the ledger is intact again', async () => {
  const entries = await work(4);
  expect((await integrity()).state).toBe('INTACT');
  await tamper(`UPDATE ledger_entry SET requester = 'nobody' WHERE seq = 2`);
  expect(await integrity()).toMatchObject({
    ...{ entries, state: 'BROKEN', verifiedTo: 1 },
    fault: { seq: 2, why: 'entry 2 was changed after it was written' },
  });
  await tamper(`UPDATE ledger_entry SET requester = 'mara' WHERE seq = 2`);
  expect(await integrity()).toMatchObject({ state: 'INTACT', verifiedTo: entries, fault: null });
});

test.each([
  ['removed', 'DELETE FROM ledger_entry WHERE seq = 3', 3, 'entry 3 is missing'],
  [
    'cut off at its end, with what says where it ends',
    `DELETE FROM ledger_entry WHERE seq > 2;
     UPDATE ledger_head SET seq = 2, hash = (SELECT hash FROM ledger_entry WHERE seq = 2)`,
    3,
    'truncated: there were 4 entries before, but the ledger ends at 2',
  ],
  [
    'added after its end',
    `INSERT INTO ledger_entry SELECT (jsonb_populate_record(e, '{"seq": 9}')).* FROM ledger_entry e WHERE seq = 4`,
    9,
    'entry 9 was added by something other than the hub',
  ],
])('an entry that was %s is found by its number', async (_what, sql, seq, why) => {
  expect(await work(4)).toBe(4);
  await integrity();
  await tamper(sql);
  const found = await integrity();
  expect(found).toMatchObject({ state: 'BROKEN', fault: { seq, why } });
  expect(found.verifiedTo).toBe(Math.min(seq - 1, 4));
});

test('a stored checkpoint that the hub did not sign is found, though it fits a ledger that was made anew', async () => {
  const entries = await work(3);
  const keys = await readKeys(hubKeys);
  await makeCheckpoint({ ledger: store.ledger, keys, clock: () => now });
  expect((await integrity()).state).toBe('INTACT');
  const elsewhere = await readKeys(await createKeys());
  const forged = await mintCheckpoint(
    { ...(await store.ledger.head()), at: now },
    { key: elsewhere.permit, kid: keys.kid },
  );
  await tamper(`UPDATE ledger_checkpoint SET jws = '${forged}'`);
  expect(await integrity()).toMatchObject({
    ...{ state: 'BROKEN', verifiedTo: entries - 1 },
    fault: { seq: entries, why: `the hub's own checkpoint of ${now.toISOString()} is not signed with its key` },
  });
});

test('a long ledger is checked in parts, round after round: an old entry that is edited is found within a round', async () => {
  const entries = await work(10);
  expect(entries).toBe(10);
  const { publicJwk } = await readKeys(hubKeys);
  const watch = new LedgerWatch(store.ledger, [publicJwk], 4);
  const looked: (readonly [number, boolean])[] = [];
  for (let nth = 0; nth < 3; nth += 1) {
    const { verifiedTo, fault } = await watch.look(now);
    looked.push([verifiedTo, fault === null]);
  }
  expect(looked).toEqual([
    [4, true],
    [8, true],
    [10, true],
  ]);
  await tamper(`UPDATE ledger_entry SET requester = 'nobody' WHERE seq = 9`);
  const found: (number | null)[] = [];
  for (let nth = 0; nth < 3; nth += 1) found.push((await watch.look(now)).fault?.seq ?? null);
  expect(found).toContain(9);
  const first = new Date('2026-11-22T00:00:00Z');
  await tamper(`UPDATE ledger_entry SET requester = 'mara' WHERE seq = 9`);
  for (let nth = 0; nth < 8; nth += 1) now = (await watch.look(new Date(first.getTime() + nth))).at;
  expect((await watch.look(now)).fault).toBeNull();
  expect((await watch.look(now)).since?.getTime()).toBeGreaterThanOrEqual(first.getTime());
});

test('it is for leads, managers and executives, to improve quality or to run the partnership', async () => {
  await work(1);
  expect((await integrity('lena')).state).toBe('INTACT');
  expect((await integrity('eve', 'ADMINISTRATION')).state).toBe('INTACT');
  expect(await integrity('priya', 'EVALUATION')).toBe('PURPOSE_REFUSED');
  expect(await integrity('cora')).toBe('ROLE_REFUSED');
  expect(await integrity('mara', 'SERVICE_COORDINATION')).toBe('ROLE_REFUSED');
  expect(await integrity('ada', 'CLIENT_ACCESS')).toBe('ROLE_REFUSED');
});
