import { day, dayIn, daysAfter, dayWritten, epoch, isOver } from './day.ts';
import { hearing } from './remark.ts';

test('a date column is read in UTC, so that no time zone moves it', () => {
  expect(day(new Date('1980-02-03T00:00:00Z'))).toBe('1980-02-03');
  expect(day('1980-02-03 00:00:00')).toBe('1980-02-03');
});

test.each([null, undefined, '', '03/02/1980', '1980-02-30', '1980-2-3', '1980-02-031', new Date(Number.NaN)])(
  '%s is not a day',
  (value) => {
    expect(day(value)).toBeNull();
  },
);

test('days in other formats are read as written', () => {
  expect(dayWritten('DD/MM/YYYY')('03/02/1980')).toBe('1980-02-03');
  expect(dayWritten('DD.MM.YYYY')('03.02.1980')).toBe('1980-02-03');
  expect(dayWritten('DD.MM.YYYY')('03x02x1980')).toBeNull();
  expect(dayWritten('YYYYMMDD')('19800203')).toBe('1980-02-03');
  expect(dayWritten('DD/MM/YYYY')('00/00/1980')).toBeNull();
  expect(dayWritten('DD/MM/YYYY')('3/2/1980')).toBeNull();
  for (const time of [' 14:30', ' 2:30 PM', ' 02:30:05 p.m.', 'T14:30:05.123', ', 14.30'])
    expect([time, dayWritten('DD/MM/YYYY')(`03/02/1980${time}`)]).toEqual([time, '1980-02-03']);
  expect(['03/02/1980 25:00', '03/02/1980 14', '03/02/1980 or 04/02/1980'].map(dayWritten('DD/MM/YYYY'))).toEqual([
    ...[null, null, null],
  ]);
});

test('an instant gives the date it had where the agency is', () => {
  expect(dayIn(new Date('2026-11-22T20:00:00Z'), 'Australia/Melbourne')).toBe('2026-11-23');
});

test('days without leading zeros, American dates and numbers are read where the mapping says so', () => {
  expect(['3/2/1980', '03/02/1980', '31/2/1980', '3/13/1980'].map(dayWritten('D/M/YYYY'))).toEqual([
    ...['1980-02-03', '1980-02-03', null, null],
  ]);
  expect(dayWritten('MM/DD/YYYY')('02/03/1980')).toBe('1980-02-03');
  expect([19800203, 0, null].map(dayWritten('YYYYMMDD'))).toEqual(['1980-02-03', null, null]);
});

test('where days are written in several ways, each is read, and spaces at the ends are ignored', () => {
  const read = dayWritten('D/M/YYYY', 'YYYY-MM-DD');
  expect(['3/2/1980', '1980-02-03', ' 03/02/1980 ', '02.03.1980', '1980-02-30'].map((text) => read(text))).toEqual([
    ...['1980-02-03', '1980-02-03', '1980-02-03', null, null],
  ]);
});

test('days can be counted from an origin, as in spreadsheets and older systems', () => {
  expect([46348, '46348.75', null, '', 'x', -1e9].map(daysAfter('1899-12-30'))).toEqual([
    ...['2026-11-22', '2026-11-22', null, null, null, null],
  ]);
  expect(daysAfter('1840-12-31')(67896)).toBe('2026-11-22');
});

test('an epoch column is an instant', () => {
  expect(dayIn(epoch('SECONDS')(1795392000n), 'Australia/Melbourne')).toBe('2026-11-23');
  expect([null, '', 'x'].map(epoch('MILLISECONDS'))).toEqual([null, null, null]);
});

test('a day is over when it has ended where the agency is; a day still to come is not, nor is no day', () => {
  const now = new Date('2026-11-28T13:30:00Z');
  expect(['2026-11-27', '2026-11-28', '9999-12-31', null].map((each) => isOver(each, now))).toEqual([
    ...[true, false, false, false],
  ]);
  expect(isOver('2026-11-28', now, 'Australia/Melbourne')).toBe(true);
});

test('a mistyped day is remarked on, so that check reports it; a value that means none is not', () => {
  const heard: unknown[] = [];
  hearing(
    ({ kind, value }) => heard.push([kind, value]),
    () => ['N/A', '-', 'tba', 'none', '31/02/1980', 'soon'].map((text) => [dayWritten('DD/MM/YYYY')(text), day(text)]),
  );
  const mistyped = (value: string) => [
    ['NOT_A_DAY', value],
    ['NOT_A_DAY', value],
  ];
  expect(heard).toEqual([...mistyped('31/02/1980'), ...mistyped('soon')]);
});
