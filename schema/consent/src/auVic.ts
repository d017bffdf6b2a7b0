import type { CategoryEntry, Profile } from './Profile.ts';

const FV_PURPOSES = ['FV_ASSESSMENT', 'FV_PROTECTION'] as const;
const SCHEME_PURPOSES = [...FV_PURPOSES, 'CHILD_SAFETY'] as const;
const DISCLOSURE = ['RECORD_DISCLOSURE'] as const;

const categories: ReadonlyMap<string, CategoryEntry> = new Map<string, CategoryEntry>([
  ['IDENTITY', { label: 'Names, day of birth, sex' }],
  ['CONTACT', { label: 'How to reach the person' }],
  ['ADDRESS', { label: 'Where the person lives', parent: 'CONTACT', sensitive: true }],
  ['PHONE', { label: 'Telephone number', parent: 'CONTACT' }],
  ['SERVICE_USE', { label: 'Which agencies work with the person' }],
  ['HOUSING', { label: 'Housing' }],
  ['FINANCE', { label: 'Money' }],
  ['LEGAL', { label: 'Courts, orders and guardianship', sensitive: true }],
  ['FV_RISK', { label: 'Family violence' }],
  ['FV_NARRATIVE', { label: 'What happened, in words', parent: 'FV_RISK' }],
  ['SAFETY_PLAN', { label: 'Safety plan' }],
  ['CHILD_WELLBEING', { label: 'Wellbeing of children' }],
  ['WORKER_SAFETY', { label: 'Safety of workers' }],
  ['HEALTH', { label: 'Health' }],
  ['MEDICATION', { label: 'Medication', parent: 'HEALTH' }],
  ['MENTAL_HEALTH', { label: 'Mental health', parent: 'HEALTH', sensitive: true }],
  ['AOD', { label: 'Alcohol and other drugs', parent: 'HEALTH', sensitive: true }],
  ['SEXUAL_HEALTH', { label: 'Sexual health', parent: 'HEALTH', sensitive: true }],
  ['CULTURAL_IDENTITY', { label: 'Culture and language', sensitive: true }],
]);

/**
 * Victoria, Australia: the Family Violence Information Sharing Scheme (FVISS) and the Child Information Sharing Scheme
 * (CISS) as this project understands them.
 *
 * This is an editable example, not legal advice. Have a lawyer read every gate, law and limit below before anyone's
 * information depends on it; a partnership elsewhere writes its own profile.
 */
export const auVic: Profile = {
  id: 'au-vic',
  timeZone: 'Australia/Melbourne',
  categories,
  purposes: new Set([
    'SERVICE_COORDINATION',
    ...SCHEME_PURPOSES,
    'EMERGENCY',
    'QUALITY_IMPROVEMENT',
    'EVALUATION',
    'CLIENT_ACCESS',
    'ADMINISTRATION',
  ]),
  clientAccess: 'CLIENT_ACCESS',
  roles: new Set([
    'CLIENT',
    'CHILD',
    'VICTIM_SURVIVOR',
    'LINKED_PERSON',
    'PERSON_USING_VIOLENCE',
    'ALLEGED_PERSON_USING_VIOLENCE',
  ]),
  entities: new Set(['ISE', 'RAE']),
  bases: new Set(['SERIOUS_THREAT', 'FV_CHILD_AT_RISK', 'CISS_THRESHOLD']),
  reasons: new Map(),
  gates: [
    { kind: 'entity', entity: 'ISE', purposes: SCHEME_PURPOSES, reason: 'NOT_PRESCRIBED' },
    { kind: 'no-volunteers', purposes: SCHEME_PURPOSES, reason: 'VOLUNTEER' },
    { kind: 'relevance', purposes: SCHEME_PURPOSES, reason: 'NOT_RELEVANT' },
    { kind: 'entity', entity: 'RAE', purposes: ['FV_ASSESSMENT'], reason: 'PURPOSE_NOT_OPEN_TO_ENTITY' },
  ],
  laws: [
    {
      kind: 'role',
      role: 'PERSON_USING_VIOLENCE',
      purposes: FV_PURPOSES,
      reason: 'FVISS_PERPETRATOR',
      obligations: DISCLOSURE,
      tellPerson: false,
    },
    {
      kind: 'role',
      role: 'ALLEGED_PERSON_USING_VIOLENCE',
      purposes: ['FV_ASSESSMENT'],
      reason: 'FVISS_ALLEGED',
      obligations: DISCLOSURE,
      tellPerson: false,
    },
    { kind: 'role', role: 'CHILD', purposes: FV_PURPOSES, reason: 'FVISS_CHILD', obligations: DISCLOSURE },
    {
      kind: 'recorded',
      basis: 'FV_CHILD_AT_RISK',
      purposes: FV_PURPOSES,
      reason: 'FVISS_CHILD',
      obligations: DISCLOSURE,
    },
    { kind: 'recorded', basis: 'CISS_THRESHOLD', purposes: ['CHILD_SAFETY'], reason: 'CISS', obligations: DISCLOSURE },
    {
      kind: 'recorded',
      basis: 'SERIOUS_THREAT',
      purposes: [...FV_PURPOSES, 'EMERGENCY'],
      reason: 'SERIOUS_THREAT',
      obligations: DISCLOSURE,
    },
  ],
  limits: [
    { role: 'ALLEGED_PERSON_USING_VIOLENCE', purposes: ['FV_PROTECTION'], reason: 'ALLEGED_ONLY_FOR_ASSESSMENT' },
  ],
  silence: [{ roles: ['VICTIM_SURVIVOR', 'LINKED_PERSON'], purposes: FV_PURPOSES, reason: 'CONSENT_REQUIRED' }],
};
