import { shapeOf } from './ColumnShape.ts';

const days = (...values: readonly string[]) => shapeOf(values).days;

test('a number over 12 tells day and month apart; without one it is uncertain', () => {
  expect(days('03/02/1980', '22/11/1990')).toEqual({ pattern: 'DD/MM/YYYY', sure: true });
  expect(days('02/03/1980', '11/22/1990')).toEqual({ pattern: 'MM/DD/YYYY', sure: true });
  expect(days('03/02/1980', '04/05/1990')).toEqual({ pattern: 'DD/MM/YYYY', sure: false });
  expect(days('3/2/1980', '22/11/1990')).toEqual({ pattern: 'D/M/YYYY', sure: true });
  expect(days('03.02.1980')).toMatchObject({ pattern: 'DD.MM.YYYY' });
  expect(days('19800203', '19901122')).toEqual({ pattern: 'YYYYMMDD', sure: true });
});

test('dates in the database’s own format may stand among others', () => {
  expect(days('03/02/1980', '22/11/1990', '1985-11-30')).toEqual({ pattern: 'DD/MM/YYYY', sure: true });
  expect(days('1985-11-30').pattern).toBeNull();
});

test('a column of dates is recognised, however often it holds N/A or a dash', () => {
  const shape = shapeOf(['N/A', 'N/A', '-', 'TBA', 'none', '22/11/1990', '']);
  expect(shape).toMatchObject({ days: { pattern: 'DD/MM/YYYY', sure: true }, like: { writtenDay: 1 } });
  expect(shape.nones).toEqual(['-', 'N/A', 'TBA', 'none']);
  expect(shapeOf(['N/A', 'N/A']).like.day).toBe(0);
});

test('dates in two formats, or text that is not a date, have no pattern', () => {
  expect(days('22/11/1990', '11/22/1990').pattern).toBeNull();
  expect(days('soon', 'later', '03/02/1980').pattern).toBeNull();
});

test('codes are few, short and repeated: a value that occurs once may be somebody’s name', () => {
  const often = (...values: readonly string[]) => values.flatMap((value) => Array<string>(8).fill(value));
  expect(shapeOf(often('open', 'closed')).codes).toEqual(['closed', 'open']);
  expect(shapeOf(often('N', 'Y', '?')).codes).toEqual(['?', 'N', 'Y']);
  expect(shapeOf(['Ada', 'Grace', 'Alan', 'Edsger', 'Barbara']).codes).toEqual([]);
  expect(shapeOf(often('ada@example.org', '03 5550 0142')).codes).toEqual([]);
  expect(shapeOf(often('He came late and left early again')).codes).toEqual([]);
});

test('empty text, null and filled values are told apart', () => {
  expect(shapeOf([null, '', ' ', 'x'])).toMatchObject({ looked: 4, filled: 1, empty: 2 });
});

test('seconds and milliseconds are told apart, and a date written as a number is neither', () => {
  expect(shapeOf(['1767225600', '0', '-868000000', null]).epoch).toBe('SECONDS');
  expect(shapeOf(['1767225600000', '0']).epoch).toBe('MILLISECONDS');
  for (const none of [['20260101'], ['17', '18'], ['0'], ['soon'], []]) expect(shapeOf(none).epoch).toBeNull();
});
