import { bigints } from './bigints.ts';
import { compositeKey } from './compositeKey.ts';
import { ints } from './ints.ts';
import { texts } from './texts.ts';
import { uuids } from './uuids.ts';

const file = compositeKey({ SITE: texts, NO: ints });

test.each([
  ['EAST', 17, 'EAST/17'],
  ['A/B', 17, 'A~1B/17'],
  ['A~1B', 17, 'A~01B/17'],
  ['~', 1, '~0/1'],
])('a key of %s and %s is %s, there and back', (SITE, NO, number) => {
  expect(file.numberOf({ SITE, NO })).toBe(number);
  expect(file.partsOf(number)).toEqual({ SITE, NO });
});

test.each(['EAST', 'EAST/17/2', '/17', 'EAST/', 'EAST/017', 'EAST/x', 'A~2B/17', 'A~/1', ' EAST/17'])(
  '%s is nobody’s number',
  (number) => {
    expect(file.partsOf(number)).toBeNull();
    expect(file.where([number])).toEqual({ OR: [] });
  },
);

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
  for (const number of ['EAST/0', 'EAST  /17', '17'])
    expect(() => key.after(number)).toThrow(
      expect.objectContaining({
        name: 'InputFault',
        message: expect.stringMatching(
          /^There is no page after a number that compositeKey\(\{ SITE, NO \}\) does not read/,
        ),
      }),
    );
});
