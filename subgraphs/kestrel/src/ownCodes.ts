/** Kestrel's own codes and concept ids (left) and the contract's codes for them (right). */
export type OwnCodes = Readonly<Record<string, string>>;

/** Concepts that say what kind of observation a row is. */
export const concepts = {
  need: 5000,
  needMet: 5001,
  note: 6000,
  noteTopic: 6001,
} as const;

export const genders = { M: '1', F: '2', O: '3', U: '9' } as const satisfies OwnCodes;

export const roles = { CLIN: 'PRACTITIONER', SNR: 'TEAM_LEADER', MAN: 'MANAGER' } as const satisfies OwnCodes;

/** The concept that answers "need": 5100 plus the national reason code. */
export const needConcept = (reason: string): number => 5100 + Number(reason);
export const reasonOfConcept = (concept: number | null): string => (concept === null ? '99' : String(concept - 5100));

/** Concepts that answer "note topic". */
export const topics = {
  6101: 'SERVICE_USE',
  6102: 'IDENTITY',
  6103: 'CONTACT',
  6104: 'ADDRESS',
  6105: 'PHONE',
  6106: 'HOUSING',
  6107: 'FINANCE',
  6108: 'LEGAL',
  6109: 'FV_RISK',
  6110: 'FV_NARRATIVE',
  6111: 'SAFETY_PLAN',
  6112: 'CHILD_WELLBEING',
  6113: 'WORKER_SAFETY',
  6114: 'HEALTH',
  6115: 'MEDICATION',
  6116: 'MENTAL_HEALTH',
  6117: 'AOD',
  6118: 'SEXUAL_HEALTH',
  6119: 'CULTURAL_IDENTITY',
} as const satisfies OwnCodes;

export const flagConcepts = {
  7001: 'FAMILY_VIOLENCE_EXPERIENCING',
  7002: 'FAMILY_VIOLENCE_USING',
  7003: 'CHILD_WELLBEING',
  7004: 'SUICIDE_SELF_HARM',
  7005: 'MEDICAL',
  7006: 'WORKER_SAFETY_PERSON',
  7007: 'WORKER_SAFETY_PREMISES',
  7008: 'COMMUNICATION_SAFETY',
  7009: 'COURT_ORDER',
  7010: 'CULTURAL_SAFETY',
  7011: 'INTERPRETER',
  7012: 'LEGAL_GUARDIAN',
  7013: 'DATA_CORRECTION_PENDING',
} as const satisfies OwnCodes;

/** Clinical findings and measurements. They are served to nobody until the contract has a health module. */
export const findings = {
  8001: 'MENTAL_HEALTH',
  8002: 'AOD',
  8003: 'MEDICATION',
  8004: 'HEALTH',
} as const satisfies OwnCodes;

export const verifications = {
  suspected: 'INDICATED',
  'patient-reported': 'DISCLOSED',
  confirmed: 'ASSESSED',
  past: 'HISTORICAL',
  refuted: 'RULED_OUT',
  amended: 'CORRECTED',
} as const satisfies OwnCodes;

export const priorities = { PN: 'LOW', PL: 'MEDIUM', PM: 'HIGH', PH: 'CRITICAL' } as const satisfies OwnCodes;

export const flagStatuses = {
  active: 'ACTIVE',
  'in-review': 'UNDER_REVIEW',
  inactive: 'CLOSED',
  'entered-in-error': 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;

export const enrolmentStates = {
  REFERRED: 'PLANNED',
  WAITING: 'WAITLIST',
  ENROLLED: 'ACTIVE',
  SUSPENDED: 'ONHOLD',
  COMPLETED: 'FINISHED',
  WITHDRAWN: 'CANCELLED',
  ERROR: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;

/** The agency's own code for one of the contract's. Throws where there is none: a guess would file it under a wrong heading. */
export function ownCodeFor(codes: OwnCodes, word: string): string {
  const found = Object.entries(codes).find(([, meaning]) => meaning === word);
  if (!found) throw new Error(`Kestrel has no code for ${word}; it knows ${Object.values(codes).join(', ')}.`);
  return found[0];
}
