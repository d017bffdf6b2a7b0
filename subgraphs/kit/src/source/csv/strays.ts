import { marksMerged, saysYes } from '../../check/deletedIn.ts';
import type { Columns } from './column.ts';
import type { FileGiven } from './readRows.ts';
import type { Snapshot } from './readSnapshot.ts';

/**
 * Rows of a file that are served for nobody: they name somebody who is not in the file of people, or (`merged`) who,
 * according to that file, was merged into another record.
 */
export type Stray = Readonly<{ file: string; column: string; rows: number; people: string; merged?: true }>;

/** The file and column by which a table of the mapping finds a record's rows. */
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
  if (!peopleFile || !peopleRows || !unread || people.by !== peopleFile.key) return [];
  const known = new Set([...peopleRows.all.map((row) => String(row[people.by])), ...unread]);
  const names = Object.entries(peopleFile.columns).flatMap(([column, { title }]) =>
    [column, title ?? ''].some(marksMerged) ? [column] : [],
  );
  const isMerged = (row: Readonly<Record<string, unknown>>) =>
    names.some((column) => saysYes(row[column]) && row[column] !== row[people.by]);
  const merged = new Set(peopleRows.all.filter(isMerged).map((row) => String(row[people.by])));
  return lists.flatMap(({ name, by }): Stray[] => {
    const found = rows[name]?.all.map((row) => String(row[by] ?? '')) ?? [];
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
