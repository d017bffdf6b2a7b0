import { InputFault } from '../../command/InputFault.ts';
import { ExtractFault } from './ExtractFault.ts';
import { keyTitle, nameOf, type ReadFile } from './readRows.ts';

/** The rows of one file of a snapshot, found by key and by further columns. */
export type FileRows<Row> = Readonly<{
  all: readonly Row[];
  /** The row of this key. Throws where a row of that key had to be left out, or there is none and one was left out whose key is not known. */
  get(key: string): Row | undefined;
  /** Rows in the file's order. Throws where one of them had to be left out, or may have been: what remains would look whole and is not. */
  by(column: keyof Row & string, value: string): readonly Row[];
  /** At most `size` rows after this key, in the order of keys: for linkage. */
  after(key: string | null, size: number): readonly Row[];
  /** Keys of rows that had to be left out, which are on file all the same; null where one of them is not known. For linkage. */
  unread(): readonly string[] | null;
}>;

/** Indexes what was read. Throws where `by` is asked for a column that the mapping does not list. */
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
    // A key stands once in the file: what is found by it is whole.
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
