/** CareTrack's own codes (left) and the contract's codes (right). */
export type OwnCodes = Readonly<Record<string, string>>;

export const sexes = { M: 'MALE', F: 'FEMALE', X: 'ANOTHER_TERM', N: 'NOT_STATED' } as const satisfies OwnCodes;
export const positions = {
  case_manager: 'PRACTITIONER',
  team_leader: 'TEAM_LEADER',
  manager: 'MANAGER',
} as const satisfies OwnCodes;
export const ways = { voicemail: 'VOICEMAIL', sms: 'SMS', letter: 'LETTER' } as const satisfies OwnCodes;
export const concernKinds = {
  FV: 'FAMILY_VIOLENCE_EXPERIENCING',
  FVP: 'FAMILY_VIOLENCE_USING',
  CHILD: 'CHILD_WELLBEING',
  SUI: 'SUICIDE_SELF_HARM',
  MED: 'MEDICAL',
  PERS: 'WORKER_SAFETY_PERSON',
  HOUSE: 'WORKER_SAFETY_PREMISES',
  COMM: 'COMMUNICATION_SAFETY',
  COURT: 'COURT_ORDER',
  CULT: 'CULTURAL_SAFETY',
  INTERP: 'INTERPRETER',
  GUARD: 'LEGAL_GUARDIAN',
  CORR: 'DATA_CORRECTION_PENDING',
} as const satisfies OwnCodes;
export const bases = {
  indicated: 'INDICATED',
  disclosed: 'DISCLOSED',
  assessed: 'ASSESSED',
  past: 'HISTORICAL',
  ruled_out: 'RULED_OUT',
} as const satisfies OwnCodes;
export const severities = { 1: 'LOW', 2: 'MEDIUM', 3: 'HIGH', 4: 'CRITICAL' } as const satisfies OwnCodes;
export const states = {
  open: 'ACTIVE',
  review: 'UNDER_REVIEW',
  closed: 'CLOSED',
  mistake: 'ENTERED_IN_ERROR',
} as const satisfies OwnCodes;
export const topics = {
  general: 'SERVICE_USE',
  identity: 'IDENTITY',
  contact: 'CONTACT',
  address: 'ADDRESS',
  phone: 'PHONE',
  housing: 'HOUSING',
  money: 'FINANCE',
  legal: 'LEGAL',
  violence: 'FV_RISK',
  own_words: 'FV_NARRATIVE',
  safety: 'SAFETY_PLAN',
  child: 'CHILD_WELLBEING',
  worker: 'WORKER_SAFETY',
  health: 'HEALTH',
  medication: 'MEDICATION',
  mental: 'MENTAL_HEALTH',
  aod: 'AOD',
  sexual: 'SEXUAL_HEALTH',
  culture: 'CULTURAL_IDENTITY',
} as const satisfies OwnCodes;

/** CareTrack's own code for one of the contract's. Throws where there is none: a guess would file it under a wrong heading. */
export function ownCodeFor(codes: OwnCodes, word: string): string {
  const found = Object.entries(codes).find(([, meaning]) => meaning === word);
  if (!found) throw new Error(`Banksia has no code for ${word}; it knows ${Object.values(codes).join(', ')}.`);
  return found[0];
}
