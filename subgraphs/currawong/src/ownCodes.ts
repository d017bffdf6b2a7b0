// Currawong's own code lists, and the terminologies it codes in. Only the agency can say what its codes mean.

const local = 'https://currawong.example/codes';
const sct = 'http://snomed.info/sct';

export const flagSystem = `${local}/flag`;
export const noteSystem = `${local}/note`;
export const signInSystem = `${local}/login`;
export const consentSystem = `${local}/consent`;
export const sharingConsent = `${consentSystem}|partnership`;

/** Keyed by `Flag.code`. */
export const flags = {
  [`${flagSystem}|falls`]: 'MEDICAL',
  [`${flagSystem}|anaphylaxis`]: 'MEDICAL',
  [`${flagSystem}|self-harm`]: 'SUICIDE_SELF_HARM',
  [`${flagSystem}|fv`]: 'FAMILY_VIOLENCE_EXPERIENCING',
  [`${flagSystem}|aggression`]: 'WORKER_SAFETY_PERSON',
  [`${flagSystem}|contact`]: 'COMMUNICATION_SAFETY',
  [`${flagSystem}|interpreter`]: 'INTERPRETER',
  [`${flagSystem}|guardian`]: 'LEGAL_GUARDIAN',
} as const;

/** Keyed by `Condition.code`. */
export const problems = {
  [`${sct}|35489007`]: '11',
  [`${sct}|66214007`]: '13',
  [`${sct}|32911000`]: '3',
  [`${sct}|413473000`]: '12',
} as const;

/** Keyed by `Observation.code`. */
export const noteKinds = {
  [`${noteSystem}|progress`]: ['HEALTH'],
  [`${noteSystem}|social`]: ['HEALTH', 'SERVICE_USE'],
  [`${noteSystem}|psych`]: ['MENTAL_HEALTH'],
} as const;

export const roles: Readonly<Record<string, string>> = {
  'Community nurse': 'PRACTITIONER',
  'Nurse unit manager': 'TEAM_LEADER',
};
