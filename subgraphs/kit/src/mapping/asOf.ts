import { dayIn } from './day.ts';
import { derived } from './derived.ts';
import type { Table } from './table.ts';

type Edge = Date | string | null | undefined;

/** From when to when a row of a history table holds; null where that side is open. */
export type Validity<Row> = Readonly<{
  since: (row: Row) => Edge;
  until: (row: Row) => Edge;
  /** Where days begin and end; UTC unless told otherwise. */
  timeZone?: string;
}>;

/**
 * Of a history table the rows that hold now, at the request's one time.
 *
 * An edge is an instant (`Date`; the row holds from `since` until just before `until`) or a day (`YYYY-MM-DD`; both included). A
 * PostgreSQL `date` is a day: write `day(row.validTo)`.
 */
export const asOf = <Row>(from: Table<Row>, { since, until, timeZone = 'UTC' }: Validity<Row>): Table<Row> =>
  derived(from, (rows, { now }) => {
    const today = dayIn(now, timeZone) ?? '';
    const hasBegun = (edge: Edge): boolean => !edge || (typeof edge === 'string' ? edge <= today : edge <= now);
    const isOver = (edge: Edge): boolean => (typeof edge === 'string' ? edge < today : !!edge && edge <= now);
    return rows.filter((row) => hasBegun(since(row) || null) && !isOver(until(row) || null));
  });
