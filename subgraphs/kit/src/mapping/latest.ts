import { derived } from './derived.ts';
import type { Table } from './table.ts';

type Place = Date | string | number | bigint | null | undefined;

/**
 * The last row of a history table by `by` (a version, an instant, a day written `YYYY-MM-DD`), such as the address entered
 * last. With `per`, the last row for each thing the history covers, such as each alert.
 *
 * A row whose `per` is null shares its subject with no other row, and stays. A row whose `by` is null comes before all
 * others. Of rows with the same `by`, the one the table gives first counts.
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
