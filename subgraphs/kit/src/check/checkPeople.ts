import { knownNames } from '@accord/linkage/placeholderNames';
import type { LinkageRow } from '../mapping/Mapping.ts';
import { counted, type Finding } from './Finding.ts';

/** If this share of the people, and at least this many of them, have the same date of birth, it is some system's default. */
const suspiciousShare = 0.02;
const suspiciousCount = 10;

/** Checks what linkage gets: dates of birth that are missing or stand in for one, and names that are not names. */
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
          found: `${counted(undated, 'record')} of ${records} ${undated === 1 ? 'has' : 'have'} no day of birth that can be read.`,
          todo: 'Without it a person is rarely found at other agencies. See whether the column is written another way than the mapping reads; otherwise have workers ask.',
        }),
        ...some(inFuture, {
          check: 'DATES_OF_BIRTH',
          found: `${counted(inFuture, 'record')} of ${records} ${inFuture === 1 ? 'has' : 'have'} a day of birth after today.`,
          todo: 'Two-digit years, or day and month the wrong way round? Mend how the mapping reads the column, or the record.',
        }),
        ...some(count >= suspiciousCount && count / records >= suspiciousShare ? count : 0, {
          check: 'DATES_OF_BIRTH',
          found: `${counted(count, 'record')} of ${records} have the same day of birth, ${day}.`,
          todo: 'If your system fills it in where none is known, give null for it: otherwise strangers look like one person.',
        }),
        ...some(unnamed, {
          check: 'NAMES',
          found: `${counted(unnamed, 'record')} of ${records} ${unnamed === 1 ? 'has' : 'have'} no whole name, or words such as "unknown" in its place.`,
          todo: 'They are linked by nothing but the rest. Nothing to do where the name is not known.',
        }),
      ];
    },
  };
}

const some = (count: number, finding: Pick<Finding, 'check' | 'found' | 'todo'>): readonly Finding[] =>
  count === 0 ? [] : [{ gravity: 'LOOK', where: 'linkage', ...finding }];
