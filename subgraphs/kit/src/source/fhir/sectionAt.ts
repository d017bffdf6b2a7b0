import type { Many, One } from '../../mapping/section.ts';
import type { Table } from '../../mapping/table.ts';

/** A section made from all rows of a record at the request's instant: what is in force depends on more than the rows. */
export const oneAt = <Row, Value extends object>(
  from: Table<Row>,
  as: (rows: readonly Row[], now: Date) => Value | null | undefined,
): One<Value> => ({
  of: async (number, batch) => as(await from.rowsOf(number, batch), batch.now) ?? null,
});

/** A section made from every row for which `as` returns something. */
export const manyAt = <Row, Value extends object>(
  from: Table<Row>,
  as: (row: Row, now: Date) => Value | null,
): Many<Value> => ({
  of: async (number, batch) =>
    (await from.rowsOf(number, batch)).map((row) => as(row, batch.now)).filter((value) => value !== null),
});
