import { batched } from './batched.ts';
import { type Load as ColumnLoad, loading } from './loading.ts';

/** The loads of one request. What a table loads is kept for this request only, because the next may have another permit. */
export type Batch = Readonly<{
  now: Date;
  /** Which columns are needed of what a table's `rows` loads (`ColumnsRead`). If absent, rows are loaded whole. */
  columns?: Readonly<{ of(given: object): ColumnLoad }>;
  /** Called with all rows as loaded, before a section reads them: for a preview or a check at the agency itself. */
  loaded?: (rows: readonly unknown[], load: Load) => void;
  /** Runs a section's function on a row in its place, and so sees what it reads: for a check. */
  read?: <Row, Value>(row: Row, as: (row: Row) => Value) => Value;
  /** Called where a section serves one row but its record has further ones, which are not served: for a check. */
  further?: () => void;
}>;

/** What one call of a table's `rows` was for: the numbers or keys requested, and the one each returned row belongs to. */
export type Load = Readonly<{ asked: readonly string[]; given: readonly string[] }>;

/** Rows of the agency's own database, found by record number. */
export type Table<Row> = Readonly<{
  /** The rows of one record, in the order they were loaded; empty where there are none. Throws the database's errors. */
  rowsOf(number: string, batch: Batch): Promise<readonly Row[]>;
}>;

/** How to load the rows of many records at once, and which record a row belongs to. */
export type TableGiven<Row> = Readonly<{
  rows: (numbers: readonly string[], batch: Batch) => PromiseLike<readonly Row[]>;
  of: (row: Row) => string | number | bigint;
}>;

/**
 * Declares a table. `rows` is called once for all records of a request, however many sections read from it.
 *
 * Rows are matched by `of`, never by position; rows of records that were not requested are dropped.
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
 * The rows of each requested key, in the order they were loaded. Where no key matches exactly, spaces at its end are
 * ignored: MariaDB, SQL Server and CHAR columns treat `A12` and `A12 ` as equal and may return either spelling.
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
