import { binomialAtMost } from './binomial.ts';
import { checkPairs, type Pairs } from './pairedDifference.ts';

/**
 * Returns McNemar's exact two-sided p: how likely a change this uneven would be if each record were as likely to change either
 * way. 1 if no record changed.
 *
 * Use it beside the interval of `pairedDifference` when few records changed: the interval is then an approximation, and this is
 * not.
 */
export function mcnemar(pairs: Pairs): number {
  const { firstOnly, secondOnly } = checkPairs(pairs);
  const changed = firstOnly + secondOnly;
  return Math.min(1, 2 * binomialAtMost(Math.min(firstOnly, secondOnly), changed));
}
