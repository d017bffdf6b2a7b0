import { isClosedWindow, latestDay, windowBetween } from '@accord/quality/audit/closedWindows';
import { CallerFault } from '../CallerFault.ts';

/**
 * Throws `ARGUMENT_REFUSED` where the `period` of an agency's figures is given and is none that may be told: agencies refuse it, too, and it
 * would be said of them that they did not answer.
 */
export function assertClosed(period: unknown, now: Date): void {
  if (period === null || period === undefined) return;
  const { from, to } = Object(period);
  const window = typeof from === 'string' && typeof to === 'string' ? windowBetween({ from, to }) : null;
  if (!window || !isClosedWindow(window, latestDay(now)))
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"period" is ${String(from)} to ${String(to)}. Give a past calendar quarter, half-year or year, such as 2026-07-01 to 2026-09-30. Other periods are refused, because they could be compared until one person is left.`,
    );
}
