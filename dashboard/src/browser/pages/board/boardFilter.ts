import type { AlertCertainty, AlertOrder, AlertSeverity, BoardAlertsQueryVariables } from './generated/board.ts';

/** Which alerts to show. It lives in the page's memory only: an address must not say what somebody looked for. */
export type BoardChoices = Readonly<{
  of: 'MINE' | 'AGENCY';
  orderBy: AlertOrder;
  state: 'HOLDS' | 'ENDED' | 'ALL';
  /** An alert category; null: every one. */
  code: string | null;
  minSeverity: AlertSeverity | null;
  certainty: AlertCertainty | null;
  reviewOverdue: boolean;
  /** A calendar day. */
  raisedSince: string | null;
}>;

/** What one sees first: what is in force, of one's own people, the most urgent on top. */
export const usualChoices: BoardChoices = {
  of: 'MINE',
  orderBy: 'MOST_URGENT',
  state: 'HOLDS',
  code: null,
  minSeverity: null,
  certainty: null,
  reviewOverdue: false,
  raisedSince: null,
};

/** The gravest first. */
export const severities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const satisfies readonly AlertSeverity[];

export const certainties = [
  'INDICATED',
  'DISCLOSED',
  'ASSESSED',
  'HISTORICAL',
  'RULED_OUT',
  'CORRECTED',
] as const satisfies readonly AlertCertainty[];

const statuses = { HOLDS: ['ACTIVE', 'UNDER_REVIEW'], ENDED: ['CLOSED', 'ENTERED_IN_ERROR'], ALL: null } as const;

/** How many alerts are asked for at once: as many as the hub gives. */
export const pageSize = 200;

/** The question these choices ask. */
export function questionOf(choices: BoardChoices): BoardAlertsQueryVariables {
  const { of, orderBy, state, code, minSeverity, certainty, reviewOverdue, raisedSince } = choices;
  const status = statuses[state];
  return {
    of,
    orderBy,
    first: pageSize,
    filter: {
      ...(status && { status: [...status] }),
      ...(code && { codes: [code] }),
      ...(minSeverity && { minSeverity }),
      ...(certainty && { certainty: [certainty] }),
      ...(reviewOverdue && { reviewOverdue }),
      ...(raisedSince && { raisedSince }),
    },
  };
}

/** How many of the choices under "Filter alerts" differ from the usual ones. */
export const choicesMade = (choices: BoardChoices): number =>
  (['state', 'code', 'minSeverity', 'certainty', 'reviewOverdue', 'raisedSince'] as const).filter(
    (name) => choices[name] !== usualChoices[name],
  ).length;
