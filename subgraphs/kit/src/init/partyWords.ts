import { word } from './word.ts';

/** Names of columns that lead to the person who did something, and not to the person the row is about. */
export const agentWords = word(
  ...['by', 'requestors?', 'requesters?', 'authors?', 'reviewers?', 'creators?', 'editors?', 'signatory', 'approvers?'],
  ...['assignees?', 'recipients?', 'senders?', 'receivers?', 'referrers?', 'owners?', 'managers?', 'supervisors?'],
  ...['coordinators?', 'interpreters?', 'staff', 'users?', 'usr', 'workers?', 'wkr', 'employees?', 'emp'],
  ...['officers?', 'case ?managers?', 'case ?workers?', 'counsell?ors?', 'advocates?', 'personnel', 'team members?'],
  ...['providers?', 'practitioners?', 'clinicians?', 'doctors?', 'doc', 'physicians?', 'nurses?', 'therapists?'],
);

/** Names of columns that lead to somebody the person knows, or to another row of the same person. */
export const kinColumnWords = word(
  ...['relatives?', 'related', 'partners?', 'spouse', 'parents?', 'child', 'mother', 'father', 'guardian', 'carer'],
  ...['kin', 'siblings?', 'contact', 'emergency', 'other', 'merged?'],
);

/**
 * Names of columns that lead to the person said to have harmed the person the row is about. If the row were read as that
 * person's own, it would be disclosed to them.
 */
export const accusedColumnWords = word(
  ...['perps?', 'perpetrators?', 'respondents?', 'resp', 'offenders?', 'abusers?', 'aggressors?', 'assailants?'],
  ...['accused', 'alleged', 'suspects?', 'defendants?', 'puv', 'against'],
);
