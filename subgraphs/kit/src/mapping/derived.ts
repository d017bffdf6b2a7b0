import type { Batch, Table } from './table.ts';

/** A table derived from another one record by record: some of its rows, or other rows in their place. Loads nothing itself. */
export const derived = <From, Row>(
  from: Table<From>,
  as: (rows: readonly From[], batch: Batch) => readonly Row[],
): Table<Row> => ({
  rowsOf: async (number, batch) => as(await from.rowsOf(number, batch), batch),
});
