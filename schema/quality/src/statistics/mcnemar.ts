import { binomialAtMost } from './binomial.ts';
import { checkPairs, type Pairs } from './pairedDifference.ts';

/**
 * McNemar's exact p, two-sided: how likely so uneven a change is if a record were as likely to change either way.
 * 1 where no record changed.
 *
 * Beside the interval of `pairedDifference`, for few changes: the interval is an approximation then, this is not.
 */
export function mcnemar(pairs: Pairs): number {
  const { firstOnly, secondOnly } = checkPairs(pairs);
  const changed = firstOnly + secondOnly;
  return Math.min(1, 2 * binomialAtMost(Math.min(firstOnly, secondOnly), changed));
}
