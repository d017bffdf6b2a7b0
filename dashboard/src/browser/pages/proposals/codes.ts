import type { DecisionLevel, Position, ProposalKind, ProposalStatus } from './generated/proposals.ts';

/** The levels, in the order in which they are heard. */
export const levels = [
  'PRACTITIONER',
  'TEAM_LEADER',
  'MANAGER',
  'EXECUTIVE',
] as const satisfies readonly DecisionLevel[];

export const kinds = [
  'LABEL',
  'ALERT_CATEGORY',
  'CONSENT_NOTICE',
  'PRACTICE',
  'SCHEMA_CHANGE',
  'BARRIER',
] as const satisfies readonly ProposalKind[];

export const statuses = [
  'OPEN',
  'AGREED',
  'REJECTED',
  'LAPSED',
  'WITHDRAWN',
] as const satisfies readonly ProposalStatus[];

export const positions = ['SUPPORT', 'STAND_ASIDE', 'OBJECT'] as const satisfies readonly Position[];

/** The colour of a status or a position; the word carries the meaning. */
export const toneOf = {
  OPEN: 'note',
  AGREED: 'good',
  REJECTED: 'grave',
  LAPSED: 'plain',
  WITHDRAWN: 'plain',
  SUPPORT: 'good',
  STAND_ASIDE: 'plain',
  OBJECT: 'grave',
} as const satisfies Record<ProposalStatus | Position, string>;
