import pg from 'pg';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { hashOf, type LedgerEntry } from './LedgerEntry.ts';
import { openStore } from './Store.ts';
import { migrateFilled, someInquiry, someTold } from './testStore.ts';
import { noHash } from './walkLedger.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await testPostgres();
});
afterAll(() => postgres?.stop());

test.each([
  ['', 0, 'ledger_entry_1'],
  [', of whatever length', 250_000_000, 'ledger_entry_3'],
])('an existing ledger continues unchanged when its storage is divided%s', async (_how, already, part) => {
  const url = await postgres.emptyDatabase();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await migrateFilled(owner, '_ledger_parts', () => fill(owner, already));
  const store = openStore(url);
  const { seq, hash } = await store.ledger.head();
  expect(seq).toBe(already + 3);
  await store.ledger.append({ inquiry: someInquiry('new'), told: [someTold('ada')], epochs: new Map([['ada', 0]]) });
  const walked = await store.ledger.walk({ seq: already, hash: noHash }, 10);
  expect(walked).toMatchObject({ to: { seq: already + 4 } });
  expect((await store.ledger.read({ after: seq, first: 9 })).map(({ prevHash }) => prevHash)).toEqual([hash]);
  await store.close();
  expect((await owner.query(`SELECT count(*)::int AS count FROM ${part}`)).rows).toEqual([{ count: 4 }]);
  for (const change of [`DELETE FROM ${part}`, `UPDATE ${part} SET hash = ''`, `TRUNCATE ${part}`])
    await expect(owner.query(change)).rejects.toThrow(/append-only/);
  await owner.end();
});

/** Three entries after this many, as written by a hub before that migration. */
async function fill(owner: pg.Client, already: number): Promise<void> {
  await owner.query("INSERT INTO client (id) VALUES ('ada')");
  let last = { seq: already, hash: noHash };
  for (let count = 0; count < 3; count += 1) {
    const entry = { ...someInquiry('old'), ...someTold('ada'), seq: last.seq + 1, prevHash: last.hash };
    const written: LedgerEntry = { ...entry, hash: hashOf(entry) };
    await owner.query(
      `INSERT INTO ledger_entry (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle, agency_id,
         categories, basis, operation, prev_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ...[written.seq, written.at, written.requestId, written.requester, written.role, written.requesterAgency],
        ...[written.purpose, written.clientId, written.handle, written.agencyId, written.categories, written.basis],
        ...[written.operation, written.prevHash, written.hash],
      ],
    );
    last = written;
  }
  await owner.query('UPDATE ledger_head SET seq = $1, hash = $2', [last.seq, last.hash]);
}
