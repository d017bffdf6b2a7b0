import { popcount } from './popcount.ts';

/**
 * Returns how alike two filters are, from 0 to 1: twice the bits they share, over the bits of both (Dice).
 *
 * Zero if neither has a bit: knowing nothing is not agreement. Throws RangeError if the lengths differ.
 */
export function dice(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length) {
    throw new RangeError(`Filters of ${one.length} and ${other.length} bytes cannot be compared.`);
  }
  const shared = popcount(one.map((byte, index) => byte & (other[index] ?? 0)));
  const all = popcount(one) + popcount(other);
  return all === 0 ? 0 : (2 * shared) / all;
}
