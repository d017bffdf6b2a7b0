import { derived } from './derived.ts';
import type { Table } from './table.ts';

type Place = Date | string | number | bigint | null | undefined;

/**
 * Of a history table the row that stands last by `by` (a version, an instant, a day written `YYYY-MM-DD`), such as the address
 * entered last. With `per`, the last row of each thing the history is of, such as of each alert.
 *
 * A row of which `per` is null is of no thing that another is of, and stays. A row without a place stands before all others. Of rows in the same place it is the one the table gives first.
 */
export const latest = <Row>(
  from: Table<Row>,
  by: (row: Row) => Place,
  { per = () => '' }: Readonly<{ per?: (row: Row) => string | number | bigint | null }> = {},
): Table<Row> =>
  derived(from, (rows) => {
    const last = new Map<string | symbol, Row>();
    for (const row of rows) {
      const thing = per(row)?.toString() ?? Symbol();
      const known = last.get(thing);
      if (known === undefined || isAfter(by(row), by(known))) last.set(thing, row);
    }
    return [...last.values()];
  });

function isAfter(one: Place, other: Place): boolean {
  if (one === null || one === undefined) return false;
  return other === null || other === undefined || one > other;
}
