import { endOf, isDay, type Span, startOf, type When } from './instants.ts';

/** Classes of data dates that no limit tells apart: within a class, the same limits include or exclude every date. */
export type DateClasses = Readonly<{
  /** How many classes there are. */
  count: number;
  /** The class of a date, from 0 to `count - 1`. Data without a date has a class of its own. */
  of(date: When | undefined): number;
}>;

const ONE_CLASS: DateClasses = { count: 1, of: () => 0 };

/** Returns the classes into which these periods divide dates. Without periods all dates are in one class. */
export function dateClassesOf(periods: readonly Span[], timeZone: string): DateClasses {
  const edges = [
    ...new Set(
      periods.flatMap(({ from, to }) => [
        ...(from === undefined ? [] : [startOf(from, timeZone)]),
        ...(to === undefined ? [] : [endOf(to, timeZone)]),
      ]),
    ),
  ].sort((a, b) => a - b);
  if (periods.length === 0) return ONE_CLASS;
  const places = edges.length + 1;
  return {
    count: 1 + places * places,
    of(date) {
      if (date === undefined) return 0;
      // A day is a stretch of time, so both its first and its last moment count.
      const first = startOf(date, timeZone);
      const last = isDay(date) ? endOf(date, timeZone) - 1 : first;
      return 1 + reached(edges, first) * places + reached(edges, last);
    },
  };
}

/** Returns how many of the sorted edges are at or before the instant. */
function reached(edges: readonly number[], instant: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
