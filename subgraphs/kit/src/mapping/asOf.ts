import { dayIn } from './day.ts';
import { derived } from './derived.ts';
import type { Table } from './table.ts';

type Edge = Date | string | null | undefined;

/** The period in which a row of a history table holds; null where that side is open. */
export type Validity<Row> = Readonly<{
  since: (row: Row) => Edge;
  until: (row: Row) => Edge;
  /** Time zone in which days begin and end; UTC by default. */
  timeZone?: string;
}>;

/**
 * The rows of a history table that hold at the request's time.
 *
 * An edge is an instant (`Date`; the row holds from `since` until just before `until`) or a day (`YYYY-MM-DD`; both
 * included). A PostgreSQL `date` is a day: write `day(row.validTo)`.
 */
export const asOf = <Row>(from: Table<Row>, { since, until, timeZone = 'UTC' }: Validity<Row>): Table<Row> =>
  derived(from, (rows, { now }) => {
    const today = dayIn(now, timeZone) ?? '';
    const hasBegun = (edge: Edge): boolean => !edge || (typeof edge === 'string' ? edge <= today : edge <= now);
    const isOver = (edge: Edge): boolean => (typeof edge === 'string' ? edge < today : !!edge && edge <= now);
    return rows.filter((row) => hasBegun(since(row) || null) && !isOver(until(row) || null));
  });
