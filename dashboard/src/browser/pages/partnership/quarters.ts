/** A calendar quarter: its first and last day, `YYYY-MM-DD`. */
export type Quarter = Readonly<{ from: string; to: string }>;

/** An opaque id for a quarter. */
export const quarterId = ({ from }: Quarter): string => from;

/** The quarter a day is in. */
export function quarterOf(day: string): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return quarterFrom(year, Math.floor((month - 1) / 3));
}

/** The quarter a number of quarters earlier. */
export function quarterBefore({ from }: Quarter, quarters = 1): Quarter {
  const [year = 0, month = 1] = from.split('-').map(Number);
  return quarterFrom(year, (month - 1) / 3 - quarters);
}

/** The last `most` quarters that ended before a day, the newest first: only these are counted for others. */
export const closedQuarters = (day: string, most: number): readonly Quarter[] =>
  Array.from({ length: most }, (_, nth) => quarterBefore(quarterOf(day), nth + 1));

function quarterFrom(year: number, nth: number): Quarter {
  const dayOf = (month: number, date: number): string =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  // Day 0: the day before the first of the next month.
  return { from: dayOf(nth * 3, 1), to: dayOf(nth * 3 + 3, 0) };
}
