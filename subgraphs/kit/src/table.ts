import DataLoader from 'dataloader';

/** One request's loads. What a table loads is kept for this request and no other, because the next may have another permit. */
export type Batch = Readonly<{ now: Date }>;

/** Rows of the agency's own database, found by record number. */
export type Table<Row> = Readonly<{
  /** The rows of one record, in the order they were loaded; empty where there are none. Throws what the database throws. */
  rowsOf(number: string, batch: Batch): Promise<readonly Row[]>;
}>;

/** How to load the rows of many records at once, and which record a row belongs to. */
export type TableGiven<Row> = Readonly<{
  rows: (numbers: readonly string[]) => PromiseLike<readonly Row[]>;
  of: (row: Row) => string | number;
}>;

/** Databases bind a limited number of values in one statement. */
const mostNumbersAtOnce = 1000;

/**
 * Declares a table: `rows` is called once for all records of a request, however many sections read from it.
 *
 * Rows are matched by `of`, never by position; rows of records that were not asked for are dropped.
 */
export function table<Row>({ rows, of }: TableGiven<Row>): Table<Row> {
  const loaders = new WeakMap<Batch, DataLoader<string, readonly Row[]>>();

  const load = async (numbers: readonly string[]): Promise<readonly (readonly Row[])[]> => {
    const byNumber = new Map<string, Row[]>(numbers.map((number) => [number, []]));
    for (const row of await rows(numbers)) byNumber.get(String(of(row)))?.push(row);
    return numbers.map((number) => byNumber.get(number) ?? []);
  };

  const loaderOf = (batch: Batch): DataLoader<string, readonly Row[]> => {
    const known = loaders.get(batch);
    if (known) return known;
    const fresh = new DataLoader<string, readonly Row[]>(load, { maxBatchSize: mostNumbersAtOnce });
    loaders.set(batch, fresh);
    return fresh;
  };

  return { rowsOf: (number, batch) => loaderOf(batch).load(number) };
}
