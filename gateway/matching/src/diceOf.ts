import { FILTER_BYTES, faultOfFilter } from './store/layout.ts';

/**
 * Returns the Dice similarity of two filters: twice the bits they share, over the bits of both. It is 0 to 1, and 0 if either
 * is empty.
 *
 * Throws RangeError if a filter does not have 128 bytes.
 */
export function diceOf(one: Uint8Array, other: Uint8Array): number {
  const fault = faultOfFilter(one) ?? faultOfFilter(other);
  if (fault !== undefined) throw fault;
  let shared = 0;
  let all = 0;
  for (let place = 0; place < FILTER_BYTES; place += 1) {
    const a = one[place] ?? 0;
    const b = other[place] ?? 0;
    shared += bitsIn(a & b);
    all += bitsIn(a) + bitsIn(b);
  }
  return diceFrom(shared, all);
}

/** Returns in how many bits two filters differ. Throws as `diceOf` does. */
export function bitsApart(one: Uint8Array, other: Uint8Array): number {
  const fault = faultOfFilter(one) ?? faultOfFilter(other);
  if (fault !== undefined) throw fault;
  return one.reduce((sum, byte, place) => sum + bitsIn(byte ^ (other[place] ?? 0)), 0);
}

/** The only place where the formula is computed, so that every score is rounded alike. `all` is the sum of the bits of both. */
export function diceFrom(shared: number, all: number): number {
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Returns how many bits of a whole number of up to 32 bits are set. */
export function bitsIn(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
