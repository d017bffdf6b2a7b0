import { closedWindows, isClosedWindow, lastClosedDay, latestDay, windowBetween } from './closedWindows.ts';

const isTold = (from: string, to: string, today = '2026-11-28'): boolean => {
  const window = windowBetween({ from, to });
  return window !== null && isClosedWindow(window, today);
};

test.each([
  ['a quarter', '2026-07-01', '2026-09-30'],
  ['a half year', '2026-01-01', '2026-06-30'],
  ['a year', '2025-01-01', '2025-12-31'],
  ['a quarter with a leap day', '2024-01-01', '2024-03-31'],
])('%s of the calendar that is over is a closed window', (_, from, to) => {
  expect(isTold(from, to)).toBe(true);
});

test.each([
  ['begins within a quarter', '2026-02-01', '2026-04-30'],
  ['is three quarters', '2025-01-01', '2025-09-30'],
  ['is a year from July', '2025-07-01', '2026-06-30'],
  ['is a month', '2026-07-01', '2026-07-31'],
  ['is two years', '2024-01-01', '2025-12-31'],
  ['is a day short', '2026-07-01', '2026-09-29'],
  ['begins a day late', '2026-07-02', '2026-09-30'],
  ['goes backwards', '2026-09-01', '2026-07-31'],
  ['ends on no day', '2026-07-01', '2026-09-31'],
  ['goes on', '2026-10-01', '2026-12-31'],
  ['is no day at all', 'July', 'September'],
])('a window that %s is not closed', (_, from, to) => {
  expect(isTold(from, to)).toBe(false);
});

test('a quarter is over from the day after its last day', () => {
  expect(isTold('2026-07-01', '2026-09-30', '2026-09-30')).toBe(false);
  expect(isTold('2026-07-01', '2026-09-30', '2026-10-01')).toBe(true);
});

test('of two closed windows, one lies within the other or they do not overlap', () => {
  const today = '2026-11-28';
  const all = (['QUARTER', 'HALF_YEAR', 'YEAR'] as const).flatMap((length) => closedWindows(today, length, 12));
  expect(all.every((window) => isClosedWindow(window, today))).toBe(true);
  for (const a of all)
    for (const b of all) {
      const apart = a.last < b.first || b.last < a.first;
      const within = (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last);
      expect(apart || within).toBe(true);
    }
});

test('the last closed day is the end of the last quarter, including across the turn of a year', () => {
  expect(lastClosedDay('2026-11-28')).toBe('2026-09-30');
  expect(lastClosedDay('2027-01-01')).toBe('2026-12-31');
  expect(lastClosedDay('2026-09-30')).toBe('2026-06-30');
});

test('a day that is over anywhere is over', () => {
  expect(latestDay(new Date('2026-09-30T09:59:59Z'))).toBe('2026-09-30');
  expect(latestDay(new Date('2026-09-30T10:00:00Z'))).toBe('2026-10-01');
});
