import { monthNumber } from '../monthNumber.ts';
import type { Window } from '../reaudit/Audit.ts';

/** How long a window is. The partnership says it once, long before: windows of two lengths would overlap. */
export const windowLengths = { QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;
export type WindowLength = keyof typeof windowLengths;

/** The last `most` windows of the calendar that are closed on a day, the oldest first. */
export function closedWindows(today: string, length: WindowLength, most: number): readonly Window[] {
  const months = windowLengths[length];
  const next = Math.floor(monthNumber(today.slice(0, 7)) / months) * months;
  return Array.from({ length: most }, (_, nth) => {
    const first = next - (most - nth) * months;
    return { first: wordOf(first), last: wordOf(first + months - 1) };
  });
}

const wordOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
