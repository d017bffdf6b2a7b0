import fc from 'fast-check';
import { type Band, bandOf } from './bandOf.ts';
import { DATE, NAMES, PLACE, partBits } from './Encoding.ts';
import { explain, type ReasonCode } from './explain.ts';
import type { Score } from './scoreOf.ts';
import type { Thresholds } from './thresholdsFor.ts';

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const thresholds: Thresholds = { automatic: 0.9, automaticWithSlk: 0.83, review: 0.7, bitsApart: 6 };
const all = NAMES | DATE | PLACE | partBits.sex | partBits.birth;
const score: Score = {
  ...{
    dice: 0.95,
    aliasDice: null,
    bitsApart: 6,
    slk: 'DIFFERENT',
    sex: 'SAME',
    estimated: false,
    inBoth: all,
    inOne: 0,
    named: true,
  },
};

const rules: readonly [string, Partial<Score>, Band, readonly ReasonCode[]][] = [
  ['names and date that agree closely are linked without asking', {}, 'AUTOMATIC', ['ALMOST_EQUAL', 'SLK_DIFFERENT']],
  ['a pair that may differ in a letter of a name is reviewed', { bitsApart: 7, slk: 'EQUAL' }, 'REVIEW', ['SLK_EQUAL']],
  [
    'nothing is decided without a place on both sides',
    { inBoth: NAMES | DATE, inOne: PLACE },
    'REVIEW',
    ['PLACE_NOT_COMPARED'],
  ],
  ['a pair that agrees in part is reviewed', { dice: 0.8 }, 'REVIEW', ['PARTLY']],
  ['a pair that agrees in little is not', { dice: 0.6 }, 'DIFFERENT', ['LITTLE']],
  ['an equal linkage key proposes whatever the filters say', { dice: 0.1, slk: 'EQUAL' }, 'REVIEW', ['SLK_EQUAL']],
  ['an equal key and a good likeness are linked', { dice: 0.85, slk: 'EQUAL' }, 'AUTOMATIC', ['CLOSE', 'SLK_EQUAL']],
  ['a good likeness without the key is reviewed', { dice: 0.85 }, 'REVIEW', ['CLOSE']],
  ['another name counts as well as the name', { dice: 0.5, aliasDice: 0.95 }, 'AUTOMATIC', ['ANOTHER_NAME']],
  ['male in one and female in the other is reviewed', { sex: 'DIFFERENT' }, 'REVIEW', ['SEX_DIFFERENT']],
  ['male, female and an equal key are reviewed', { sex: 'DIFFERENT', slk: 'EQUAL' }, 'REVIEW', ['SEX_DIFFERENT']],
  ['a sex not stated contradicts nothing', { sex: 'NOT_STATED' }, 'AUTOMATIC', []],
  ['an estimated date never decides', { estimated: true, slk: 'EQUAL', dice: 1 }, 'REVIEW', ['DATE_ESTIMATED']],
  [
    'nothing is decided without a date of birth on both sides',
    { inBoth: NAMES | PLACE, inOne: DATE, dice: 1 },
    'REVIEW',
    ['NO_DATE_ON_ONE_SIDE', 'COMPARED_NAMES'],
  ],
  [
    'nothing is decided on part of a date',
    { inBoth: all & ~partBits.day, inOne: partBits.day },
    'REVIEW',
    ['COMPARED_NAMES_AND_PART_OF_DATE'],
  ],
  [
    'one name and the date lead to a review',
    { inBoth: all & ~partBits.given, slk: 'ABSENT' },
    'REVIEW',
    ['NAME_MISSING'],
  ],
  [
    'names alone say too little',
    { inBoth: NAMES, inOne: 0, dice: 1, slk: 'ABSENT' },
    'DIFFERENT',
    ['TOO_LITTLE', 'NO_DATE'],
  ],
  [
    'a date and a place without a name say too little',
    { inBoth: DATE | PLACE, named: false, dice: 1, slk: 'ABSENT' },
    'DIFFERENT',
    ['TOO_LITTLE', 'NAME_MISSING'],
  ],
];

test.each(rules)('%s', (_rule, change, band, told) => {
  const changed = { ...score, ...change };
  expect(bandOf(changed, thresholds)).toBe(band);
  expect(explain(changed)).toEqual(expect.arrayContaining([...told]));
});

const dice = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);
const scores: fc.Arbitrary<Score> = fc.record({
  dice,
  aliasDice: fc.option(dice),
  bitsApart: fc.integer({ min: 0, max: 12 }),
  slk: fc.constantFrom('EQUAL', 'DIFFERENT', 'ABSENT'),
  sex: fc.constantFrom('SAME', 'DIFFERENT', 'NOT_STATED'),
  estimated: fc.boolean(),
  inBoth: fc.integer({ min: 0, max: 511 }),
  inOne: fc.integer({ min: 0, max: 511 }),
  named: fc.boolean(),
});
const order: readonly Band[] = ['DIFFERENT', 'REVIEW', 'AUTOMATIC'];

test(`greater likeness never lowers a band, higher thresholds never raise one (ACCORD_SEED=${seed})`, () => {
  fc.assert(
    fc.property(scores, dice, dice, (one, more, up) => {
      const rank = (which: Score, at: Thresholds): number => order.indexOf(bandOf(which, at));
      const of = (floor: number): number => floor + up / 10;
      const higher = { ...thresholds, automatic: of(0.9), automaticWithSlk: of(0.83), review: of(0.7) };
      expect(rank({ ...one, dice: Math.max(one.dice, more) }, thresholds)).toBeGreaterThanOrEqual(
        rank(one, thresholds),
      );
      expect(rank(one, higher)).toBeLessThanOrEqual(rank(one, thresholds));
      if (one.slk !== 'EQUAL')
        expect(rank({ ...one, slk: 'EQUAL' }, thresholds)).toBeGreaterThanOrEqual(Math.max(1, rank(one, thresholds)));
    }),
    { seed },
  );
});
