import { fleissKappa } from '@accord/quality/statistics/fleissKappa';
import { krippendorffAlpha, type Metric } from '@accord/quality/statistics/krippendorffAlpha';
import fc from 'fast-check';

const _ = null;
/** R's irr, kripp.alpha: Krippendorff's data C, with 12 units and 4 raters. */
const exampleC = [
  [1, 1, _, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [_, 5, 5, 5],
  [_, _, 1, 1],
  [_, _, 3, _],
];
/** Wikipedia, "Krippendorff's alpha": three coders, 15 units, many answers missing. */
const threeCoders = [
  [_, 1, _],
  [_, _, _],
  [_, 2, 2],
  [_, 1, 1],
  [_, 3, 3],
  [3, 3, 4],
  [4, 4, 4],
  [1, 3, _],
  [2, _, 2],
  [1, _, 1],
  [1, _, 1],
  [3, _, 3],
  [3, _, 3],
  [_, _, _],
  [3, _, 4],
];
const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];
const bootstrap = { seed: 7, samples: 500 };

test.each([
  ['nominal', 0.7434],
  ['ordinal', 0.8154],
  ['interval', 0.8491],
  ['ratio', 0.7974],
] as const)('alpha of example C, %s', (metric, alpha) => {
  expect(krippendorffAlpha(exampleC, metric)).toMatchObject({ units: 11, answers: 40, why: null });
  expect(krippendorffAlpha(exampleC, metric).estimate).toBeCloseTo(alpha, 4);
});

test.each([
  ['nominal', 0.691],
  ['interval', 0.811],
] as const)('alpha of three coders, %s', (metric, alpha) => {
  expect(krippendorffAlpha(threeCoders, metric).estimate).toBeCloseTo(alpha, 3);
});

test('names are only for the nominal measure', () => {
  expect(
    krippendorffAlpha(
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
      'nominal',
    ).estimate,
  ).toBe(1);
  expect(() => krippendorffAlpha([['a']] as never, 'ordinal')).toThrow('not a number');
});

test('the interval is the same for the same seed, contains the estimate, and differs for another seed', () => {
  const found = krippendorffAlpha(exampleC, 'ordinal', bootstrap);
  expect(krippendorffAlpha(exampleC, 'ordinal', bootstrap)).toEqual(found);
  expect(krippendorffAlpha(exampleC, 'ordinal', { ...bootstrap, seed: 8 }).interval).not.toEqual(found.interval);
  expect(found.interval?.low).toBeLessThan(found.estimate ?? NaN);
  expect(found.interval?.high).toBeGreaterThan(found.estimate ?? NaN);
});

test('with nothing to compare, or one answer throughout, there is no alpha', () => {
  expect(krippendorffAlpha([], 'nominal')).toEqual({
    estimate: null,
    interval: null,
    why: 'NOTHING_TO_COMPARE',
    units: 0,
    answers: 0,
  });
  expect(
    krippendorffAlpha(
      [
        [1, _],
        [_, 2],
      ],
      'ordinal',
      bootstrap,
    ).why,
  ).toBe('NOTHING_TO_COMPARE');
  expect(
    krippendorffAlpha(
      [
        [2, 2],
        [2, 2],
      ],
      'ordinal',
      bootstrap,
    ),
  ).toMatchObject({ estimate: null, interval: null, why: 'ONE_VALUE' });
});

describe('laws', () => {
  const answer = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 });
  const units = fc.array(fc.array(answer, { minLength: 2, maxLength: 8 }), { maxLength: 12 });

  test('full agreement is 1, with an interval from 1 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 10 }),
        fc.constantFrom(...metrics),
        (rows, metric) => {
          fc.pre(new Set(rows).size > 1);
          const found = krippendorffAlpha(
            rows.map((row) => [row, row, row]),
            metric,
            { seed: 1, samples: 50 },
          );
          expect(found).toMatchObject({ estimate: 1, interval: { low: 1, high: 1 } });
        },
      ),
    );
  });

  test('never NaN, never above 1; who answered and in which order makes no difference, nor do unanswered scenarios', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(...metrics), (rows, metric) => {
        const found = krippendorffAlpha(rows, metric, { seed: 3, samples: 20 });
        expect(found.estimate === null).toBe(found.why !== null);
        if (found.estimate !== null) {
          expect(Number.isFinite(found.estimate) && found.estimate <= 1).toBe(true);
          expect(found.interval && found.interval.low <= found.estimate && found.interval.high >= found.estimate).toBe(
            true,
          );
        }
        const turned = [...rows].reverse().map((row) => [...row].reverse());
        expect(krippendorffAlpha(turned, metric).estimate ?? 9).toBeCloseTo(found.estimate ?? 9, 9);
        expect(krippendorffAlpha([...rows, [_, _], [3, _]], metric).estimate ?? 9).toBeCloseTo(found.estimate ?? 9, 9);
      }),
    );
  });
});

/** Fleiss (1971), from statsmodels' tests and Wikipedia: 10 rows, 5 categories, 14 raters. */
const fleiss = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

test("Fleiss' kappa", () => {
  expect(fleissKappa(fleiss).estimate).toBeCloseTo(0.20993, 5);
  expect(
    fleissKappa([
      [2, 0],
      [0, 2],
    ]).estimate,
  ).toBe(1);
});

test.each([
  [[], 'NOTHING_TO_COMPARE'],
  [[[1, 0]], 'NOTHING_TO_COMPARE'],
  [
    [
      [2, 0],
      [1, 0],
    ],
    'UNEVEN_RATERS',
  ],
  [
    [
      [2, 0],
      [2, 0],
    ],
    'ONE_VALUE',
  ],
])('%j has no kappa', (table, why) => {
  expect(fleissKappa(table)).toEqual({ estimate: null, why });
});
