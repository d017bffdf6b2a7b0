import type { MatchingPairFragment } from './generated/matching.ts';

/** A pair; where nothing of its other record may be shown, and several of one's own record are like it, also which of them it is. */
export type NumberedPair = MatchingPairFragment & Readonly<{ among?: Readonly<{ number: number; count: number }> }>;

/** Tells pairs apart that would look alike: nobody is to take the second for the first, once more. */
export function numbered<Pair extends MatchingPairFragment>(pairs: readonly Pair[]): readonly (Pair & NumberedPair)[] {
  const hidden = pairs.filter(({ theirs }) => theirs === null);
  return pairs.map((pair) => {
    const alike = hidden.filter(({ mine }) => mine.id === pair.mine.id);
    const number = alike.indexOf(pair) + 1;
    return number === 0 || alike.length === 1 ? pair : { ...pair, among: { number, count: alike.length } };
  });
}
