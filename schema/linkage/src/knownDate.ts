import { isDay } from './isDay.ts';

export type KnownDate = Readonly<{ day: string | null; month: string | null; year: string | null }>;

const nothing: KnownDate = { day: null, month: null, year: null };

/**
 * Returns the parts of a date of birth that are known and accurate: two figures for day and month, four for the year.
 *
 * An estimate counts as unknown: otherwise everybody whose date is a guess would be born on 1 January, and agree. Nothing is
 * known about a date that is in no calendar (which part is wrong?) or whose accuracy indicator cannot be read.
 */
export function knownDate(date: string | null, accuracy: string | null): KnownDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  if (match === null || !/^[AEU]{3}$/.test(accuracy ?? 'AAA')) return nothing;
  const [, year = '0000', month = '00', day = '00'] = match;
  // An unknown part must not rule anything out: the year 2000 is a leap year, January has 31 days, and every month has a first.
  const isInCalendar = isDay(Number(year) || 2000, Number(month) || 1, Number(day) || 1);
  if (!isInCalendar) return nothing;
  const vouched = (part: string, place: number) =>
    Number(part) > 0 && (accuracy ?? 'AAA').charAt(place) === 'A' ? part : null;
  return { day: vouched(day, 0), month: vouched(month, 1), year: vouched(year, 2) };
}
