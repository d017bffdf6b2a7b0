import { day, dayIn, dayWritten } from './day.ts';

test('a date column is read in UTC, so that no time zone moves it', () => {
  expect(day(new Date('1980-02-03T00:00:00Z'))).toBe('1980-02-03');
  expect(day('1980-02-03 00:00:00')).toBe('1980-02-03');
});

test.each([null, undefined, '', '03/02/1980', '1980-02-30', '1980-2-3', '1980-02-031', new Date(Number.NaN)])(
  '%s is no day',
  (value) => {
    expect(day(value)).toBeNull();
  },
);

test('days written another way are read as they are written', () => {
  expect(dayWritten('DD/MM/YYYY')('03/02/1980')).toBe('1980-02-03');
  expect(dayWritten('DD.MM.YYYY')('03.02.1980')).toBe('1980-02-03');
  expect(dayWritten('DD.MM.YYYY')('03x02x1980')).toBeNull();
  expect(dayWritten('YYYYMMDD')('19800203')).toBe('1980-02-03');
  expect(dayWritten('DD/MM/YYYY')('00/00/1980')).toBeNull();
  expect(dayWritten('DD/MM/YYYY')('3/2/1980')).toBeNull();
});

test('an instant has the day it had where the agency is', () => {
  expect(dayIn(new Date('2026-11-22T20:00:00Z'), 'Australia/Melbourne')).toBe('2026-11-23');
});
