import type { DecisionLevel, Position, ProposalKind, ProposalStatus } from './generated/proposals.ts';

/** Levels from the first to be heard to the last. */
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

/** How a status or a position is coloured; the word says it. */
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
