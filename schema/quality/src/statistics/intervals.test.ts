import { differenceOfShares } from '@accord/quality/statistics/differenceOfShares';
import { mcnemar } from '@accord/quality/statistics/mcnemar';
import { pairedDifference } from '@accord/quality/statistics/pairedDifference';
import { rateRatio } from '@accord/quality/statistics/rateRatio';
import { wilson } from '@accord/quality/statistics/wilson';
import fc from 'fast-check';

const share = (part: number, whole: number) => ({ part, whole });

describe('published vectors', () => {
  // Newcombe (1998), Stat Med 17:857-872, table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson: %i of %i', (part, whole, low, high) => {
    const { estimate, interval } = wilson(share(part, whole));
    expect(estimate).toBe(part / whole);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  // Newcombe (1998), Stat Med 17:873-890, table II, method 10.
  test.each([
    [share(56, 70), share(48, 80), 0.2, 0.0524, 0.3339],
    [share(9, 10), share(3, 10), 0.6, 0.1705, 0.809],
    [share(5, 56), share(0, 29), 0.0893, -0.0381, 0.1926],
  ])('Newcombe: %j minus %j', (first, second, estimate, low, high) => {
    const found = differenceOfShares(first, second);
    expect(found.estimate).toBeCloseTo(estimate, 4);
    expect(found.interval?.low).toBeCloseTo(low, 4);
    expect(found.interval?.high).toBeCloseTo(high, 4);
  });

  // Complete response before and after treatment (Cavo et al. 2012): Fagerland, Lydersen and Laake, Statistical Analysis
  // of Contingency Tables (2017), ch. 8, as in the tests of their R package `contingencytables`.
  test('paired: 59, 6, 16, 80', () => {
    const pairs = { both: 59, firstOnly: 6, secondOnly: 16, neither: 80 };
    const found = pairedDifference(pairs);
    expect(found.estimate).toBeCloseTo(-0.0621, 4);
    expect(found.interval?.low).toBeCloseTo(-0.1186, 4);
    expect(found.interval?.high).toBeCloseTo(-0.0046, 4);
    expect(mcnemar(pairs)).toBeCloseTo(0.052479, 6);
  });

  test.each([
    [30, 40, 1.33, 0.83, 2.14],
    [90, 120, 1.33, 1.01, 1.75],
  ])('rate ratio: %i, then %i', (before, after, ratio, low, high) => {
    const found = rateRatio({ count: before, over: 1 }, { count: after, over: 1 });
    expect(found.estimate).toBeCloseTo(ratio, 2);
    expect(found.interval?.low).toBeCloseTo(low, 2);
    expect(found.interval?.high).toBeCloseTo(high, 2);
  });
});

describe('what cannot be calculated is null, with its reason', () => {
  test('no share of nothing', () => {
    expect(wilson(share(0, 0))).toEqual({ estimate: null, interval: null, why: 'NOTHING_COUNTED' });
    expect(differenceOfShares(share(1, 2), share(0, 0)).why).toBe('NOTHING_COUNTED');
    expect(pairedDifference({ both: 0, firstOnly: 0, secondOnly: 0, neither: 0 }).why).toBe('NOTHING_COUNTED');
  });

  test('no ratio if there were none before; none after is a ratio of zero, with an upper end', () => {
    expect(rateRatio({ count: 0, over: 3 }, { count: 4, over: 3 }).why).toBe('NONE_BEFORE');
    expect(rateRatio({ count: 0, over: 3 }, { count: 0, over: 3 }).why).toBe('NOTHING_COUNTED');
    // 0 of 10 fall after: the Clopper-Pearson upper end is 0.3085 (30.85%), and 0.3085 / 0.6915 = 0.446.
    const none = rateRatio({ count: 10, over: 1 }, { count: 0, over: 1 });
    expect(none.estimate).toBe(0);
    expect(none.interval?.high).toBeCloseTo(0.446, 3);
  });

  test('a part beyond its whole, or half a record, is refused', () => {
    expect(() => wilson(share(3, 2))).toThrow('The part cannot exceed the whole');
    expect(() => wilson(share(0.5, 2))).toThrow('whole number');
    expect(() => rateRatio({ count: 1, over: 0 }, { count: 1, over: 1 })).toThrow('more than 0');
  });
});

describe('laws', () => {
  const shares = fc
    .tuple(fc.nat(300), fc.nat(300))
    .filter(([a, b]) => a + b > 0)
    .map(([part, rest]) => share(part, part + rest));
  const counts = fc.nat(200);
  const pairs = fc
    .record({ both: counts, firstOnly: counts, secondOnly: counts, neither: counts })
    .filter((p) => p.both + p.firstOnly + p.secondOnly + p.neither > 0);
  const finite = (found: { estimate: number | null; interval: { low: number; high: number } | null }) => {
    const { low, high } = found.interval ?? { low: NaN, high: NaN };
    expect([found.estimate, low, high].every(Number.isFinite)).toBe(true);
    expect(low).toBeLessThanOrEqual((found.estimate ?? NaN) + 1e-12);
    expect(high).toBeGreaterThanOrEqual((found.estimate ?? NaN) - 1e-12);
    return { low, high };
  };

  test('an interval contains its estimate and stays within what is possible', () => {
    fc.assert(
      fc.property(shares, shares, pairs, (a, b, p) => {
        const one = finite(wilson(a));
        expect(one.low >= 0 && one.high <= 1).toBe(true);
        for (const found of [differenceOfShares(a, b), pairedDifference(p)]) {
          const { low, high } = finite(found);
          expect(low >= -1 - 1e-12 && high <= 1 + 1e-12).toBe(true);
        }
        if (a.part > 0) {
          expect(
            finite(rateRatio({ count: a.part, over: a.whole }, { count: b.part, over: b.whole })).low,
          ).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('counting the opposite answer, or swapping the two, reverses the interval', () => {
    fc.assert(
      fc.property(shares, shares, pairs, (a, b, p) => {
        const other = wilson(share(a.whole - a.part, a.whole)).interval;
        expect(other?.low).toBeCloseTo(1 - (wilson(a).interval?.high ?? NaN), 10);
        const [there, back] = [differenceOfShares(a, b), differenceOfShares(b, a)];
        expect(there.interval?.low).toBeCloseTo(-(back.interval?.high ?? NaN), 10);
        const swapped = pairedDifference({ ...p, firstOnly: p.secondOnly, secondOnly: p.firstOnly });
        expect(pairedDifference(p).interval?.low).toBeCloseTo(-(swapped.interval?.high ?? NaN), 10);
        expect(mcnemar(p)).toBeCloseTo(mcnemar({ ...p, firstOnly: p.secondOnly, secondOnly: p.firstOnly }), 10);
      }),
    );
  });

  test('one more in the part moves both ends up; ten times as many narrow the interval', () => {
    fc.assert(
      fc.property(shares, (a) => {
        const now = finite(wilson(a));
        if (a.part < a.whole) {
          const more = finite(wilson(share(a.part + 1, a.whole)));
          expect(more.low > now.low && more.high >= now.high).toBe(true);
        }
        const many = finite(wilson(share(a.part * 10, a.whole * 10)));
        expect(many.high - many.low).toBeLessThan(now.high - now.low);
      }),
    );
  });
});
