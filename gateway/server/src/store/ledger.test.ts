import fc from 'fast-check';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { appendToLedger } from './appendToLedger.ts';
import { openDatabase } from './Database.ts';
import type { Inquiry, Told } from './LedgerEntry.ts';
import { LedgerWriter } from './LedgerWriter.ts';
import { ledgerExtends } from './ledgerExtends.ts';
import { openStore } from './Store.ts';
import { noon, someConsent, someInquiry, someTold, type TestStore, testStore } from './testStore.ts';
import { writtenOut } from './writtenOut.ts';

let postgres: TestPostgres;
let t: TestStore;
beforeAll(async () => {
  postgres = await testPostgres();
});
beforeEach(async () => {
  t = await testStore(postgres);
  await t.store.consents.record(someConsent('c-ada', 'ada'));
});
afterEach(() => t.close());
afterAll(() => postgres?.stop());

const append = (requestId: string, epoch = 1, count = 1) =>
  t.store.ledger.append({
    inquiry: someInquiry(requestId),
    told: Array.from({ length: count }, () => someTold('ada', ['c-ada'])),
    epochs: new Map([['ada', epoch]]),
  });

test('what is written is read back unchanged, in one chain without gaps', async () => {
  const outcomes = await Promise.all(Array.from({ length: 40 }, (_, n) => append(`r-${n}`, 1, 3)));
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 40 }, () => 'WRITTEN'));
  const entries = await t.store.ledger.read({ after: null, first: 500 });
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  expect(entries[0]).toMatchObject({ ...someInquiry('r-0'), ...someTold('ada', ['c-ada']) });
  expect(await t.store.ledger.verify()).toEqual({ kind: 'INTACT', entries: 120, checkpoints: 0 });
  expect(await t.store.ledger.head()).toMatchObject({ seq: 120, hash: entries.at(-1)?.hash });
});

test('pages go in either direction, and by client or agency', async () => {
  await append('r-1', 1, 5);
  const seqs = async (page: Parameters<typeof t.store.ledger.read>[0]) =>
    (await t.store.ledger.read(page)).map(({ seq }) => seq);
  expect(await seqs({ after: 2, first: 2 })).toEqual([3, 4]);
  expect(await seqs({ after: null, first: 2, newestFirst: true, clientId: 'ada' })).toEqual([5, 4]);
  expect(await seqs({ after: 4, first: 9, newestFirst: true, agencyId: 'northside' })).toEqual([3, 2, 1]);
  expect(await seqs({ after: null, first: 9, clientId: 'bea' })).toEqual([]);
});

test('nothing is written for a request that relied on an outdated epoch, and the other requests are written', async () => {
  await t.store.consents.withdraw('c-ada', 'ada', noon);
  const both = await Promise.all([append('old', 1), append('new', 2)]);
  expect(both).toEqual([
    { kind: 'EPOCH_MOVED', clients: ['ada'] },
    { kind: 'WRITTEN', lastSeq: 1 },
  ]);
  const unknown = { inquiry: someInquiry('r'), told: [someTold('nobody')], epochs: new Map([['nobody', 0]]) };
  expect(await t.store.ledger.append(unknown)).toEqual({ kind: 'EPOCH_MOVED', clients: ['nobody'] });
  const unstated = { inquiry: someInquiry('r'), told: [someTold('ada')], epochs: new Map<string, number>() };
  await expect(t.store.ledger.append(unstated)).rejects.toThrow('epoch was not given');
});

test('a withdrawal waits for the answers that were written to the ledger before it', async () => {
  const database = openDatabase(t.url);
  const epochs = new Map([['ada', 1]]);
  const { outcomes, sent } = await appendToLedger(database, [
    writtenOut({ inquiry: someInquiry('r'), told: [someTold('ada', ['c-ada'])], epochs }),
  ]);
  expect(outcomes).toEqual([{ kind: 'WRITTEN', lastSeq: 1 }]);
  let acknowledged = false;
  const withdrawal = t.store.consents.withdraw('c-ada', 'ada', noon).then(() => {
    acknowledged = true;
  });
  const waiting = "SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
  while ((await t.sql(waiting))[0]?.count !== 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(acknowledged).toBe(false);
  await sent();
  await withdrawal;
  expect(await append('late')).toEqual({ kind: 'EPOCH_MOVED', clients: ['ada'] });
  await database.close();
});

test.each(['\0', '\ud800'])('a request with a value the database does not accept fails alone: %j', async (value) => {
  const odd = t.store.ledger.append({
    inquiry: someInquiry(`odd${value}`),
    told: [someTold('ada')],
    epochs: new Map([['ada', 1]]),
  });
  const [failed, ...written] = await Promise.allSettled([odd, append('r-1'), append('r-2')]);
  expect(failed?.status).toBe('rejected');
  expect(written).toMatchObject([{ value: { lastSeq: 1 } }, { value: { lastSeq: 2 } }]);
});

test('requests left out of a batch leave no gap between the others', async () => {
  const database = openDatabase(t.url);
  const request = (requestId: string, epoch: number, count: number) =>
    writtenOut({
      inquiry: someInquiry(requestId),
      told: Array.from({ length: count }, (_, n) => ({ ...someTold('ada', ['c-ada']), handle: `${requestId}-${n}` })),
      epochs: new Map([['ada', epoch]]),
    });
  const asked = [request('a', 0, 2), request('b', 1, 2), request('c', 0, 3), request('d', 1, 1), request('e', 0, 1)];
  const { outcomes, sent } = await appendToLedger(database, asked);
  await sent();
  const moved = { kind: 'EPOCH_MOVED', clients: ['ada'] };
  const [b, d] = [2, 3].map((lastSeq) => ({ kind: 'WRITTEN', lastSeq }));
  expect(outcomes).toEqual([moved, b, moved, d, moved]);
  const entries = await t.store.ledger.read({ after: null, first: 10 });
  expect(entries.map(({ requestId, handle }) => [requestId, handle])).toEqual([
    ['b', 'b-0'],
    ['b', 'b-1'],
    ['d', 'd-0'],
  ]);
  expect(await t.store.ledger.verify()).toEqual({ kind: 'INTACT', entries: 3, checkpoints: 0 });
  await database.close();
});

test('each entry has its own agency and categories, however many different ones a request discloses', async () => {
  const told = Array.from({ length: 100 }, (_, n) => ({
    ...someTold('ada'),
    ...{ agencyId: `agency-${n % 7}`, categories: ['CONTACT', 'HOUSING', 'NEEDS'].slice(n % 3, (n % 4) + 1) },
  }));
  const epochs = new Map([['ada', 1]]);
  const both = ['r-1', 'r-2'].map((requestId) => ({ inquiry: someInquiry(requestId), told, epochs }));
  await Promise.all([append('first'), ...both.map((one) => t.store.ledger.append(one))]);
  const entries = await t.store.ledger.read({ after: 1, first: 500 });
  expect(entries).toMatchObject(both.flatMap(({ inquiry }) => told.map((one) => ({ ...inquiry, ...one }))));
  expect(await t.store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
});

test('nothing counts as written that could not be committed', async () => {
  await t.sql(`CREATE FUNCTION lose_power() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'lost'; END $$;
    CREATE CONSTRAINT TRIGGER lose_power AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION lose_power()`);
  await expect(append('r-1')).rejects.toThrow('lost');
  await t.sql('DROP TRIGGER lose_power ON ledger_entry');
  // Its gate is released as well.
  await t.store.consents.withdraw('c-ada', 'ada', noon);
  expect(await append('r-2', 2)).toEqual({ kind: 'WRITTEN', lastSeq: 1 });
});

test('a batch that failed for any reason but a value is not tried again, since it may have been written', async () => {
  const batches: number[] = [];
  const writer = new LedgerWriter(async (requests) => {
    batches.push(requests.length);
    throw Object.assign(new Error('gone'), { code: '57P01' });
  });
  const epochs = new Map([['ada', 1]]);
  const appended = ['r-1', 'r-2', 'r-3'].map((id) =>
    writer.append({ inquiry: someInquiry(id), told: [someTold('ada')], epochs }),
  );
  for (const one of await Promise.allSettled(appended)) expect(one.status).toBe('rejected');
  expect(batches).toEqual([1, 2]);
});

const odd = ['"', '\\', '/', '\b', '\f', '\n', '\r', '\t', '\u001f', '\u007f', '\u2028', '\ufeff', '😀', 'é'];
// Text that looks like the seams of what is sent, or of a list as PostgreSQL writes it; and characters that JSON escapes, which are read in
// another way.
const seams = [',', '[', ']', '{', '}', '()', ' ', 'NULL', "'", '],', ',['];
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...odd, ...seams) }),
  fc.constantFrom('",', '","', '],"",['),
);
const neverEscaped = fc.string({ unit: fc.constantFrom(...seams, '\u007f', '\u2028', '\ufeff', '😀', 'é', 'a') });

test.each([
  ['whatever the words', anything, ['ada', '",', '"b\\\n']],
  ['whatever the words that JSON has as they are', neverEscaped, ['ada', ',', '],[NULL']],
])('the database chains entries exactly as verification does, %s', async (_words, word, clients) => {
  for (const client of clients.slice(1)) await t.store.consents.record(someConsent(`c-${client}`, client));
  // PostgreSQL's text type holds anything but these.
  const text = word.map((found) => found.replaceAll('\0', ''));
  const inquiry: fc.Arbitrary<Inquiry> = fc.record({
    ...{ requestId: text, requester: text, role: text, requesterAgency: text, purpose: text, operation: text },
    at: fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
  });
  const told: fc.Arbitrary<Told> = fc.record({
    ...{ clientId: fc.constantFrom(...clients), handle: text, agencyId: fc.oneof(fc.constant('northside'), text) },
    ...{ categories: fc.oneof(fc.constant(['HOUSING']), fc.array(text)), basis: fc.array(text) },
  });
  const request = fc.tuple(inquiry, fc.array(told, { minLength: 5 }));
  const epochs = new Map(clients.map((client) => [client, 1]));
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 5 }), async (requests) => {
      const { seq: after } = await t.store.ledger.head();
      await Promise.all(requests.map(([inquiry, told]) => t.store.ledger.append({ inquiry, told, epochs })));
      expect(await t.store.ledger.read({ after, first: 1_000 })).toMatchObject(
        requests.flatMap(([inquiry, told]) => told.map((one) => ({ ...inquiry, ...one }))),
      );
    }),
    { numRuns: 10 },
  );
  expect(await t.store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
  const [first] = await t.store.ledger.read({ after: null, first: 1 });
  if (first) expect(await t.store.ledger.extends(first, await t.store.ledger.head())).toBe(true);
  expect(first).toBeDefined();
});

test('the check before a checkpoint reads only what came since the last one, however long the ledger is', async () => {
  // Makes PostgreSQL plan as for a long ledger, for which a parallel scan of the whole table seems cheaper than many index lookups.
  for (const setting of ['parallel_setup_cost = 0', 'parallel_tuple_cost = 0', 'min_parallel_table_scan_size = 0'])
    await t.sql(`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET ${setting}', current_database()); END $$`);
  const database = openDatabase(t.url, { poolSize: 1 });
  for (let times = 0; times < 10; times += 1) await append('r-1', 1, 2_000);
  const since = await t.store.ledger.head();
  await append('r-2', 1, 20);
  const to = await t.store.ledger.head();
  // Its one connection counts what it reads, in a transaction.
  await database.pool.query('BEGIN');
  expect(await ledgerExtends(database, since, to)).toBe(true);
  const { rows } = await database.pool.query(
    "SELECT seq_tup_read::int, idx_scan > 0 AS by_index FROM pg_stat_xact_user_tables WHERE relname = 'ledger_entry_1'",
  );
  await database.pool.query('ROLLBACK');
  await database.close();
  expect(rows).toEqual([{ seq_tup_read: 0, by_index: true }]);
});

test('the ledger continues in the next part of its storage, which exists before it is needed', async () => {
  const parts = async () =>
    (await t.sql("SELECT inhrelid::regclass::text AS part FROM pg_inherits WHERE inhparent = 'ledger_entry'::regclass"))
      .map(({ part }) => part)
      .sort();
  const isIn = async (part: string) => (await t.sql(`SELECT seq::int FROM ${part} ORDER BY seq`)).map(({ seq }) => seq);
  expect(await parts()).toEqual(['ledger_entry_1', 'ledger_entry_2']);
  await t.sql('UPDATE ledger_head SET seq = 99999998');
  const before = await t.store.ledger.head();
  await append('r-1', 1, 3);
  expect(await isIn('ledger_entry_1')).toEqual([99_999_999, 100_000_000]);
  expect(await isIn('ledger_entry_2')).toEqual([100_000_001]);
  expect(await parts()).toEqual(['ledger_entry_1', 'ledger_entry_2', 'ledger_entry_3']);
  expect(await t.store.ledger.walk(before, 10)).toMatchObject({ to: { seq: 100_000_001 } });
  for (const part of await parts()) await expect(t.sql(`TRUNCATE ${part}`)).rejects.toThrow(/append-only/);
});

test.each([
  "UPDATE ledger_entry SET requester = 'nobody'",
  'DELETE FROM ledger_entry',
  'TRUNCATE ledger_entry',
  "UPDATE ledger_entry_1 SET requester = 'nobody'",
  'DELETE FROM ledger_entry_1',
  'UPDATE ledger_head SET seq = 0',
  "UPDATE ledger_head SET ledger = 'another'",
  'DELETE FROM ledger_head',
])('the ledger refuses: %s', async (statement) => {
  await append('r-1');
  await expect(t.sql(statement)).rejects.toThrow(/append-only/);
  expect(await t.store.ledger.verify()).toEqual({ kind: 'INTACT', entries: 1, checkpoints: 0 });
});

test('no disclosure that relied on a consent is written after its withdrawal was acknowledged, on any replica', async () => {
  const replicas = [t.store, openStore(t.url), openStore(t.url)];
  const consents = Array.from({ length: 25 }, (_, n) => someConsent(`h-${n}`, `hammered-${n % 5}`));
  await t.store.consents.recordMany(consents);
  const acknowledged = new Map<string, number>();
  let going = true;
  let written = 0;
  let moved = 0;
  const disclosers = replicas.flatMap((store, replica) =>
    Array.from({ length: 4 }, async (_, worker) => {
      for (let n = 0; going; n++) {
        const opened = await store.clients.open([`hammered-${(n + worker) % 5}`, `hammered-${(n + worker + 2) % 5}`]);
        const live = opened.map((client) => ({
          client,
          basis: client.consents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id),
        }));
        const outcome = await store.ledger.append({
          inquiry: someInquiry(`${replica}-${worker}-${n}`),
          told: live.map(({ client, basis }) => someTold(client.id, basis)),
          epochs: new Map(opened.map(({ id, epoch }) => [id, epoch])),
        });
        if (outcome.kind === 'WRITTEN') written++;
        else moved++;
      }
    }),
  );
  for (const [n, { id }] of consents.entries()) {
    await replicas[n % 3]?.consents.withdraw(id, 'ada', noon);
    // From here on, every new entry was written after the withdrawal was acknowledged.
    acknowledged.set(id, (await t.store.ledger.head()).seq);
  }
  going = false;
  await Promise.all(disclosers);
  const entries = await t.store.ledger.read({ after: null, first: 1_000_000 });
  for (const entry of entries) {
    for (const consent of entry.basis) expect(entry.seq).toBeLessThanOrEqual(acknowledged.get(consent) ?? 0);
  }
  expect(written).toBeGreaterThan(10);
  expect(moved).toBeGreaterThan(0);
  expect(await t.store.ledger.verify()).toEqual({ kind: 'INTACT', entries: entries.length, checkpoints: 0 });
  await Promise.all(replicas.slice(1).map((store) => store.close()));
});
