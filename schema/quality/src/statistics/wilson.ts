import type { Share } from '../Share.ts';
import { type Estimate, estimated, type Interval, without, z95 } from './Estimate.ts';
import { wholeNumber } from './wholeNumber.ts';

/**
 * Returns a share with its 95% Wilson score interval, without continuity correction.
 *
 * Wilson (1927), J Am Stat Assoc 22:209-212; Newcombe (1998), Stat Med 17:857-872, method 3.
 */
export function wilson(share: Share): Estimate {
  checkShare(share);
  if (share.whole === 0) return without('NOTHING_COUNTED');
  return estimated(share.part / share.whole, wilsonInterval(share));
}

/** Returns the interval alone, for a share with `whole > 0`. */
export function wilsonInterval({ part, whole }: Share): Interval {
  const p = part / whole;
  const z2 = z95 * z95;
  const middle = p + z2 / (2 * whole);
  const half = z95 * Math.sqrt((p * (1 - p)) / whole + z2 / (4 * whole * whole));
  const scale = 1 + z2 / whole;
  // These ends are exactly 0 and 1; floating point would miss them slightly.
  return {
    low: part === 0 ? 0 : (middle - half) / scale,
    high: part === whole ? 1 : (middle + half) / scale,
  };
}

/** Throws RangeError unless both are whole numbers and the part is within the whole. */
export function checkShare({ part, whole }: Share): void {
  wholeNumber(part, 'The part of a share');
  wholeNumber(whole, 'The whole of a share');
  if (part > whole) throw new RangeError(`A share of ${part} in ${whole} was given. The part cannot exceed the whole.`);
}
