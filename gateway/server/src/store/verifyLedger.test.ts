import { createHash } from 'node:crypto';
import type { Checkpoint } from '@accord/contract/checkpoint';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { hashOf } from './LedgerEntry.ts';
import { noon, someConsent, someInquiry, someTold, type TestStore, testStore } from './testStore.ts';
import { noHash } from './walkLedger.ts';
import { beginning } from './walkPart.ts';

// An owner of the database who bypasses its triggers is found out, and where.

let postgres: TestPostgres;
let t: TestStore;
let kept: Checkpoint;
beforeAll(async () => {
  postgres = await testPostgres();
});
beforeEach(async () => {
  t = await testStore(postgres);
  await t.store.consents.record(someConsent('c-ada', 'ada'));
  await append(4);
  kept = { ...(await t.store.ledger.head()), at: noon };
  await append(4);
  await t.sql('ALTER TABLE ledger_entry DISABLE TRIGGER ALL; ALTER TABLE ledger_head DISABLE TRIGGER ALL');
});
afterEach(() => t.close());
afterAll(() => postgres?.stop());

const append = (count: number) =>
  t.store.ledger.append({
    inquiry: someInquiry('r'),
    told: Array.from({ length: count }, (_, n) => ({ ...someTold('ada', ['c-ada']), handle: `handle-${n}` })),
    epochs: new Map([['ada', 1]]),
  });

const places = async (checkpoints: readonly Checkpoint[] = []) => {
  const found = await t.store.ledger.verify({ checkpoints });
  // The check the hub makes before it signs finds what the walk finds.
  const walked = await t.store.ledger.verify({ since: kept });
  expect(await t.store.ledger.extends(kept, await t.store.ledger.head())).toBe(walked.kind === 'INTACT');
  return found.kind === 'INTACT' ? [] : found.findings.map(({ seq, why }) => [seq, why]);
};

/** Makes the chain consistent again from an entry on, as somebody who knows how it is made would. */
async function rechain(): Promise<void> {
  let prevHash = noHash;
  let seq = 0;
  for (const entry of await t.store.ledger.read({ after: null, first: 100 })) {
    seq += 1;
    const changed = { ...entry, seq, prevHash };
    const hash = hashOf(changed);
    await t.sql(
      `UPDATE ledger_entry SET seq = ${seq}, prev_hash = '${prevHash}', hash = '${hash}' WHERE seq = ${entry.seq}`,
    );
    prevHash = hash;
  }
  await t.sql(`UPDATE ledger_head SET seq = ${seq}, hash = '${prevHash}'`);
}

test('an untouched ledger is intact, with the checkpoint and without', async () => {
  expect(await t.store.ledger.verify()).toEqual({ kind: 'INTACT', entries: 8, checkpoints: 0 });
  expect(await t.store.ledger.verify({ checkpoints: [kept] })).toEqual({ kind: 'INTACT', entries: 8, checkpoints: 1 });
});

const columns: Readonly<Record<string, string>> = {
  ...{ at: "at + interval '1 ms'", request_id: "'other'", requester: "'nobody'", role: "'MANAGER'" },
  ...{ requester_agency: "'wattle'", purpose: "'EMERGENCY'", client_id: "'bea'", handle: "'other'" },
  ...{ agency_id: "'wattle'", categories: "'{HOUSING}'", basis: "'{}'", operation: "'other'" },
  ...{ prev_hash: `'${noHash}'`, hash: `'${noHash}'` },
};

test.each(Object.entries(columns))('an edit of %s is found at its entry', async (column, value) => {
  await t.sql(`UPDATE ledger_entry SET ${column} = ${value} WHERE seq = 3`);
  expect((await places())[0]).toEqual([3, 'entry 3 was changed after it was written']);
});

test('every column of an entry is covered by its hash', async () => {
  const rows = await t.sql(`SELECT column_name FROM information_schema.columns WHERE table_name = 'ledger_entry'`);
  expect(rows.map((row) => row.column_name).sort()).toEqual(['seq', ...Object.keys(columns)].sort());
});

test.each(Object.entries(columns))(
  'an edit of %s after a checkpoint is found before the next',
  async (column, value) => {
    await t.sql(`UPDATE ledger_entry SET ${column} = ${value} WHERE seq = 6`);
    expect(await t.store.ledger.extends(kept, await t.store.ledger.head())).toBe(false);
  },
);

test.each(['basis', 'categories'])(
  'an entry whose %s was removed does not hold, even if its hash was made without it',
  async (column) => {
    const [entry] = await t.store.ledger.read({ after: 7, first: 1 });
    if (!entry) throw new Error('There is no entry 8.');
    const { seq, prevHash, hash: _hash, at, ...told } = entry;
    const fields = Object.entries({ ...told, seq, prevHash, at: at.toISOString() }).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    const hashed = fields.map(([name, value]) => `"${name}":${name === column ? '' : JSON.stringify(value)}`);
    const hash = createHash('sha256').update(`{${hashed}}`).digest('hex');
    await t.sql(`UPDATE ledger_entry SET ${column} = NULL, hash = '${hash}' WHERE seq = 8`);
    await t.sql(`UPDATE ledger_head SET hash = '${hash}'`);
    expect(await t.store.ledger.extends(kept, await t.store.ledger.head())).toBe(false);
  },
);

test('an edit with a matching hash is found at the next entry', async () => {
  const [entry] = await t.store.ledger.read({ after: 5, first: 1 });
  if (!entry) throw new Error('There is no entry 6.');
  const hash = hashOf({ ...entry, requester: 'nobody' });
  await t.sql(`UPDATE ledger_entry SET requester = 'nobody', hash = '${hash}' WHERE seq = 6`);
  expect(await places()).toEqual([[7, 'entry 7 does not follow entry 6 as it is now']]);
});

test('a removal in the middle is found, of one entry or several', async () => {
  await t.sql('DELETE FROM ledger_entry WHERE seq = 2 OR seq IN (4, 5, 6)');
  expect(await places()).toEqual([
    [2, 'entry 2 is missing'],
    [4, 'entries 4 to 6 are missing'],
  ]);
});

test('a removal of the first entries is found', async () => {
  await t.sql('DELETE FROM ledger_entry WHERE seq <= 2');
  expect(await places()).toEqual([[1, 'entries 1 to 2 are missing']]);
});

test('a removal at the end is found while the head still knows of it', async () => {
  await t.sql('DELETE FROM ledger_entry WHERE seq > 6');
  expect(await places()).toEqual([[7, 'entries 7 to 8 are missing']]);
});

test('a removal at the end with the head set back is found only by a checkpoint', async () => {
  await t.sql(`DELETE FROM ledger_entry WHERE seq > 3;
    UPDATE ledger_head SET seq = 3, hash = (SELECT hash FROM ledger_entry WHERE seq = 3)`);
  expect(await places()).toEqual([]);
  expect(await places([kept])).toEqual([
    [4, `truncated: the checkpoint of ${noon.toISOString()} covers 4 entries, but the ledger ends at 3`],
  ]);
});

test('of two entries that were swapped both are found', async () => {
  await t.sql(`UPDATE ledger_entry SET seq = 1000 WHERE seq = 2; UPDATE ledger_entry SET seq = 2 WHERE seq = 5;
    UPDATE ledger_entry SET seq = 5 WHERE seq = 1000`);
  expect(await places()).toEqual([
    [2, 'entry 2 was changed after it was written'],
    [3, 'entry 3 does not follow entry 2 as it is now'],
    [5, 'entry 5 was changed after it was written'],
    [6, 'entry 6 does not follow entry 5 as it is now'],
  ]);
});

test.each([0, -7])('an entry inserted before the first, as number %d, is found', async (seq) => {
  await t.sql(copyOf(3, seq));
  const why = `entry ${seq} was added by something other than the hub`;
  expect(await places()).toEqual([[seq, why]]);
  expect(await t.store.ledger.walk(beginning, 100)).toMatchObject({ fault: { seq, why }, holdsTo: 0 });
});

test('an entry added after the last is found', async () => {
  await t.sql(copyOf(8, 9));
  expect(await places()).toEqual([[9, 'entry 9 was added by something other than the hub']]);
});

test('an entry inserted in between, with later ones moved up, is found where it stands', async () => {
  await t.sql(`UPDATE ledger_entry SET seq = seq + 1000 WHERE seq > 3; ${copyOf(3, 4)};
    UPDATE ledger_entry SET seq = seq - 999 WHERE seq > 1000; UPDATE ledger_head SET seq = 9`);
  expect((await places())[0]).toEqual([4, 'entry 4 was changed after it was written']);
});

test('a head that was edited is found', async () => {
  await t.sql(`UPDATE ledger_head SET hash = repeat('1', 64)`);
  expect(await places()).toEqual([[8, 'entry 8 is not the one the ledger names as its last']]);
  await t.sql(`UPDATE ledger_head SET seq = 6, hash = (SELECT hash FROM ledger_entry WHERE seq = 6)`);
  expect(await places()).toEqual([[7, 'entry 7 was added by something other than the hub']]);
});

test('a chain rebuilt after an edit is consistent in itself; a checkpoint shows it, and from where', async () => {
  const early = { ...kept, seq: 2, hash: (await t.store.ledger.read({ after: 1, first: 1 }))[0]?.hash ?? '' };
  await t.sql(`UPDATE ledger_entry SET requester = 'nobody' WHERE seq = 3`);
  await rechain();
  expect(await places()).toEqual([]);
  expect(await places([early])).toEqual([]);
  expect(await places([early, kept])).toEqual([
    [4, expect.stringMatching(/^rewritten: entry 4 .* up to 2 agree with a checkpoint, 3 to 4 do not$/)],
  ]);
});

test('a chain rebuilt without an entry is consistent in itself; a checkpoint shows it', async () => {
  await t.sql('DELETE FROM ledger_entry WHERE seq = 2');
  await rechain();
  expect(await places()).toEqual([]);
  expect(await places([kept])).toEqual([[4, expect.stringMatching(/^rewritten: entry 4/)]]);
});

test('a checkpoint of another ledger is reported as such', async () => {
  expect(await places([{ ...kept, ledger: 'elsewhere' }])).toEqual([
    [4, expect.stringMatching(/^another ledger: .* belongs to ledger elsewhere/)],
  ]);
});

test("an edited checkpoint of the hub's own is found", async () => {
  await t.store.ledger.checkpoints.add({ ...kept, hash: noHash, jws: '' });
  expect(await places()).toEqual([[4, expect.stringMatching(/^rewritten/)]]);
});

const copyOf = (seq: number, as: number): string =>
  `INSERT INTO ledger_entry SELECT ${as}, at, request_id, requester, role, requester_agency, purpose, client_id, handle,
     agency_id, categories, basis, operation, prev_hash, hash FROM ledger_entry WHERE seq = ${seq}`;
