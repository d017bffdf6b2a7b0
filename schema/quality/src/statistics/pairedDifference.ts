import { type Estimate, estimated, without } from './Estimate.ts';
import { wholeNumber } from './wholeNumber.ts';
import { wilsonInterval } from './wilson.ts';

/**
 * The same records looked at twice: how many had the property both times, only the first time, only the second, or neither
 * time.
 */
export type Pairs = Readonly<{ both: number; firstOnly: number; secondOnly: number; neither: number }>;

/**
 * Returns the share the first time minus the share the second time, for the same records, with Newcombe's 95% interval.
 *
 * Newcombe (1998), Stat Med 17:2635-2650, method 10: Wilson's intervals squared and added, minus what the two have in common
 * (phi, with the continuity correction if it is positive).
 */
export function pairedDifference(pairs: Pairs): Estimate {
  const { both, firstOnly, secondOnly, neither } = checkPairs(pairs);
  const whole = both + firstOnly + secondOnly + neither;
  if (whole === 0) return without('NOTHING_COUNTED');
  const [first, second] = [both + firstOnly, both + secondOnly];
  const [p1, p2] = [first / whole, second / whole];
  const [w1, w2] = [wilsonInterval({ part: first, whole }), wilsonInterval({ part: second, whole })];
  const common = correctedPhi(pairs, whole);
  const difference = (firstOnly - secondOnly) / whole;
  const half = (a: number, b: number): number => Math.sqrt(Math.max(0, a * a - 2 * common * a * b + b * b));
  return estimated(difference, {
    low: difference - half(p1 - w1.low, w2.high - p2),
    high: difference + half(w1.high - p1, p2 - w2.low),
  });
}

/** 0 if a margin is empty: nothing is then known about what the two have in common. */
function correctedPhi({ both, firstOnly, secondOnly, neither }: Pairs, whole: number): number {
  const margins = (both + firstOnly) * (secondOnly + neither) * (both + secondOnly) * (firstOnly + neither);
  if (margins === 0) return 0;
  const raw = both * neither - firstOnly * secondOnly;
  return (raw > 0 ? Math.max(raw - whole / 2, 0) : raw) / Math.sqrt(margins);
}

export function checkPairs(pairs: Pairs): Pairs {
  for (const [name, count] of Object.entries(pairs)) wholeNumber(count, `"${name}" of the pairs`);
  return pairs;
}
