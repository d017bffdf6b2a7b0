import { endOf, isDay, type Span, startOf, type When } from './instants.ts';

/** Dates of data that the same limits include and exclude. */
export type DateClasses = Readonly<{
  /** How many classes there are. */
  count: number;
  /** The class of a date, from 0 to `count - 1`; data without a date are a class of their own. */
  of(date: When | undefined): number;
}>;

const ONE_CLASS: DateClasses = { count: 1, of: () => 0 };

/** The classes these periods divide dates into. Without periods all dates are alike. */
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
      // A day is a stretch of time: where it begins and where its last moment lies.
      const first = startOf(date, timeZone);
      const last = isDay(date) ? endOf(date, timeZone) - 1 : first;
      return 1 + reached(edges, first) * places + reached(edges, last);
    },
  };
}

/** How many of the sorted edges are at or before the instant. */
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
