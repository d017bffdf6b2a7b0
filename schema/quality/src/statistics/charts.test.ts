import { binomialAtMost, binomialQuantile } from '@accord/quality/statistics/binomial';
import { pChart } from '@accord/quality/statistics/pChart';
import { runChart } from '@accord/quality/statistics/runChart';
import { type Signal, signalsOf } from '@accord/quality/statistics/signals';
import { xmrChart } from '@accord/quality/statistics/xmrChart';
import fc from 'fast-check';

const marked = (values: readonly number[], signal: Signal): readonly number[] =>
  signalsOf(values.map((value) => ({ value, at: value / 100 }))).flatMap((found, i) =>
    found.includes(signal) ? [i] : [],
  );

describe('signals', () => {
  // The cases with seven points are from NHSRplotthedots' own tests (ptd_seven_point_trend and related ones).
  test.each<[string, readonly number[], Signal, readonly number[]]>([
    ['beyond a limit', [1, 101, -101, 100], 'OUTSIDE', [1, 2]],
    ['six on one side are no signal', [-1, 1, 2, 1, 2, 1, 2, -1], 'SEVEN_ONE_SIDE', []],
    ['seven on one side are a signal', [-1, 1, 2, 1, 2, 1, 2, 1, -1], 'SEVEN_ONE_SIDE', [1, 2, 3, 4, 5, 6, 7]],
    ['a point on the centre ends a run', [1, 2, 1, 2, 0, 1, 2, 1, 2], 'SEVEN_ONE_SIDE', []],
    ['six rising are no trend', [1, 2, 3, 4, 5, 6], 'SEVEN_TREND', []],
    ['seven rising are a trend', [2, 1, 2, 3, 4, 5, 6, 7, 3], 'SEVEN_TREND', [1, 2, 3, 4, 5, 6, 7]],
    ['seven falling are a trend', [7, 6, 5, 4, 3, 2, 1], 'SEVEN_TREND', [0, 1, 2, 3, 4, 5, 6]],
    ['a level step ends a trend', [1, 2, 3, 3, 4, 5, 6], 'SEVEN_TREND', []],
    ['two of three near the same limit', [0, 70, 0, 71, 0], 'TWO_OF_THREE_NEAR', [1, 3]],
    ['near both limits is no signal', [0, 70, 0, -71, 0], 'TWO_OF_THREE_NEAR', []],
    ['two of four are no signal', [70, 0, 0, 70], 'TWO_OF_THREE_NEAR', []],
  ])('%s', (_, values, signal, at) => expect(marked(values, signal)).toEqual(at));
});

describe('XmR chart', () => {
  // Wheeler's arithmetic by hand: mean 10.4; moving ranges 2, 3, 1, 4: mean 2.5; 2.66 x 2.5 = 6.65.
  test('limits are the mean and 2.66 mean moving ranges either way', () => {
    const { limits, points } = xmrChart([10, 12, 9, 8, 12].map((v) => v + 0.2));
    expect(limits?.centre).toBeCloseTo(10.4, 10);
    expect(limits?.meanMovingRange).toBeCloseTo(2.5, 10);
    expect(limits?.low).toBeCloseTo(3.75, 10);
    expect(limits?.high).toBeCloseTo(17.05, 10);
    expect(points.map((point) => point.movingRange === null)).toEqual([true, false, false, false, false]);
  });

  test('limits of a baseline judge what comes after', () => {
    const values = [10, 12, 10, 12, 10, 12, 18];
    const { points } = xmrChart(values, 6);
    expect(points.at(-1)?.signals).toContain('OUTSIDE');
    expect(points.slice(0, 6).every((point) => point.signals.length === 0)).toBe(true);
    // Without a baseline the value widens the limits, and so lies within them.
    expect(xmrChart(values).points.at(-1)?.signals).not.toContain('OUTSIDE');
  });

  test('one value has no limits; a value that is not a number is refused', () => {
    expect(xmrChart([4])).toMatchObject({ limits: null, why: 'TOO_FEW_POINTS' });
    expect(() => xmrChart([1, NaN])).toThrow('Leave out');
  });
});

describe('p-chart', () => {
  test('every month has its own limits, wider for fewer records; withheld months have none', () => {
    const chart = pChart([{ part: 20, whole: 100 }, null, { part: 5, whole: 25 }, { part: 0, whole: 0 }]);
    expect(chart.centre).toBe(0.2);
    expect(chart.points[0]?.limits?.low).toBeCloseTo(0.08, 10);
    expect(chart.points[0]?.limits?.high).toBeCloseTo(0.32, 10);
    expect(chart.points[2]?.limits).toEqual({ low: 0, high: expect.closeTo(0.44, 10) });
    expect([chart.points[1], chart.points[3]].map((point) => point?.value)).toEqual([null, null]);
  });

  test('a share far out is a signal, and the same share object may be given twice', () => {
    const usual = { part: 20, whole: 100 };
    const chart = pChart([usual, usual, usual, usual, usual, { part: 60, whole: 100 }]);
    expect(chart.points.map((point) => point.signals.includes('OUTSIDE'))).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  test('with nothing counted there is no centre', () => {
    expect(pChart([null, { part: 0, whole: 0 }])).toMatchObject({ centre: null, why: 'NOTHING_COUNTED' });
  });
});

describe('run chart', () => {
  // qicharts2, summary.qic: 24 useful points: longest run at most 8, crossings at least 8.
  test.each([
    [24, 8, 8],
    [10, 6, 2],
    [20, 7, 6],
  ])('%i points: a run of %i is allowed, %i crossings are needed', (n, run, crossings) => {
    const chart = runChart(Array.from({ length: n }, (_, i) => i % 2));
    expect(chart).toMatchObject({
      useful: n,
      longestRunAllowed: run,
      crossingsNeeded: crossings,
      shift: false,
      why: null,
    });
  });

  test('a step up is a shift; values that alternate are not', () => {
    const stepped = [...Array(10).fill(1), ...Array(10).fill(5)].map((v, i) => v + (i % 3) / 10);
    expect(runChart(stepped)).toMatchObject({ longestRun: 10, crossings: 1, shift: true });
    expect(runChart([1, 5, 2, 6, 1, 7, 2, 5, 1, 6, 2, 8]).shift).toBe(false);
  });

  test('points on the median are not useful; fewer than ten say nothing', () => {
    expect(runChart([1, 1, 1, 2, 0])).toMatchObject({ useful: 2, shift: null, why: 'TOO_FEW_POINTS' });
    expect(runChart([])).toMatchObject({ median: null, shift: null });
  });
});

test('the binomial quantile is the smallest number of heads that is probable enough', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), (n, p) => {
      const k = binomialQuantile(p, n);
      expect(binomialAtMost(k, n)).toBeGreaterThanOrEqual(p - 1e-9);
      expect(binomialAtMost(k - 1, n)).toBeLessThanOrEqual(p + 1e-9);
    }),
  );
  expect(binomialAtMost(3, 6)).toBeCloseTo(42 / 64, 12);
});
