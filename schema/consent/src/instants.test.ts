import { birthday, endOf, isDay, isInstant, startOf, within } from './instants.ts';

const MELBOURNE = 'Australia/Melbourne';
const iso = (at: number) => new Date(at).toISOString();

test("a day begins and ends at midnight in the partnership's time zone, in summer and in winter", () => {
  expect(iso(startOf('2026-01-15', MELBOURNE))).toBe('2026-01-14T13:00:00.000Z');
  expect(iso(endOf('2026-01-15', MELBOURNE))).toBe('2026-01-15T13:00:00.000Z');
  expect(iso(startOf('2026-07-15', MELBOURNE))).toBe('2026-07-14T14:00:00.000Z');
});

test('the days on which clocks change have 23 and 25 hours', () => {
  const hours = (day: string) => (endOf(day, MELBOURNE) - startOf(day, MELBOURNE)) / 3_600_000;
  expect(hours('2026-10-04')).toBe(23);
  expect(hours('2026-04-05')).toBe(25);
});

test('where clocks go forward at midnight, the day begins at its first moment that exists', () => {
  expect(iso(startOf('2024-09-08', 'America/Santiago'))).toBe('2024-09-08T04:00:00.000Z');
  expect(iso(endOf('2024-09-07', 'America/Santiago'))).toBe('2024-09-08T04:00:00.000Z');
});

test('where clocks go back at midnight, the day begins once', () => {
  expect(iso(startOf('2024-04-07', 'America/Santiago'))).toBe('2024-04-07T04:00:00.000Z');
});

test('an instant begins and ends at itself, whatever the zone', () => {
  const instant = '2026-11-22T10:00:00+11:00';
  expect(iso(startOf(instant, 'America/Santiago'))).toBe('2026-11-21T23:00:00.000Z');
  expect(endOf(instant, MELBOURNE)).toBe(startOf(instant, 'UTC'));
});

test('a span includes its beginning and not its end', () => {
  const span = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
  expect(within(span, Date.UTC(2026, 2, 1), MELBOURNE)).toBe(true);
  expect(within(span, Date.UTC(2026, 2, 2) - 1, MELBOURNE)).toBe(true);
  expect(within(span, Date.UTC(2026, 2, 2), MELBOURNE)).toBe(false);
  expect(within({}, 0, MELBOURNE)).toBe(true);
});

test('a birthday begins at midnight; one of 29 February falls on 1 March in a common year', () => {
  expect(birthday('2008-11-22', 18, MELBOURNE)).toBe(startOf('2026-11-22', MELBOURNE));
  expect(birthday('2008-02-29', 18, MELBOURNE)).toBe(startOf('2026-03-01', MELBOURNE));
  expect(birthday('2008-02-29', 20, MELBOURNE)).toBe(startOf('2028-02-29', MELBOURNE));
});

test('a day or instant that does not exist is not accepted', () => {
  expect(['2026-02-28', '2026-02-29', '2026-13-01', '26-01-01', ''].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(isInstant('2026-02-28T23:59:59.5+11:00')).toBe(true);
  expect(isInstant('2026-02-29T10:00:00Z')).toBe(false);
  expect(isInstant('2026-02-28T24:30:00Z')).toBe(false);
});

test('a time without an offset means a different moment elsewhere, and is refused', () => {
  expect(isInstant('2026-11-22T10:00:00')).toBe(false);
  expect(() => startOf('2026-11-22T10:00:00', MELBOURNE)).toThrow(RangeError);
});
