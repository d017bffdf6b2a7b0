import { isClosedWindow, latestDay, windowBetween } from '@accord/quality/audit/closedWindows';
import { CallerFault } from '../CallerFault.ts';

/**
 * Throws `ARGUMENT_REFUSED` if a `period` is given for an agency's figures for which none may be disclosed. Agencies refuse it
 * too, but it would then look as if they had not answered.
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
