import type { Columns } from './column.ts';
import type { FileGiven } from './readRows.ts';
import type { Snapshot } from './readSnapshot.ts';

/** Rows of a file that name nobody whom the file of people has, so that nobody is told of them. */
export type Stray = Readonly<{ file: string; column: string; rows: number; people: string }>;

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
  return lists.flatMap(({ name, by }) => {
    const strange = rows[name]?.all.filter((row) => !known.has(String(row[by] ?? ''))).length ?? 0;
    const { file = name, columns } = files[name] ?? {};
    return strange === 0 ? [] : [{ file, column: columns?.[by]?.title ?? by, rows: strange, people: peopleFile.file }];
  });
}
