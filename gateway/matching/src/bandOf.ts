import { DATE, hasAll, hasAny, NAMES, PLACE, partBits } from './Encoding.ts';
import type { Score } from './scoreOf.ts';
import type { Thresholds } from './thresholdsFor.ts';

/** AUTOMATIC: linked without asking. REVIEW: the workers of both agencies are asked. DIFFERENT: not asked. */
export type Band = 'AUTOMATIC' | 'REVIEW' | 'DIFFERENT';

/**
 * The band of a pair.
 *
 * - AUTOMATIC needs both names, the whole date of birth, accurate (an estimate is not in the filter), and a place on both sides, no
 *   contradiction of sex, filters between which there is no room for another letter of a name (twins have an equal linkage key and a
 *   likeness above that of one person who moved), and a likeness at the threshold; a lower one where the linkage keys are equal too.
 * - An equal linkage key proposes: at least REVIEW. It never decides alone.
 * - Else REVIEW needs the likeness and enough in both for it to mean something.
 */
export function bandOf(score: Score, thresholds: Thresholds): Band {
  const likeness = Math.max(score.dice, score.aliasDice ?? 0);
  const needed = score.slk === 'EQUAL' ? thresholds.automaticWithSlk : thresholds.automatic;
  if (mayDecide(score) && score.bitsApart <= thresholds.bitsApart && likeness >= needed) return 'AUTOMATIC';
  if (score.slk === 'EQUAL') return 'REVIEW';
  return saysEnough(score) && likeness >= thresholds.review ? 'REVIEW' : 'DIFFERENT';
}

/** Whether what both records have may link them without asking anybody. Where no place is compared, a namesake of the same day is alike. */
function mayDecide({ inBoth, sex, estimated }: Score): boolean {
  return hasAll(inBoth, NAMES | DATE) && hasAny(inBoth, PLACE) && sex !== 'DIFFERENT' && !estimated;
}

/** Both names and a year or a place; or one name and the whole date. Two people without a name or with only one are alike too soon. */
export function saysEnough({ inBoth, named }: Score): boolean {
  if (hasAll(inBoth, NAMES)) return hasAny(inBoth, partBits.year | PLACE);
  return named && hasAll(inBoth, DATE);
}
