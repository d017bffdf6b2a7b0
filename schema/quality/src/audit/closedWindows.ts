import { monthNumber } from '../monthNumber.ts';
import type { Window } from '../reaudit/Audit.ts';
import { endOf } from './cellOf.ts';

/** How long a window is. The partnership decides this once, well in advance: windows of two lengths would overlap. */
export const windowLengths = { QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
export type WindowLength = keyof typeof windowLengths;

/** Returns the last `most` calendar windows that are closed on a day, oldest first. */
export function closedWindows(today: string, length: WindowLength, most: number): readonly Window[] {
  const months = windowLengths[length];
  const next = Math.floor(monthNumber(today.slice(0, 7)) / months) * months;
  return Array.from({ length: most }, (_, nth) => {
    const first = next - (most - nth) * months;
    return { first: wordOf(first), last: wordOf(first + months - 1) };
  });
}

/** Returns the last day of the last quarter that is over on a day. */
export function lastClosedDay(today: string): string {
  const month = wordOf(Math.floor(monthNumber(today.slice(0, 7)) / windowLengths.QUARTER) * windowLengths.QUARTER - 1);
  return endOf({ first: month, last: month });
}

/** Returns the window from one day to another (`YYYY-MM-DD`), both included; null if these are not whole months. */
export function windowBetween({ from, to }: Readonly<{ from: string; to: string }>): Window | null {
  const window = { first: from.slice(0, 7), last: to.slice(0, 7) };
  const isWhole =
    isMonth(window.first) && isMonth(window.last) && from === `${window.first}-01` && to === endOf(window);
  return isWhole && window.first <= window.last ? window : null;
}

/** Returns how many months a window has. */
export const monthsIn = ({ first, last }: Window): number => monthNumber(last) - monthNumber(first) + 1;

/**
 * True for a calendar quarter, half year or year that is over on a day. Of two such windows, one lies within the other or they
 * do not overlap. If people could choose where windows begin and end, they could subtract one count from another and be left
 * with one person.
 */
export const isClosedWindow = (window: Window, today: string): boolean =>
  window.last < today.slice(0, 7) &&
  Object.values(windowLengths).some(
    (months) => monthsIn(window) === months && monthNumber(window.first) % months === 0,
  );

/**
 * Returns the current day where it is latest, at UTC+14: what is over anywhere counts as over, so that nobody is refused a
 * quarter that has ended where they are.
 */
export const latestDay = (now: Date): string => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

const wordOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
