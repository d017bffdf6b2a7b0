import { InputFault } from '../../command/InputFault.ts';
import { ExtractFault } from './ExtractFault.ts';
import { keyTitle, nameOf, type ReadFile } from './readRows.ts';

/** The rows of one file of a snapshot, indexed by key and by further columns. */
export type FileRows<Row> = Readonly<{
  all: readonly Row[];
  /**
   * The row with this key. Throws where a row with that key had to be left out, or where none is found and a row with an
   * unknown key was left out.
   */
  get(key: string): Row | undefined;
  /** Rows in the file's order. Throws where one of them was left out, or may have been: the rest would look complete and is not. */
  by(column: keyof Row & string, value: string): readonly Row[];
  /** At most `size` rows after this key, in key order: for linkage. */
  after(key: string | null, size: number): readonly Row[];
  /** Keys of rows that had to be left out; they are on file all the same. Null where one of the keys is unknown. For linkage. */
  unread(): readonly string[] | null;
}>;

/** Indexes the rows of a file. Throws where `by` is called with a column that the mapping does not list. */
export function fileRows<Row extends Readonly<Record<string, unknown>>>(
  { rows, broken, unsure }: ReadFile<Row>,
  { file, key: named, by = [] }: Readonly<{ file: string; key: string | readonly string[]; by?: readonly string[] }>,
): FileRows<Row> {
  const key = keyTitle(named);
  const keyOf = (row: Row): string => nameOf(row, named);
  const indexes = new Map([
    [key, indexOf(rows, keyOf)],
    ...by.map((column) => [column, indexOf(rows, (row) => row[column])] as const),
  ]);
  let sorted: readonly Row[] | undefined;

  const find = (column: string, value: string): readonly Row[] => {
    const index = indexes.get(column);
    if (!index) throw new InputFault(`${file} is not indexed by "${column}". Name the column in \`by\`.`);
    if (broken.get(column)?.has(value))
      throw new ExtractFault(`${file}: a row was left out that has this value of "${column}".`);
    const found = index.get(value) ?? [];
    // A key occurs once in the file, so a row found by its key is complete.
    if (unsure.has(column) && !(column === key && found.length > 0))
      throw new ExtractFault(`${file}: a row was left out whose value of "${column}" is not known.`);
    return found;
  };
  return {
    all: rows,
    get: (value) => find(key, value)[0],
    by: find,
    after(last, size) {
      sorted ??= [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      return sorted.slice(placeAfter(sorted, last, keyOf)).slice(0, size);
    },
    unread: () => (unsure.has(key) ? null : [...(broken.get(key) ?? [])]),
  };
}

function indexOf<Row>(rows: readonly Row[], toldBy: (row: Row) => unknown) {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const value = toldBy(row);
    if (value === null || value === undefined) continue;
    const found = index.get(String(value));
    if (found) found.push(row);
    else index.set(String(value), [row]);
  }
  return index;
}

function placeAfter<Row>(sorted: readonly Row[], last: string | null, keyOf: (row: Row) => string): number {
  if (last === null) return 0;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = sorted[middle];
    if (row !== undefined && keyOf(row) <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}
