import type { Strategy } from './ClkSchema.ts';

/** Returns how many bits each of `count` tokens sets. If the bits do not divide evenly, the first tokens get one more each. */
export function bitsForTokens(count: number, strategy: Strategy): readonly number[] {
  const bits = 'bitsPerToken' in strategy ? strategy.bitsPerToken : strategy.bitsPerFeature;
  if (!Number.isInteger(bits) || bits < 1)
    throw new RangeError(`A strategy needs a whole number of bits, 1 or more, not ${bits}.`);
  if ('bitsPerToken' in strategy) return Array.from({ length: count }, () => bits);
  return Array.from({ length: count }, (_, place) => Math.floor(bits / count) + (place < bits % count ? 1 : 0));
}
