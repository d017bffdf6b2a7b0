import { diceFrom } from '../diceOf.ts';

/**
 * The fewest bits two filters with `all` bits between them must share for a Dice of at least `threshold`, and at least
 * one. Found with the very formula that decides, so that rounding never loses a match.
 */
export function leastShared(threshold: number, all: number): number {
  let shared = Math.max(1, Math.floor((threshold * all) / 2) - 1);
  while (diceFrom(shared, all) < threshold) shared += 1;
  return shared;
}

/** The best Dice a filter of `bits` bits can have with any of `least` to `most` bits. */
export function bestPossible(bits: number, least: number, most: number): number {
  const nearest = Math.min(Math.max(bits, least), most);
  return diceFrom(Math.min(bits, nearest), bits + nearest);
}
