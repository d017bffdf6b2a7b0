import { monthNumber } from '../monthNumber.ts';
import type { Dimension } from './Dimension.ts';

/**
 * Returns the months from `first` to `last` ("2026-07"), both included, grouped into calendar quarters, half years and years.
 * Throws RangeError if they are not months in order.
 */
export function monthsBetween(first: string, last: string): Dimension {
  const [from, to] = [monthNumber(first), monthNumber(last)];
  if (from > to) throw new RangeError(`Months from ${first} to ${last} were asked for. Give the earlier month first.`);
  return { name: 'month', branches: within(from, to, [12, 6, 3, 1]) };
}

type Months = string | readonly Months[];

/** Cuts at the calendar's boundaries wherever the window begins, so that a month is always grouped with the same others. */
function within(from: number, to: number, [length = 1, ...shorter]: readonly number[]): Months {
  const parts: Months[] = [];
  for (let start = from; start <= to; ) {
    const end = Math.min(to, Math.floor(start / length) * length + length - 1);
    parts.push(length === 1 ? wordOf(start) : within(start, end, shorter));
    start = end + 1;
  }
  return parts;
}

const wordOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
