import DataLoader from 'dataloader';
import type { Batch, Table } from './table.ts';

/**
 * Databases limit the number of values bound in one statement. SQLite takes 999 by Prisma's count, including those in the
 * rest of the `where`. Beyond that, Prisma splits the statement.
 */
export const mostAtOnce = 900;

type Load<Row> = (numbers: readonly string[], batch: Batch) => Promise<readonly (readonly Row[])[]>;

/** A table whose rows are loaded once for all records of a request. `load` returns the rows of each number, in order. */
export function batched<Row>(load: Load<Row>): Table<Row> {
  const loaders = new WeakMap<Batch, DataLoader<string, readonly Row[]>>();
  const loaderOf = (batch: Batch): DataLoader<string, readonly Row[]> => {
    const known = loaders.get(batch);
    if (known) return known;
    const fresh = new DataLoader<string, readonly Row[]>((numbers) => load(numbers, batch), {
      maxBatchSize: mostAtOnce,
    });
    loaders.set(batch, fresh);
    return fresh;
  };
  return { rowsOf: (number, batch) => loaderOf(batch).load(number) };
}
