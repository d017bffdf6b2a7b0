/** Wattle's own codes (left) and the contract's codes for them (right). existing.sql has the labels shown on screen. */
export type OwnCodes = Readonly<Record<string, string>>;

export const dobAccuracies = { N: 'EXACT', Y: 'ESTIMATED', U: 'UNKNOWN' } as const satisfies OwnCodes;

/** National codes (METeOR 750032) on the right. */
export const sexes = { M: '1', F: '2', X: '3', U: '9' } as const satisfies OwnCodes;

export const levels = { 1: 'PRACTITIONER', 2: 'TEAM_LEADER', 3: 'MANAGER' } as const satisfies OwnCodes;

export const alertCodes = {
  FV: 'FAMILY_VIOLENCE_EXPERIENCING',
  PV: 'FAMILY_VIOLENCE_USING',
  CH: 'CHILD_WELLBEING',
  SH: 'SUICIDE_SELF_HARM',
  MD: 'MEDICAL',
  WP: 'WORKER_SAFETY_PERSON',
  WH: 'WORKER_SAFETY_PREMISES',
  NC: 'COMMUNICATION_SAFETY',
  IO: 'COURT_ORDER',
  CS: 'CULTURAL_SAFETY',
  IN: 'INTERPRETER',
  GD: 'LEGAL_GUARDIAN',
  XX: 'DATA_CORRECTION_PENDING',
} as const satisfies OwnCodes;

export const alertCertainties = {
  I: 'INDICATED',
  D: 'DISCLOSED',
  A: 'ASSESSED',
  H: 'HISTORICAL',
  R: 'RULED_OUT',
  C: 'CORRECTED',
} as const satisfies OwnCodes;

export const alertSeverities = { L: 'LOW', M: 'MEDIUM', H: 'HIGH', C: 'CRITICAL' } as const satisfies OwnCodes;

export const alertStates = {
  O: 'ACTIVE',
  R: 'UNDER_REVIEW',
  C: 'CLOSED',
  E: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;

/** National reason codes on the right, as in LKP_NEED.SHS_CD. */
export const needCodes = {
  FINAN: '1',
  AFFOR: '2',
  HCRIS: '3',
  DWELL: '4',
  ACEND: '5',
  TMOUT: '6',
  RELAT: '7',
  SXABU: '8',
  DFV: '9',
  OTHVI: '10',
  MENTL: '11',
  MEDIC: '12',
  DRUGS: '13',
  ALCOH: '14',
  EMPLO: '15',
  UNEMP: '16',
  GAMBL: '17',
  CUSTO: '18',
  FOSTR: '19',
  OTHCA: '20',
  DISCR: '21',
  ITINR: '22',
  ENVIR: '23',
  SCHOL: '24',
  SUPPT: '25',
  OTHER: '26',
  NSTAT: '99',
} as const satisfies OwnCodes;

/** One letter per category. A note whose type was never filled in has none, and is released to nobody. */
export const noteLetters = {
  G: 'SERVICE_USE',
  I: 'IDENTITY',
  K: 'CONTACT',
  A: 'ADDRESS',
  T: 'PHONE',
  H: 'HOUSING',
  M: 'FINANCE',
  L: 'LEGAL',
  R: 'FV_RISK',
  V: 'FV_NARRATIVE',
  S: 'SAFETY_PLAN',
  C: 'CHILD_WELLBEING',
  W: 'WORKER_SAFETY',
  B: 'HEALTH',
  P: 'MEDICATION',
  N: 'MENTAL_HEALTH',
  D: 'AOD',
  X: 'SEXUAL_HEALTH',
  U: 'CULTURAL_IDENTITY',
} as const satisfies OwnCodes;

export const episodeStates = {
  P: 'PLANNED',
  W: 'WAITLIST',
  A: 'ACTIVE',
  H: 'ONHOLD',
  F: 'FINISHED',
  C: 'CANCELLED',
  E: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;

export const housingCodes = {
  S: 'ROUGH_SLEEPING',
  C: 'CRISIS_ACCOMMODATION',
  F: 'STAYING_WITH_OTHERS',
  B: 'BOARDING',
  R: 'RENTING',
  O: 'OWNING',
  I: 'INSTITUTION',
} as const satisfies OwnCodes;

/** The agency's own code for one of the contract's. Throws where there is none: a guess would file it under a wrong heading. */
export function ownCodeFor(codes: OwnCodes, word: string): string {
  const found = Object.entries(codes).find(([, meaning]) => meaning === word);
  if (!found) throw new Error(`Wattle has no code for ${word}; it knows ${Object.values(codes).join(', ')}.`);
  return found[0];
}
