import type { AlertCertainty, AlertOrder, AlertSeverity, BoardAlertsQueryVariables } from './generated/board.ts';

/** Which alerts to show. Kept in memory only: an address must not reveal what somebody looked for. */
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

/** The initial view: alerts in force about one's own clients, the most urgent first. */
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

/** How many alerts to request at once: the most the hub returns. */
export const pageSize = 200;

/** The query variables for these choices. */
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

/** How many of the choices under "Filter alerts" differ from the default. */
export const choicesMade = (choices: BoardChoices): number =>
  (['state', 'code', 'minSeverity', 'certainty', 'reviewOverdue', 'raisedSince'] as const).filter(
    (name) => choices[name] !== usualChoices[name],
  ).length;
