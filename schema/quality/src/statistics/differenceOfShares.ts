import type { Share } from '../Share.ts';
import { type Estimate, estimated, without } from './Estimate.ts';
import { checkShare, wilsonInterval } from './wilson.ts';

/**
 * Returns `first - second` for two shares of different records, with Newcombe's 95% interval.
 *
 * Newcombe (1998), Stat Med 17:873-890, method 10 (square and add, no continuity correction).
 */
export function differenceOfShares(first: Share, second: Share): Estimate {
  checkShare(first);
  checkShare(second);
  if (first.whole === 0 || second.whole === 0) return without('NOTHING_COUNTED');
  const [p1, p2] = [first.part / first.whole, second.part / second.whole];
  const [w1, w2] = [wilsonInterval(first), wilsonInterval(second)];
  return estimated(p1 - p2, {
    low: p1 - p2 - Math.hypot(p1 - w1.low, w2.high - p2),
    high: p1 - p2 + Math.hypot(w1.high - p1, p2 - w2.low),
  });
}
