import { marksMerged, saysYes } from '../../check/deletedIn.ts';
import type { Columns } from './column.ts';
import { type FileGiven, keyTitle, nameOf } from './readRows.ts';
import type { Snapshot } from './readSnapshot.ts';

/**
 * Rows of a file that are served for nobody: they name somebody who is not in the file of people, or (`merged`) who,
 * according to that file, was merged into another record.
 */
export type Stray = Readonly<{ file: string; column: string; rows: number; people: string; merged?: true }>;

/** The file and column by which a table of the mapping finds a record's rows; `by` is a title where several columns are the key. */
export type FoundBy = Readonly<{ name: string; by: string }>;

/**
 * Counts the rows of each list that belong to nobody on file: their number is empty or written differently, or the job
 * leaves that person out. A person whose own row could not be read counts as on file; where it is unknown who that is,
 * nothing is counted.
 */
export function straysOf(
  { rows }: Pick<Snapshot, 'rows'>,
  files: Readonly<Record<string, FileGiven<Columns>>>,
  people: FoundBy,
  lists: readonly FoundBy[],
): readonly Stray[] {
  const [peopleFile, peopleRows] = [files[people.name], rows[people.name]];
  const unread = peopleRows?.unread();
  if (!peopleFile || !peopleRows || !unread) return [];
  // Which people the unreadable rows are is known by the file's key alone.
  if (people.by !== keyTitle(peopleFile.key) && unread.length > 0) return [];
  const personOf = numberIn(peopleFile, people.by);
  const known = new Set([...peopleRows.all.map(personOf), ...unread]);
  const names = Object.entries(peopleFile.columns).flatMap(([column, { title }]) =>
    [column, title ?? ''].some(marksMerged) ? [column] : [],
  );
  const isMerged = (row: Readonly<Record<string, unknown>>) =>
    names.some((column) => saysYes(row[column]) && String(row[column]) !== personOf(row));
  const merged = new Set(peopleRows.all.filter(isMerged).map(personOf));
  return lists.flatMap(({ name, by }): Stray[] => {
    const given = files[name];
    const found = given ? (rows[name]?.all.map(numberIn(given, by)) ?? []) : [];
    const { file = name, columns } = files[name] ?? {};
    const told = { file, column: columns?.[by]?.title ?? by, people: peopleFile.file };
    const strange = found.filter((number) => !known.has(number)).length;
    const behind = name === people.name ? 0 : found.filter((number) => merged.has(number)).length;
    return [
      ...(strange === 0 ? [] : [{ ...told, rows: strange }]),
      ...(behind === 0 ? [] : [{ ...told, rows: behind, merged: true as const }]),
    ];
  });
}

/** The number by which a row is found: one column's value, or that of all columns that are the file's key together. */
const numberIn =
  ({ key }: FileGiven<Columns>, by: string) =>
  (row: Readonly<Record<string, unknown>>): string =>
    by === keyTitle(key) ? nameOf(row, key) : String(row[by] ?? '');
