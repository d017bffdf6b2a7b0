import { DATE, hasAll, hasAny, NAMES, PLACE, partBits } from './Encoding.ts';
import type { Score } from './scoreOf.ts';
import type { Thresholds } from './thresholdsFor.ts';

/** AUTOMATIC: linked without asking. REVIEW: the workers of both agencies are asked. DIFFERENT: nobody is asked. */
export type Band = 'AUTOMATIC' | 'REVIEW' | 'DIFFERENT';

/**
 * Returns the band of a pair.
 *
 * - AUTOMATIC needs, on both sides, both names, a whole and accurate date of birth (an estimate is not in the filter) and a
 *   place. The sexes may not contradict each other. The filters must be so close that no letter of a name can differ, because
 *   twins can have equal linkage keys and be more alike than one person who has moved. And the likeness must reach the
 *   threshold, which is lower if the linkage keys are equal too.
 * - An equal linkage key proposes a link: at least REVIEW. It never decides alone.
 * - Otherwise REVIEW needs the likeness, and enough in both records for it to mean something.
 */
export function bandOf(score: Score, thresholds: Thresholds): Band {
  const likeness = Math.max(score.dice, score.aliasDice ?? 0);
  const needed = score.slk === 'EQUAL' ? thresholds.automaticWithSlk : thresholds.automatic;
  if (mayDecide(score) && score.bitsApart <= thresholds.bitsApart && likeness >= needed) return 'AUTOMATIC';
  if (score.slk === 'EQUAL') return 'REVIEW';
  return saysEnough(score) && likeness >= thresholds.review ? 'REVIEW' : 'DIFFERENT';
}

/**
 * True if what both records have may link them without asking anybody. Without a place to compare, a namesake born on the same
 * day would look the same.
 */
function mayDecide({ inBoth, sex, estimated }: Score): boolean {
  return hasAll(inBoth, NAMES | DATE) && hasAny(inBoth, PLACE) && sex !== 'DIFFERENT' && !estimated;
}

/**
 * True if both have both names and a year or place, or both have a name and the whole date. With less, two people look alike
 * too easily.
 */
export function saysEnough({ inBoth, named }: Score): boolean {
  if (hasAll(inBoth, NAMES)) return hasAny(inBoth, partBits.year | PLACE);
  return named && hasAll(inBoth, DATE);
}
