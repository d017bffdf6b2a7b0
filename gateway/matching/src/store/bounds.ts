import { diceFrom } from '../diceOf.ts';

/**
 * Returns the fewest bits, and at least one, that two filters with `all` bits between them must share for a Dice of at least
 * `threshold`. Uses the very formula that decides, so that rounding never loses a match.
 */
export function leastShared(threshold: number, all: number): number {
  let shared = Math.max(1, Math.floor((threshold * all) / 2) - 1);
  while (diceFrom(shared, all) < threshold) shared += 1;
  return shared;
}

/** Returns the best Dice a filter with `bits` bits can have with one that has between `least` and `most` bits. */
export function bestPossible(bits: number, least: number, most: number): number {
  const nearest = Math.min(Math.max(bits, least), most);
  return diceFrom(Math.min(bits, nearest), bits + nearest);
}
