import type { MatchingPairFragment } from './generated/matching.ts';

/** A pair. If its other record is hidden, and several hidden records match the same record of one's own, also which of them it is. */
export type NumberedPair = MatchingPairFragment & Readonly<{ among?: Readonly<{ number: number; count: number }> }>;

/** Numbers pairs that would look alike, so that nobody takes the second for the first shown again. */
export function numbered<Pair extends MatchingPairFragment>(pairs: readonly Pair[]): readonly (Pair & NumberedPair)[] {
  const hidden = pairs.filter(({ theirs }) => theirs === null);
  return pairs.map((pair) => {
    const alike = hidden.filter(({ mine }) => mine.id === pair.mine.id);
    const number = alike.indexOf(pair) + 1;
    return number === 0 || alike.length === 1 ? pair : { ...pair, among: { number, count: alike.length } };
  });
}
