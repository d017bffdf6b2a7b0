import { batched } from './batched.ts';
import { type Load as ColumnLoad, loading } from './loading.ts';

/** One request's loads. What a table loads is kept for this request and no other, because the next may have another permit. */
export type Batch = Readonly<{
  now: Date;
  /** Which columns are needed of what a table's `rows` loads (`ColumnsRead`); left out, rows are loaded whole. */
  columns?: Readonly<{ of(given: object): ColumnLoad }>;
  /** Told of every row as it was loaded, before a section reads it: for a preview or a check at the agency itself. */
  loaded?: (rows: readonly unknown[], load: Load) => void;
  /** Runs a section's function on a row in its place, and so sees what it reads: for a check. */
  read?: <Row, Value>(row: Row, as: (row: Row) => Value) => Value;
  /** Called where a section tells of one row and its record has further ones, which are told to nobody: for a check. */
  further?: () => void;
}>;

/** What one call of a table's `rows` was for: the numbers or keys that were asked, and the one each row says it is of. */
export type Load = Readonly<{ asked: readonly string[]; given: readonly string[] }>;

/** Rows of the agency's own database, found by record number. */
export type Table<Row> = Readonly<{
  /** The rows of one record, in the order they were loaded; empty where there are none. Throws what the database throws. */
  rowsOf(number: string, batch: Batch): Promise<readonly Row[]>;
}>;

/** How to load the rows of many records at once, and which record a row belongs to. */
export type TableGiven<Row> = Readonly<{
  rows: (numbers: readonly string[], batch: Batch) => PromiseLike<readonly Row[]>;
  of: (row: Row) => string | number | bigint;
}>;

/**
 * Declares a table: `rows` is called once for all records of a request, however many sections read from it.
 *
 * Rows are matched by `of`, never by position; rows of records that were not asked for are dropped.
 */
export function table<Row>(given: TableGiven<Row>): Table<Row> {
  const { rows, of } = given;
  return batched(async (numbers, batch) => {
    const loaded = await loading(given, batch, () => rows(numbers, batch));
    const byNumber = rowsByKey(numbers, loaded, of, batch);
    return numbers.map((number) => byNumber.get(number) ?? []);
  });
}

/**
 * The rows of each key that was asked, in the order they were loaded. Spaces at the end of a key count for nothing where no key is the
 * same to the letter: to MariaDB, SQL Server and CHAR columns `A12` and `A12  ` are one, and what they find may be written either way.
 */
export function rowsByKey<Row>(
  asked: readonly string[],
  rows: readonly Row[],
  of: TableGiven<Row>['of'],
  { loaded }: Batch,
): ReadonlyMap<string, readonly Row[]> {
  const byKey = new Map<string, Row[]>(asked.map((key) => [key, []]));
  let padded: ReadonlyMap<string, string> | undefined;
  const given = rows.map((row) => {
    const key = String(of(row));
    if (byKey.has(key)) return key;
    padded ??= new Map(asked.map((one) => [one.trimEnd(), one]));
    return padded.get(key.trimEnd()) ?? key;
  });
  for (const [nth, row] of rows.entries()) byKey.get(given[nth] ?? '')?.push(row);
  loaded?.(rows, { asked, given });
  return byKey;
}
