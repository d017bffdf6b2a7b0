import { word } from './word.ts';

/** Of a column: that it leads to whoever did something, and not to the person the row is about. */
export const agentWords = word(
  ...['by', 'requestors?', 'requesters?', 'authors?', 'reviewers?', 'creators?', 'editors?', 'signatory', 'approvers?'],
  ...['assignees?', 'recipients?', 'senders?', 'receivers?', 'referrers?', 'owners?', 'managers?', 'supervisors?'],
  ...['coordinators?', 'interpreters?', 'staff', 'users?', 'usr', 'workers?', 'wkr', 'employees?', 'emp'],
  ...['officers?', 'case ?managers?', 'case ?workers?', 'counsell?ors?', 'advocates?', 'personnel', 'team members?'],
  ...['providers?', 'practitioners?', 'clinicians?', 'doctors?', 'doc', 'physicians?', 'nurses?', 'therapists?'],
);

/** Of a column: that it leads to somebody the person knows, or to another row of the same person. */
export const kinColumnWords = word(
  ...['relatives?', 'related', 'partners?', 'spouse', 'parents?', 'child', 'mother', 'father', 'guardian', 'carer'],
  ...['kin', 'siblings?', 'contact', 'emergency', 'other', 'merged?'],
);

/** Of a column: that it leads to who is said to have harmed the person the row is about. Their row read as the person's own would tell them. */
export const accusedColumnWords = word(
  ...['perps?', 'perpetrators?', 'respondents?', 'resp', 'offenders?', 'abusers?', 'aggressors?', 'assailants?'],
  ...['accused', 'alleged', 'suspects?', 'defendants?', 'puv', 'against'],
);
