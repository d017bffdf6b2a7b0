/**
 * How rarely two unrelated people look alike: log10 of the share of such pairs with a Dice of at least d is `intercept - slope
 * * d`, for d in the upper tail.
 */
export type ChanceTail = Readonly<{ intercept: number; slope: number }>;

const STEP = 0.02;
/** With fewer pairs than this, a share says little about a probability. */
const LEAST_PAIRS = 10;

/**
 * Returns the tail found among `pairs` pairs of different people; `dices` are their Dice values from `from` up. Fits a line by
 * least squares to the logarithms of the shares above a series of thresholds.
 *
 * Throws RangeError if fewer than three thresholds have ten pairs above them: more people are needed.
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

/** Returns how many chance matches at or above a threshold are expected from this many comparisons. */
export function chanceMatches(tail: ChanceTail, threshold: number, comparisons: number): number {
  return comparisons * 10 ** (tail.intercept - tail.slope * threshold);
}

/** Returns the lowest threshold at which this many comparisons give at most `matches` chance matches. It may be above 1. */
export function thresholdAgainstChance(tail: ChanceTail, comparisons: number, matches: number): number {
  return (tail.intercept + Math.log10(Math.max(1, comparisons) / matches)) / tail.slope;
}
