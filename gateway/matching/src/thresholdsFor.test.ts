import { chanceMatches, chanceTail, thresholdAgainstChance } from './chanceTail.ts';
import { defaultCalibration } from './defaultCalibration.ts';
import { thresholdsFor } from './thresholdsFor.ts';

test('thresholds rise with the number of comparisons and never fall below their floors', () => {
  const sizes = [0, 1, 100, 10_000, 1_000_000, 100_000_000];
  const rows = sizes.map((comparisons) => thresholdsFor(defaultCalibration, comparisons));
  for (const [place, row] of rows.entries()) {
    const before = rows[place - 1] ?? row;
    expect(row.automatic).toBeGreaterThanOrEqual(Math.max(before.automatic, defaultCalibration.automatic.floor));
    expect(row.review).toBeGreaterThanOrEqual(Math.max(before.review, defaultCalibration.review.floor));
    expect(row.automaticWithSlk).toBeLessThanOrEqual(row.automatic);
  }
  expect(rows.at(-1)?.automatic).toBeGreaterThan(defaultCalibration.automatic.floor);
});

test('at the threshold, as many chance matches are expected as were accepted', () => {
  const { tail, chanceMatches: accepted } = defaultCalibration.automatic;
  for (const comparisons of [1e6, 1e7]) {
    const { automatic } = thresholdsFor(defaultCalibration, comparisons);
    expect(chanceMatches(tail, automatic, comparisons)).toBeCloseTo(accepted, 9);
  }
});

test('ten times as many records raise a threshold above its floor by one over the slope', () => {
  const { tail } = defaultCalibration.automatic;
  const step = thresholdAgainstChance(tail, 1e7, 0.001) - thresholdAgainstChance(tail, 1e6, 0.001);
  expect(step).toBeCloseTo(1 / tail.slope, 9);
});

test('fitting pairs drawn from a tail recovers the tail', () => {
  // Of 10^9 pairs, those above 0.7: the n-th has the Dice at which n of 10^9 are expected.
  const tail = { intercept: 5, slope: 15 };
  const count = Math.floor(chanceMatches(tail, 0.7, 1e9));
  const dices = Array.from({ length: count }, (_, n) => (tail.intercept - Math.log10((n + 1) / 1e9)) / tail.slope);
  const found = chanceTail(dices, 1e9, 0.7);
  expect(found.slope).toBeCloseTo(tail.slope, 0);
  expect(found.intercept).toBeCloseTo(tail.intercept, 0);
});

test('a tail from too few pairs is refused', () => {
  expect(() => chanceTail([0.7, 0.8], 100, 0.7)).toThrow(/0 thresholds have 10 pairs/);
});
