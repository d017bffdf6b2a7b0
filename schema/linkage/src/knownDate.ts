import { isDay } from './isDay.ts';

export type KnownDate = Readonly<{ day: string | null; month: string | null; year: string | null }>;

const nothing: KnownDate = { day: null, month: null, year: null };

/**
 * The parts of a date of birth that are known and accurate: two figures for day and month, four for the year.
 *
 * An estimate is no knowledge: everybody whose date is a guess was born on 1 January, and would agree. Nothing is known
 * of a date that is in no calendar (which part is wrong?) or whose accuracy indicator cannot be read.
 */
export function knownDate(date: string | null, accuracy: string | null): KnownDate {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  if (match === null || !/^[AEU]{3}$/.test(accuracy ?? 'AAA')) return nothing;
  const [, year = '0000', month = '00', day = '00'] = match;
  // The year 2000, January and the first have every day, so what is not known rules nothing out.
  const isInCalendar = isDay(Number(year) || 2000, Number(month) || 1, Number(day) || 1);
  if (!isInCalendar) return nothing;
  const vouched = (part: string, place: number) =>
    Number(part) > 0 && (accuracy ?? 'AAA').charAt(place) === 'A' ? part : null;
  return { day: vouched(day, 0), month: vouched(month, 1), year: vouched(year, 2) };
}
