import { knownNames } from '@accord/linkage/placeholderNames';
import type { LinkageRow } from '../mapping/Mapping.ts';
import { counted, type Finding } from './Finding.ts';

/** A day of birth that this share of the people have, and at least this many, was not theirs: some system's default. */
const suspiciousShare = 0.02;
const suspiciousCount = 10;

/** Looks at what linkage is told of people: days of birth that are missing or stand in for one, and names that are none. */
export function checkPeople() {
  const births = new Map<string, number>();
  let [records, undated, inFuture, unnamed] = [0, 0, 0, 0];
  return {
    page(rows: readonly LinkageRow[], today: string): void {
      for (const row of rows) {
        const { given, family, dateOfBirth } = knownNames(row);
        records += 1;
        if (!given || !family) unnamed += 1;
        if (dateOfBirth === null) undated += 1;
        else {
          births.set(dateOfBirth, (births.get(dateOfBirth) ?? 0) + 1);
          if (dateOfBirth > today) inFuture += 1;
        }
      }
    },
    findings(): readonly Finding[] {
      const [day, count] = [...births].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
      return [
        ...some(undated, {
          check: 'DATES_OF_BIRTH',
          found: `${counted(undated, 'record')} of ${records} ${undated === 1 ? 'has' : 'have'} no readable date of birth.`,
          todo: 'Without it a person is rarely found at other agencies. Check whether the column is written in a way the mapping does not read; otherwise have workers ask.',
        }),
        ...some(inFuture, {
          check: 'DATES_OF_BIRTH',
          found: `${counted(inFuture, 'record')} of ${records} ${inFuture === 1 ? 'has' : 'have'} a date of birth in the future.`,
          todo: 'Look for two-digit years, or day and month swapped. Correct how the mapping reads the column, or correct the record.',
        }),
        ...some(count >= suspiciousCount && count / records >= suspiciousShare ? count : 0, {
          check: 'DATES_OF_BIRTH',
          found: `${counted(count, 'record')} of ${records} have the same date of birth, ${day}.`,
          todo: 'If your system fills this in when the date is unknown, give null for it: otherwise strangers look like one person.',
        }),
        ...some(unnamed, {
          check: 'NAMES',
          found: `${counted(unnamed, 'record')} of ${records} ${unnamed === 1 ? 'has' : 'have'} no complete name, or words such as "unknown" in its place.`,
          todo: 'They are linked by their other details alone. If the name is not known, there is nothing to do.',
        }),
      ];
    },
  };
}

const some = (count: number, finding: Pick<Finding, 'check' | 'found' | 'todo'>): readonly Finding[] =>
  count === 0 ? [] : [{ gravity: 'LOOK', where: 'linkage', ...finding }];
