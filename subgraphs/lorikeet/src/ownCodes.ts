/** TreatmentBase's own codes (left) and the contract's codes (right). */
export type OwnCodes = Readonly<Record<string, string>>;

export const sexes = { M: 'MALE', F: 'FEMALE', X: 'ANOTHER_TERM', U: 'NOT_STATED' } as const satisfies OwnCodes;
export const accuracies = { A: 'EXACT', E: 'ESTIMATED', U: 'UNKNOWN' } as const satisfies OwnCodes;
export const roles = { CLIN: 'PRACTITIONER', LEAD: 'TEAM_LEADER', MGR: 'MANAGER' } as const satisfies OwnCodes;
export const alertTypes = {
  A01: 'FAMILY_VIOLENCE_EXPERIENCING',
  A02: 'FAMILY_VIOLENCE_USING',
  A03: 'CHILD_WELLBEING',
  A04: 'SUICIDE_SELF_HARM',
  A05: 'MEDICAL',
  A06: 'WORKER_SAFETY_PERSON',
  A07: 'WORKER_SAFETY_PREMISES',
  A08: 'COMMUNICATION_SAFETY',
  A09: 'COURT_ORDER',
  A10: 'CULTURAL_SAFETY',
  A11: 'INTERPRETER',
  A12: 'LEGAL_GUARDIAN',
  A13: 'DATA_CORRECTION_PENDING',
} as const satisfies OwnCodes;
export const bases = {
  IND: 'INDICATED',
  DIS: 'DISCLOSED',
  ASS: 'ASSESSED',
  HIS: 'HISTORICAL',
  RUL: 'RULED_OUT',
} as const satisfies OwnCodes;
export const severities = { 1: 'LOW', 2: 'MEDIUM', 3: 'HIGH', 4: 'CRITICAL' } as const satisfies OwnCodes;
export const statuses = {
  O: 'ACTIVE',
  R: 'UNDER_REVIEW',
  C: 'CLOSED',
  X: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;
export const topics = {
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

/** TreatmentBase's own code for one of the contract's. Throws where there is none. */
export function ownCodeFor(codes: OwnCodes, word: string): string {
  const found = Object.entries(codes).find(([, meaning]) => meaning === word);
  if (!found) throw new Error(`Lorikeet has no code for ${word}; it knows ${Object.values(codes).join(', ')}.`);
  return found[0];
}
