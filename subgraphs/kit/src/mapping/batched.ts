import DataLoader from 'dataloader';
import type { Batch, Table } from './table.ts';

/**
 * Databases bind a limited number of values in one statement: SQLite 999 by Prisma's count, those of the rest of the `where` among
 * them. With more, Prisma makes several statements of one.
 */
export const mostAtOnce = 900;

type Load<Row> = (numbers: readonly string[], batch: Batch) => Promise<readonly (readonly Row[])[]>;

/** A table whose rows are loaded for all records of a request at once, and once: `load` gives those of each number, in order. */
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
