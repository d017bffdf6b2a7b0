import { bigints, unsignedBigints } from './bigints.ts';
import { compositeKey } from './compositeKey.ts';
import { decimals } from './decimals.ts';
import { ints } from './ints.ts';
import { texts } from './texts.ts';
import { uuids } from './uuids.ts';

const file = compositeKey({ SITE: texts, NO: ints });

test.each([
  ['EAST', 17, 'EAST/17'],
  ['A/B', 17, 'A~1B/17'],
  ['A~1B', 17, 'A~01B/17'],
  ['~', 1, '~0/1'],
  ['EAST', 0, 'EAST/0'],
])('a key of %s and %s is %s, there and back', (SITE, NO, number) => {
  expect(file.numberOf({ SITE, NO })).toBe(number);
  expect(file.partsOf(number)).toEqual({ SITE, NO });
});

test.each([
  'EAST',
  'EAST/17/2',
  '/17',
  'EAST/',
  'EAST/017',
  'EAST/x',
  'EAST/-0',
  'EAST/00',
  'A~2B/17',
  'A~/1',
  ' EAST/17',
])('%s is nobody’s number', (number) => {
  expect(file.partsOf(number)).toBeNull();
  expect(file.where([number])).toEqual({ OR: [] });
});

test('a part may be 0, whatever kind of number its column holds; a record number by itself is not', () => {
  const key = compositeKey({ A: ints, B: bigints, C: decimals });
  expect(key.partsOf('0/0/0')).toEqual({ A: 0, B: 0n, C: '0' });
  // As a NUMERIC column's value is read.
  expect(key.numberOf({ A: 0, B: 0n, C: { toFixed: () => '0', toString: () => '0' } })).toBe('0/0/0');
  expect(key.where(['0/0/0'])).toEqual({ OR: [{ B: 0n, C: '0', A: { in: [0] } }] });
  expect([ints(['0']), bigints(['0']), decimals(['0'])]).toEqual([[], [], []]);
});

test('keys are asked for in groups by the column with fewer values', () => {
  expect(file.where(['EAST/17', 'WEST/17', 'EAST/18', 'nobody', 'EAST/19'])).toEqual({
    OR: [
      { SITE: 'EAST', NO: { in: [17, 18, 19] } },
      { SITE: 'WEST', NO: { in: [17] } },
    ],
  });
});

test('keys of other kinds of columns are read in their usual spelling only', () => {
  expect(bigints(['9223372036854775807', '9223372036854775808', '01', '-1', '1n'])).toEqual([9223372036854775807n]);
  expect(unsignedBigints(['18446744073709551615', '18446744073709551616', '0'])).toEqual([2n ** 64n - 1n]);
  expect(decimals(['10000000017', '0', '017', '17.0', '1e3', 'x'])).toEqual(['10000000017']);
  const uuid = '123e4567-e89b-42d3-a456-426614174000';
  expect(uuids([uuid, uuid.toUpperCase(), uuid.replaceAll('-', ''), `{${uuid}}`, ''])).toEqual([uuid]);
  expect(texts(['K-17', '', ' K', 'K ', 'a\u0000b', 'o b'])).toEqual(['K-17', 'o b']);
});

test('the next page of records begins after the last one, by all columns in their order', () => {
  const key = compositeKey({ SITE: texts, NO: ints });
  expect(key.after(null)).toEqual({});
  expect(key.after('EAST/17')).toEqual({ OR: [{ SITE: { gt: 'EAST' } }, { SITE: 'EAST', NO: { gt: 17 } }] });
  expect(() => key.after('17')).toThrow('no page after');
  // What is shown on a terminal names the columns and nobody.
  for (const number of ['EAST/-1', 'EAST  /17', '17'])
    expect(() => key.after(number)).toThrow(
      expect.objectContaining({
        name: 'InputFault',
        message: expect.stringMatching(
          /^There is no page after a number that compositeKey\(\{ SITE, NO \}\) cannot read/,
        ),
      }),
    );
});
