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

/**
 * Whether a period may include this instant: one of which an end cannot be read is not known to be over, nor to be yet to come. For
 * what forbids.
 */
export function mayBeInForce(period: FhirPeriod | undefined, now: Moment): boolean {
  const { start, end } = period ?? {};
  return !(start !== undefined && compare(start, now) > 0) && !(end !== undefined && compare(end, now) < 0);
}

/** Where a date stands to an instant: before (-1), at or including it (0), after (1); not a number where it is no date. */
function compare(date: DateTime, { now, today }: Moment): number {
  if (typeof date !== 'string' || !shape.test(date)) return Number.NaN;
  if (date.includes('T')) return Math.sign(Date.parse(date) - now.getTime());
  const at = today.slice(0, date.length);
  return date < at ? -1 : Number(date > at);
}

/** The calendar day of a date; null where only the month or year is known. */
export type DayOf = (date: DateTime | undefined) => string | null;

const isInstant = /T.*(Z|[+-]\d{2}:\d{2})$/;

/**
 * Days as they are counted where the agency is: an instant may be written in the time of another place, and many programs write UTC.
 * Throws a RangeError where nobody knows the time zone.
 */
export function daysIn(timeZone: string): DayOf {
  // Made once: to make one takes longer than all else.
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (date) => {
    const instant = typeof date === 'string' && isInstant.test(date) ? Date.parse(date) : Number.NaN;
    return dayWrittenIn(Number.isNaN(instant) ? date : format.format(instant));
  };
}

function dayWrittenIn(date: DateTime | undefined): string | null {
  const day = typeof date === 'string' ? date.slice(0, 10) : '';
  return isDay(day) ? day : null;
}

/** The day after this one: from it a period is over that ends with this one, since it includes its end. Null where it is none, or none is on the calendar. */
export function dayAfter(day: string | null): string | null {
  const next = day && new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  // Some write 9999-12-31 for "never".
  return next && isDay(next) ? next : null;
}

/** A day of birth and how good it is: of a month or a year the first day, as an estimate. */
export function birthOf(
  date: DateTime | undefined,
): Readonly<{ day: string | null; accuracy: 'EXACT' | 'ESTIMATED' | 'UNKNOWN' }> {
  const exact = dayWrittenIn(date);
  if (exact !== null) return { day: exact, accuracy: 'EXACT' };
  const first = typeof date === 'string' ? dayWrittenIn(`${date}-01-01`) : null;
  return first === null ? { day: null, accuracy: 'UNKNOWN' } : { day: first, accuracy: 'ESTIMATED' };
}
