import type { FiledRecord, InventedPartnership, Staff } from '@accord/people/InventedPerson';
import type { Row, Rows } from '@accord/seeding/insertRows';
import { leftBehind } from './leftBehind.ts';
import { ownCodeFor, positions } from './ownCodes.ts';
import { type Lists, recordRows } from './recordRows.ts';

/**
 * All of HarbourCare's rows for these people, by table, in an order that satisfies foreign keys. Throws where a record uses
 * a code or a person that Harbour does not have.
 */
export function tableRows(partnership: InventedPartnership): Rows {
  const records = partnership.people.flatMap((person) =>
    person.records.filter((record) => record.agency === 'harbour'),
  );
  const staff = staffOf(partnership, records);
  const programmes = records.flatMap((record) => [
    record.programme,
    ...record.episodes.map(({ programme }) => programme),
  ]);
  const lists: Lists = { staff: numbered(staff.map(({ login }) => login)), programmes: numbered(programmes) };
  const { enteredTwice, takenBack } = leftBehind(records);
  return new Map([
    ['programme', [...lists.programmes].map(([name, id]) => ({ id, name }))],
    ['staff', staff.map((person) => staffRow(person, lists))],
    ...inOrder([
      ...records.map((record) => recordRows(record, lists)),
      ...enteredTwice.map((record) => withClientDeleted(recordRows(record, lists), deletedAt(record))),
      ...takenBack.map((record) => withRestDeleted(recordRows(record, lists), deletedAt(record))),
    ]),
  ]);
}

/** Everybody on the staff list, and anybody else named as the worker on a file. */
function staffOf(partnership: InventedPartnership, records: readonly FiledRecord[]): readonly Staff[] {
  const all = [...partnership.staff.harbour, ...records.map((record) => record.worker)];
  return [...new Map(all.map((person) => [person.login, person])).values()];
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].sort().map((name, position) => [name, position + 1]));

const staffRow = (person: Staff, { staff }: Lists): Row => ({
  id: staff.get(person.login) ?? null,
  username: person.login,
  full_name: person.name,
  position_code: ownCodeFor(positions, person.role),
  team: person.team,
  phone: person.phone,
});

const deletedAt = (record: FiledRecord): string => `${record.since}T03:00:00Z`;

const withClientDeleted = (file: Rows, deleted_at: string): Rows =>
  new Map([...file].map(([table, rows]) => [table, table === 'client' ? marked(rows, deleted_at) : rows]));

/** The client is already on file, so only the rows that were taken back are added. */
const withRestDeleted = (file: Rows, deleted_at: string): Rows =>
  new Map([...file].map(([table, rows]) => [table, table === 'client' ? [] : marked(rows, deleted_at)]));

const marked = (rows: readonly Row[], deleted_at: string): readonly Row[] =>
  rows.map((row) => ({ ...row, deleted_at }));

function inOrder(files: readonly Rows[]): Rows {
  const all = new Map<string, Row[]>();
  for (const file of files) {
    for (const [table, rows] of file) {
      const sofar = all.get(table) ?? [];
      for (const row of rows) sofar.push({ deleted_at: null, ...row });
      all.set(table, sofar);
    }
  }
  return all;
}
