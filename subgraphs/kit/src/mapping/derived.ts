import type { Batch, Table } from './table.ts';

/** A table made of another's rows, record by record: some of them, or others in their place. Loads nothing of its own. */
export const derived = <From, Row>(
  from: Table<From>,
  as: (rows: readonly From[], batch: Batch) => readonly Row[],
): Table<Row> => ({
  rowsOf: async (number, batch) => as(await from.rowsOf(number, batch), batch),
});
