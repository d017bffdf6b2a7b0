import type { Share } from '../Share.ts';
import type { Pairs } from '../statistics/pairedDifference.ts';
import { answerOf, type Question, shareOf } from '../suppression/answerOf.ts';
import type { Dimension } from '../suppression/Dimension.ts';
import type { PublishedTable } from '../suppression/PublishedTable.ts';

/**
 * How a record stands to one category: evidence and no active alert (GAP), evidence and an alert (NAMED), an alert only,
 * neither. Gap rate and prevalence share one dimension, because as separate tables they would have a total in common
 * (SUPPRESSION.md, rule 2). Put it first: where counts are few, the standing is then kept longer than the month.
 */
export const standing: Dimension = {
  name: 'standing',
  branches: [
    ['GAP', 'NAMED'],
    ['ALERT_ONLY', 'NEITHER'],
  ],
};

/**
 * The certainty of the alert; NONE for a record without one. Put it after the months for gap rates by month, or before them for
 * the mix of certainties over the whole window. Few agencies have the numbers for both.
 */
export const certainty: Dimension = {
  name: 'certainty',
  branches: ['NONE', [['INDICATED', 'DISCLOSED'], 'ASSESSED'], ['HISTORICAL', ['RULED_OUT', 'CORRECTED']]],
};

/** The first audit's records with evidence, looked at again: still without an alert, or with one. Put it last (rule 3). */
export const again: Dimension = { name: 'again', branches: ['GAP', 'NAMED'] };

/**
 * Returns records with evidence and no alert, out of those with evidence; null if withheld. `within` narrows it, for example to
 * months.
 */
export function gapOf(table: PublishedTable, within: Question = {}): Share | null {
  const [gaps, evidence] = [
    answerOf(table, { ...within, standing: ['GAP'] }),
    answerOf(table, { ...within, standing: ['GAP', 'NAMED'] }),
  ];
  return gaps.kind === 'counted' && evidence.kind === 'counted' ? { part: gaps.count, whole: evidence.count } : null;
}

/** Returns records with an alert, out of all; null if withheld. */
export function prevalenceOf(table: PublishedTable): Share | null {
  return shareOf(table, { of: { standing: ['NAMED', 'ALERT_ONLY'] }, within: {} });
}

/**
 * Returns the records with evidence then and now, from a table that has `again`; null if any of the four counts is withheld.
 */
export function pairsOf(table: PublishedTable): Pairs | null {
  const count = (then: string, now: string): number | null => {
    const answer = answerOf(table, { standing: [then], again: [now] });
    return answer.kind === 'counted' ? answer.count : null;
  };
  const [both, firstOnly] = [count('GAP', 'GAP'), count('GAP', 'NAMED')];
  const [secondOnly, neither] = [count('NAMED', 'GAP'), count('NAMED', 'NAMED')];
  if (both === null || firstOnly === null || secondOnly === null || neither === null) return null;
  return { both, firstOnly, secondOnly, neither };
}
