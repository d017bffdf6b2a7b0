import { deletedIn } from './deletedIn.ts';
import { counted, type Finding } from './Finding.ts';

type Rows = Readonly<{ left: number; all: number }>;

/**
 * Checks for rows that were loaded and are served to nobody: rows for which a list gives null, and rows after the first
 * where a section serves only one. Rows marked as gone are left out on purpose. Such a row vanishes while the list looks
 * complete, so no message of a check advises null for a row of a list.
 */
export function checkRows() {
  const lists = new Set<string>();
  const rows = new Map<string, Rows>();
  const further = new Map<string, number>();
  return {
    /** `row`: the row itself, without the rows beside it. */
    row(section: string, row: unknown, value: unknown): void {
      if (value === null && deletedIn(row) !== null) return;
      const { left, all } = rows.get(section) ?? { left: 0, all: 0 };
      rows.set(section, { left: left + (value === null ? 1 : 0), all: all + 1 });
    },
    further(section: string): void {
      further.set(section, (further.get(section) ?? 0) + 1);
    },
    list(section: string): void {
      lists.add(section);
    },
    findings: (records: number): readonly Finding[] => [
      ...[...rows].flatMap(([section, { left, all }]) =>
        left === 0 || !lists.has(section) ? [] : [leftOut(section, left, all)],
      ),
      ...[...further].map(([section, count]) => onlyTheFirst(section, count, records)),
    ],
  };
}

function leftOut(section: string, left: number, all: number): Finding {
  const [is, them] = left === 1 ? ['is', 'it'] : ['are', 'them'];
  return {
    check: 'TOLD_TO_NOBODY',
    gravity: 'LOOK',
    where: section,
    found: `${counted(left, 'row')} of ${all} ${is} told to nobody, because the mapping gives null for ${them}. The list looks complete without ${them}.`,
    todo: 'If they are real entries, correct how their columns are read. If not, leave them out of the rows that the section loads.',
  };
}

const onlyTheFirst = (section: string, count: number, records: number): Finding => ({
  check: 'TOLD_TO_NOBODY',
  gravity: 'LOOK',
  where: section,
  found: `${counted(count, 'record')} of ${records} ${count === 1 ? 'has' : 'have'} several rows here, and only the first is told.`,
  todo: 'Combine them, or choose the one that counts ("latest", "asOf", an order). What the others hold, such as an unsafe way of contact, is told to nobody.',
});
