import type { Comparison, Pair } from './comparePeople.ts';

/** How well links agree with the truth. A share is null if there is nothing to divide by. */
export type Judged = Readonly<{
  /** Pairs that are one person and linked, that are one person and not linked, and that are two people and linked. */
  found: number;
  missed: number;
  wrong: number;
  precision: number | null;
  recall: number | null;
  f1: number | null;
}>;

export type Evaluation = Readonly<{
  pairs: Readonly<{ true: number; compared: number }>;
  /** How many pairs are in each band, and how many of those are one person. */
  bands: Readonly<Record<'automatic' | 'review' | 'different', Readonly<{ pairs: number; true: number }>>>;
  /** What is linked without asking anybody. */
  automatic: Judged;
  /** The same, plus what people who are asked about the review band would link: the pairs in it that are one person. */
  automaticAndReview: Judged;
}>;

/** Judges the pairs of a comparison by the true pairs, given as positions in the two extracts. */
export function judgePairs(
  { pairs, compared }: Pick<Comparison, 'pairs' | 'compared'>,
  truth: readonly (readonly [number, number])[],
): Evaluation {
  const isTrue = new Set(truth.map(([a, b]) => keyOf(a, b)));
  const sizeOf = (band: Pair['band']) => {
    const inBand = pairs.filter((pair) => pair.band === band);
    return { pairs: inBand.length, true: inBand.filter(({ a, b }) => isTrue.has(keyOf(a, b))).length };
  };
  const automatic = sizeOf('AUTOMATIC');
  const review = sizeOf('REVIEW');
  const missed = isTrue.size - automatic.true - review.true;
  const wrong = automatic.pairs - automatic.true;
  return {
    pairs: { true: isTrue.size, compared },
    bands: { automatic, review, different: { pairs: compared - pairs.length, true: missed } },
    automatic: judged(automatic.true, missed + review.true, wrong),
    automaticAndReview: judged(automatic.true + review.true, missed, wrong),
  };
}

const keyOf = (a: number, b: number): string => `${a} ${b}`;

function judged(found: number, missed: number, wrong: number): Judged {
  const share = (part: number, of: number): number | null => (of === 0 ? null : part / of);
  return {
    ...{ found, missed, wrong },
    precision: share(found, found + wrong),
    recall: share(found, found + missed),
    f1: share(2 * found, 2 * found + missed + wrong),
  };
}
