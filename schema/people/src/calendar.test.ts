import { addDays, ageOn, daysBetween, partsOf } from './calendar.ts';

test('adding days agrees with the calendar across leap years and centuries', () => {
  for (const start of ['1899-12-31', '1900-02-28', '2000-02-28', '2024-02-29', '2026-11-22']) {
    for (const days of [-36_525, -366, -1, 0, 1, 59, 366, 5000]) {
      const expected = new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
      expect(addDays(start, days)).toBe(expected);
      expect(daysBetween(start, expected)).toBe(days);
    }
  }
});

test('an age goes up on the birthday', () => {
  expect(ageOn('2008-11-22', '2026-11-21')).toBe(17);
  expect(ageOn('2008-11-22', '2026-11-22')).toBe(18);
});

test('a text that is not a day is refused', () => {
  for (const day of ['', '2026-1-2', '2026-13-01', '2026-00-10', '22/11/2026', '2026-11-22T00:00']) {
    expect(() => partsOf(day)).toThrow(RangeError);
  }
});
