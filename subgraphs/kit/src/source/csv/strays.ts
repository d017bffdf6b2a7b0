import { marksMerged, saysYes } from '../../check/deletedIn.ts';
import type { Columns } from './column.ts';
import type { FileGiven } from './readRows.ts';
import type { Snapshot } from './readSnapshot.ts';

/** Rows of a file that name nobody whom the file of people has, or (`merged`) whom it says was merged into another, so that nobody is told of them. */
export type Stray = Readonly<{ file: string; column: string; rows: number; people: string; merged?: true }>;

/** By which column of which file a table of the mapping finds the rows of a record. */
export type FoundBy = Readonly<{ name: string; by: string }>;

/**
 * Counts, of each list, the rows that are of nobody on file: a number written otherwise there, or none, or somebody whom the job leaves
 * out of the people. Somebody whose own row could not be read is on file; where nobody can say who that is, nothing is counted.
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
