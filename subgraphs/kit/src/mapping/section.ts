import type { Batch, Table } from './table.ts';

/** A part of a record that occurs at most once, such as its identity. */
export type One<Value> = Readonly<{ of(number: string, batch: Batch): Promise<Value | null> }>;

/**
 * A part of a record that may occur several times, such as its alerts. Null where the agency keeps nothing of the kind for
 * this record.
 */
export type Many<Value> = Readonly<{ of(number: string, batch: Batch): Promise<readonly Value[] | null> }>;

/** What is served from a row. `now` is the request's one time, for values that depend on it, such as whether a day has passed. */
type As<Row, Value> = (row: Row, at: Readonly<{ now: Date }>) => Value;

/**
 * A section made from the first row of a table; null where there is no row, or where `as` returns null. `check` reports
 * where there are further rows.
 */
export const one = <Row, Value extends object>(from: Table<Row>, as: As<Row, Value | null>): One<Value> => ({
  async of(number, batch) {
    const rows = await from.rowsOf(number, batch);
    const [row] = rows;
    if (rows.length > 1) batch.further?.();
    return row === undefined ? null : read(row, as, batch);
  },
});

/**
 * A section made from every row of a table, in the table's order, except those for which `as` returns null. Those are not
 * served, and `check` counts them.
 */
export const many = <Row, Value extends object>(from: Table<Row>, as: As<Row, Value | null>): Many<Value> => ({
  async of(number, batch) {
    const rows = await from.rowsOf(number, batch);
    return rows.map((row) => read(row, as, batch)).filter((value) => value !== null);
  },
});

/** A section whose values are stored together in one row, such as alerts written one after another into a column. */
export const manyIn = <Row, Value extends object>(from: Table<Row>, as: As<Row, readonly Value[]>): Many<Value> => ({
  async of(number, batch) {
    const rows = await from.rowsOf(number, batch);
    return rows.flatMap((row) => read(row, as, batch));
  },
});

/** A section whose values are stored in several tables: first those of one table, then those of the next. */
export const together = <Values extends readonly object[]>(
  ...all: { readonly [Nth in keyof Values]: Many<Values[Nth]> }
): Many<Values[number]> => ({
  async of(number, batch) {
    const sections: readonly Many<Values[number]>[] = all;
    const found = await Promise.all(sections.map((one) => one.of(number, batch)));
    return found.flatMap((values) => values ?? []);
  },
});

function read<Row, Value>(row: Row, as: As<Row, Value>, batch: Batch): Value {
  const told = (seen: Row): Value => as(seen, { now: batch.now });
  return batch.read ? batch.read(row, told) : told(row);
}
