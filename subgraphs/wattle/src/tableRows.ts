import type { FiledRecord, InventedPartnership, Staff } from '@accord/people/InventedPerson';
import { mergedAway } from './mergedAway.ts';
import { levels, ownCodeFor } from './ownCodes.ts';
import { type Initials, type Row, type Rows, recordRows } from './recordRows.ts';

/** All of Wattle's rows for these people, by table. Throws where a record uses a code or a person that Wattle does not have. */
export function tableRows(partnership: InventedPartnership): Rows {
  const records = partnership.people.flatMap((person) => person.records.filter((record) => record.agency === 'wattle'));
  const staff = staffOf(partnership, records);
  const initials = initialsOf(staff);
  const all = new Map<string, Row[]>([['USERS', staff.map((person) => userRow(person, initials))]]);
  const add = (file: Rows): void => {
    for (const [table, rows] of file) {
      const sofar = all.get(table) ?? [];
      sofar.push(...rows);
      all.set(table, sofar);
    }
  };
  for (const record of records) add(recordRows(record, initials));
  for (const { gone, into } of mergedAway(records)) add(withMergeTo(recordRows(gone, initials), into));
  return all;
}

/** Everybody on the staff list, and anybody else named as the worker on a file. */
function staffOf(partnership: InventedPartnership, records: readonly FiledRecord[]): readonly Staff[] {
  const all = [...partnership.staff.wattle, ...records.map((record) => record.worker)];
  return [...new Map(all.map((person) => [person.login, person])).values()];
}

/** `MO` for Mara Okafor; the next person with the same initials signs `MO2`. */
function initialsOf(staff: readonly Staff[]): Initials {
  const signed = new Map<string, number>();
  return new Map(
    staff.map(({ login, name }) => {
      const letters = name
        .split(/\s+/)
        .map((word) => word.charAt(0).toUpperCase())
        .join('');
      const times = (signed.get(letters) ?? 0) + 1;
      signed.set(letters, times);
      return [login, times === 1 ? letters : `${letters}${times}`];
    }),
  );
}

const userRow = (person: Staff, initials: Initials): Row => ({
  USR_INIT: initials.get(person.login) ?? null,
  USR_LOGIN: person.login,
  USR_NAM: person.name,
  USR_LVL: ownCodeFor(levels, person.role),
  USR_TEAM: person.team,
  USR_PH: person.phone,
});

const withMergeTo = (file: Rows, into: number): Rows =>
  new Map(
    [...file].map(([table, rows]) => [
      table,
      table === 'TBL_PERS' ? rows.map((row) => ({ ...row, MRG_TO: into })) : rows,
    ]),
  );
