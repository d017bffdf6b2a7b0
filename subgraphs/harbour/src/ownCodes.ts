/**
 * HarbourCare's own codes (left) and the contract's codes for them (right). existing.sql has HarbourCare's own names for
 * its codes.
 */
export type OwnCodes = Readonly<Record<string, string>>;

export const dobAccuracies = { AAA: 'EXACT', EEE: 'ESTIMATED', UUU: 'UNKNOWN' } as const satisfies OwnCodes;

export const positions = { SW: 'PRACTITIONER', TL: 'TEAM_LEADER', MGR: 'MANAGER' } as const satisfies OwnCodes;

export const alertTypes = {
  DVV: 'FAMILY_VIOLENCE_EXPERIENCING',
  DVP: 'FAMILY_VIOLENCE_USING',
  KID: 'CHILD_WELLBEING',
  SSH: 'SUICIDE_SELF_HARM',
  MED: 'MEDICAL',
  WSP: 'WORKER_SAFETY_PERSON',
  WSH: 'WORKER_SAFETY_PREMISES',
  COM: 'COMMUNICATION_SAFETY',
  CRT: 'COURT_ORDER',
  CUL: 'CULTURAL_SAFETY',
  INT: 'INTERPRETER',
  GUA: 'LEGAL_GUARDIAN',
  FIX: 'DATA_CORRECTION_PENDING',
} as const satisfies OwnCodes;

export const alertBases = {
  I: 'INDICATED',
  D: 'DISCLOSED',
  A: 'ASSESSED',
  H: 'HISTORICAL',
  R: 'RULED_OUT',
  C: 'CORRECTED',
} as const satisfies OwnCodes;

export const alertSeverities = { 1: 'LOW', 2: 'MEDIUM', 3: 'HIGH', 4: 'CRITICAL' } as const satisfies OwnCodes;

export const alertStatuses = {
  open: 'ACTIVE',
  in_review: 'UNDER_REVIEW',
  closed: 'CLOSED',
  error: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;

/** `UNS` (not sorted) has no category, so a note of that kind is released to nobody. */
export const noteKinds = {
  GEN: 'SERVICE_USE',
  IDN: 'IDENTITY',
  CON: 'CONTACT',
  ADR: 'ADDRESS',
  PHN: 'PHONE',
  HOU: 'HOUSING',
  FIN: 'FINANCE',
  LEG: 'LEGAL',
  DFV: 'FV_RISK',
  DFN: 'FV_NARRATIVE',
  SAF: 'SAFETY_PLAN',
  CHI: 'CHILD_WELLBEING',
  WSF: 'WORKER_SAFETY',
  HEA: 'HEALTH',
  RX: 'MEDICATION',
  MH: 'MENTAL_HEALTH',
  AOD: 'AOD',
  SXH: 'SEXUAL_HEALTH',
  CUL: 'CULTURAL_IDENTITY',
} as const satisfies OwnCodes;

export const periodStatuses = {
  planned: 'PLANNED',
  waiting: 'WAITLIST',
  open: 'ACTIVE',
  on_hold: 'ONHOLD',
  closed: 'FINISHED',
  cancelled: 'CANCELLED',
  error: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;

export const situations = {
  1: 'ROUGH_SLEEPING',
  2: 'CRISIS_ACCOMMODATION',
  3: 'STAYING_WITH_OTHERS',
  4: 'BOARDING',
  5: 'RENTING',
  6: 'OWNING',
  7: 'INSTITUTION',
} as const satisfies OwnCodes;

/** The agency's own code for one of the contract's. Throws where there is none: a guess would file it under a wrong heading. */
export function ownCodeFor(codes: OwnCodes, word: string): string {
  const found = Object.entries(codes).find(([, meaning]) => meaning === word);
  if (!found) throw new Error(`Harbour has no code for ${word}; it knows ${Object.values(codes).join(', ')}.`);
  return found[0];
}
