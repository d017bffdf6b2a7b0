import { dayIn, isDay } from '../../mapping/day.ts';
import type { DateTime, FhirPeriod } from './r4.ts';

const shape = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}.*)?)?)?$/;

/** An instant, and its date where the agency is. */
export type Moment = Readonly<{ now: Date; today: string }>;

/** A function that adds the date to an instant. Throws a RangeError where the time zone is unknown. */
export function momentsIn(timeZone: string): (now: Date) => Moment {
  const at = (now: Date): Moment => ({ now, today: dayIn(now, timeZone) ?? '' });
  let last = at(new Date(0));
  return (now) => {
    // A request has one instant but many periods, so the last result is kept.
    if (last.now.getTime() !== now.getTime()) last = at(now);
    return last;
  };
}

/**
 * Whether a period includes this instant; one without ends always does. An end may be a year, a month, a day or an instant,
 * and is included whole, in the agency's time zone. A period with an unreadable end includes nothing.
 * https://hl7.org/fhir/R4/datatypes.html#Period
 */
export function inForce(period: FhirPeriod | undefined, now: Moment): boolean {
  const { start, end } = period ?? {};
  return (start === undefined || compare(start, now) <= 0) && (end === undefined || compare(end, now) >= 0);
}

/**
 * Whether a period may include this instant. A period with an unreadable end may, because it is not known to be over, or
 * still to come. Used for consents that deny.
 */
export function mayBeInForce(period: FhirPeriod | undefined, now: Moment): boolean {
  const { start, end } = period ?? {};
  return !(start !== undefined && compare(start, now) > 0) && !(end !== undefined && compare(end, now) < 0);
}

/** Whether a date is before the instant (-1), includes it (0) or is after it (1); NaN where it is not a date. */
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
 * A function that gives dates as they are where the agency is: an instant may be written in another zone's time, and many
 * programs write UTC. Throws a RangeError where the time zone is unknown.
 */
export function daysIn(timeZone: string): DayOf {
  // Created once, because creating it takes longer than anything else here.
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

/**
 * The day after this one: the first on which a period ending on this day is over, since a period includes its end. Null
 * where this is not a day, or the next one is not on the calendar.
 */
export function dayAfter(day: string | null): string | null {
  const next = day && new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  // Some systems write 9999-12-31 for "never".
  return next && isDay(next) ? next : null;
}

/** A date of birth and its accuracy: a month or a year becomes its first day, as an estimate. */
export function birthOf(
  date: DateTime | undefined,
): Readonly<{ day: string | null; accuracy: 'EXACT' | 'ESTIMATED' | 'UNKNOWN' }> {
  const exact = dayWrittenIn(date);
  if (exact !== null) return { day: exact, accuracy: 'EXACT' };
  const first = typeof date === 'string' ? dayWrittenIn(`${date}-01-01`) : null;
  return first === null ? { day: null, accuracy: 'UNKNOWN' } : { day: first, accuracy: 'ESTIMATED' };
}
