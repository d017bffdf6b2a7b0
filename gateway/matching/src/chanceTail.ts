/**
 * How rarely two different, unrelated people are alike: log10 of the part of such pairs with a Dice of at least d is
 * `intercept - slope * d`, for d in the upper tail.
 */
export type ChanceTail = Readonly<{ intercept: number; slope: number }>;

const STEP = 0.02;
/** Fewer pairs than this say little of a probability. */
const LEAST_PAIRS = 10;

/**
 * The tail from what was found among `pairs` pairs of different people: the Dice of those from `from` up. A line through
 * the logarithms of the part above each of a row of thresholds, by least squares.
 *
 * Throws RangeError where fewer than three thresholds have ten pairs above them: more people are needed.
 */
export function chanceTail(dices: Iterable<number>, pairs: number, from: number): ChanceTail {
  const sorted = Float64Array.from(dices).sort();
  const points: [number, number][] = [];
  let below = 0;
  for (let step = 0; from + step * STEP < 1; step += 1) {
    const threshold = from + step * STEP;
    while (below < sorted.length && (sorted[below] ?? 0) < threshold) below += 1;
    if (sorted.length - below < LEAST_PAIRS) break;
    points.push([threshold, Math.log10((sorted.length - below) / pairs)]);
  }
  if (points.length < 3)
    throw new RangeError(`Only ${points.length} thresholds have ${LEAST_PAIRS} pairs above them; 3 are needed.`);
  const mean = (which: 0 | 1): number => points.reduce((sum, point) => sum + point[which], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const across = points.reduce((sum, [d, log]) => sum + (d - x) * (log - y), 0);
  const square = points.reduce((sum, [d]) => sum + (d - x) ** 2, 0);
  const slope = -across / square;
  return { intercept: y + slope * x, slope };
}

/** How many chance matches at or above a threshold are expected of so many comparisons. */
export function chanceMatches(tail: ChanceTail, threshold: number, comparisons: number): number {
  return comparisons * 10 ** (tail.intercept - tail.slope * threshold);
}

/** The lowest threshold at which so many comparisons give no more than so many chance matches; may be above 1. */
export function thresholdAgainstChance(tail: ChanceTail, comparisons: number, matches: number): number {
  return (tail.intercept + Math.log10(Math.max(1, comparisons) / matches)) / tail.slope;
}
