import type { Window } from '../reaudit/Audit.ts';
import { again, certainty, standing } from '../reaudit/standing.ts';
import type { Dimension } from '../suppression/Dimension.ts';
import { monthsBetween } from '../suppression/monthsBetween.ts';

/** When the alert was raised: within the window, before it, or there is none. */
const raised: Dimension = { name: 'raised', branches: ['NONE', ['EARLIER', 'WITHIN']] };

/**
 * Days from the first evidence in the window to the alert, in bands; NONE unless both exist. A mean over few people would be a
 * count in disguise.
 */
export const toAlert: Dimension = {
  name: 'toAlert',
  branches: [
    'NONE',
    [
      ['BEFORE', 'DAYS_0_7'],
      ['DAYS_8_30', ['DAYS_31_90', 'OVER_90']],
    ],
  ],
};

/**
 * Returns what an audit of a window counts, in the order in which it is kept (SUPPRESSION.md, rule 5): the standing, whether an
 * alert was raised, when the evidence was, how certain the alert is, how soon it followed. `lookedAgain`: days on which the
 * same records were looked at again, each put last.
 */
export function auditDimensions({ first, last }: Window, lookedAgain: readonly string[] = []): readonly Dimension[] {
  const months: Dimension = { name: 'month', branches: ['NONE', monthsBetween(first, last).branches] };
  return [
    ...[standing, raised, months, certainty, toAlert],
    ...lookedAgain.map((day): Dimension => ({ name: againOn(day), branches: again.branches })),
  ];
}

/** Returns the name of the dimension for the standing of the same records on a later day. */
export const againOn = (day: string): string => `again ${day}`;
