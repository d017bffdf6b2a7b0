import { closedQuarters, quarterBefore, quarterOf } from './quarters.ts';

test('a quarter runs from the first day of its first month to the last of its third', () => {
  expect(quarterOf('2027-02-28')).toEqual({ from: '2027-01-01', to: '2027-03-31' });
  expect(quarterOf('2026-11-26')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
});

test('the quarter before the first of a year is the last of the year before', () => {
  expect(quarterBefore(quarterOf('2027-01-01'))).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(quarterBefore(quarterOf('2027-01-01'), 5)).toEqual({ from: '2025-10-01', to: '2025-12-31' });
});

test('a quarter that has not ended is not among the closed ones', () => {
  expect(closedQuarters('2026-11-26', 3).map(({ from }) => from)).toEqual(['2026-07-01', '2026-04-01', '2026-01-01']);
});
