import { bandOf } from './bandOf.ts';
import { DATE, type Encoding, NAMES, partBits } from './Encoding.ts';
import { scoreOf } from './scoreOf.ts';

const filter = (...bytes: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: 128 }, (_, place) => bytes[place] ?? 0);
const record: Encoding = {
  ...{ slk: 'k', clk: filter(255, 0), aliases: [], dobAccuracy: 'AAA', sexCode: '2', parts: 511 },
};

test('every name is compared with every other and the best counts; the names as written are scored separately', () => {
  const one = { ...record, clk: filter(0x0f), aliases: [filter(0, 0x0f)] };
  const other = { ...record, clk: filter(0, 0, 0x0f), aliases: [filter(0x03), filter(0, 0x0f)] };
  expect(scoreOf(one, other)).toMatchObject({ dice: 0, aliasDice: 1, bitsApart: 0 });
  expect(scoreOf(one, { ...other, aliases: [filter(0x03)] }).aliasDice).toBeCloseTo(4 / 6);
  expect(scoreOf({ ...one, aliases: [] }, { ...other, aliases: [] }).aliasDice).toBeNull();
});

test('comparing in either direction gives the same score', () => {
  const other = { ...record, clk: filter(15), aliases: [filter(240, 1)], dobAccuracy: 'EEA', sexCode: '1', parts: 7 };
  expect(scoreOf(record, other)).toEqual(scoreOf(other, record));
  expect(scoreOf(record, other)).toMatchObject({ sex: 'DIFFERENT', estimated: true, inBoth: 7, inOne: 504 });
});

test('one name and the whole date say enough, even if it is a given name in one record and a family name in the other', () => {
  const thresholds = { automatic: 0.9, automaticWithSlk: 0.83, review: 0.7, bitsApart: 6 };
  const [given, family] = [partBits.given | DATE, partBits.family | DATE].map((parts) => ({
    ...record,
    slk: null,
    parts,
  }));
  expect(bandOf(scoreOf({ ...record, ...given }, { ...record, ...family }), thresholds)).toBe('REVIEW');
  expect(bandOf(scoreOf({ ...record, ...given }, { ...record, parts: DATE }), thresholds)).toBe('DIFFERENT');
});

test('a linkage key says nothing if either side lacks a name, or if there is no key', () => {
  expect(scoreOf(record, record).slk).toBe('EQUAL');
  expect(scoreOf(record, { ...record, slk: 'other' }).slk).toBe('DIFFERENT');
  expect(scoreOf(record, { ...record, slk: null }).slk).toBe('ABSENT');
  expect(scoreOf({ ...record, slk: null }, { ...record, slk: null }).slk).toBe('ABSENT');
  expect(scoreOf(record, { ...record, parts: 511 & ~NAMES }).slk).toBe('ABSENT');
});

test.each([
  ['1', '2', 'DIFFERENT'],
  ['3', '2', 'NOT_STATED'],
  ['3', '3', 'SAME'],
  ['9', '9', 'NOT_STATED'],
  [null, '1', 'NOT_STATED'],
  ['female', '1', 'NOT_STATED'],
])('sex %s and sex %s: %s', (one, other, sex) => {
  expect(scoreOf({ ...record, sexCode: one }, { ...record, sexCode: other }).sex).toBe(sex);
});
