import { dayIn, isDay } from '../../mapping/day.ts';
import type { DateTime, FhirPeriod } from './r4.ts';

const shape = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}.*)?)?)?$/;

/** An instant, and which day it is where the agency is. */
export type Moment = Readonly<{ now: Date; today: string }>;

/** Gives the day to instants. Throws a RangeError where nobody knows the time zone. */
export function momentsIn(timeZone: string): (now: Date) => Moment {
  const at = (now: Date): Moment => ({ now, today: dayIn(now, timeZone) ?? '' });
  let last = at(new Date(0));
  return (now) => {
    // One request has one instant, and many periods.
    if (last.now.getTime() !== now.getTime()) last = at(now);
    return last;
  };
}

/**
 * Whether a period includes this instant; one without ends always does. Ends may be a year, a month, a day or an instant, and
 * include all of it, as it is counted where the agency is. An end that cannot be read includes nothing. https://hl7.org/fhir/R4/datatypes.html#Period
 */
export function inForce(period: FhirPeriod | undefined, now: Moment): boolean {
  const { start, end } = period ?? {};
  return (start === undefined || compare(start, now) <= 0) && (end === undefined || compare(end, now) >= 0);
}

/** Where a date stands to an instant: before (-1), at or including it (0), after (1); not a number where it is no date. */
function compare(date: DateTime, { now, today }: Moment): number {
  if (typeof date !== 'string' || !shape.test(date)) return Number.NaN;
  if (date.includes('T')) return Math.sign(Date.parse(date) - now.getTime());
  const at = today.slice(0, date.length);
  return date < at ? -1 : Number(date > at);
}

/** The calendar day of a date as it was written where it was written; null where only the month or year is known. */
export const dayOf = (date: DateTime | undefined): string | null => {
  const day = typeof date === 'string' ? date.slice(0, 10) : '';
  return isDay(day) ? day : null;
};

/** The day from which a period with this end is over, since it includes its end; null where it has none that is a day, or none is on the calendar. */
export function dayAfter(end: DateTime | undefined): string | null {
  const day = dayOf(end);
  const next = day && new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  // Some write 9999-12-31 for "never".
  return next && isDay(next) ? next : null;
}

/** A day of birth and how good it is: of a month or a year the first day, as an estimate. */
export function birthOf(
  date: DateTime | undefined,
): Readonly<{ day: string | null; accuracy: 'EXACT' | 'ESTIMATED' | 'UNKNOWN' }> {
  const exact = dayOf(date);
  if (exact !== null) return { day: exact, accuracy: 'EXACT' };
  const first = typeof date === 'string' ? dayOf(`${date}-01-01`.slice(0, 10)) : null;
  return first === null ? { day: null, accuracy: 'UNKNOWN' } : { day: first, accuracy: 'ESTIMATED' };
}
