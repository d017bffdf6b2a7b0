import type { CategoryEntry, Profile } from './Profile.ts';

const FV_PURPOSES = ['FV_ASSESSMENT', 'FV_PROTECTION'] as const;
const SCHEME_PURPOSES = [...FV_PURPOSES, 'CHILD_SAFETY'] as const;
const DISCLOSURE = ['RECORD_DISCLOSURE'] as const;

const categories: ReadonlyMap<string, CategoryEntry> = new Map<string, CategoryEntry>([
  ['IDENTITY', {}],
  ['CONTACT', {}],
  ['ADDRESS', { parent: 'CONTACT', sensitive: true }],
  ['PHONE', { parent: 'CONTACT' }],
  ['SERVICE_USE', {}],
  ['HOUSING', {}],
  ['FINANCE', {}],
  ['LEGAL', { sensitive: true }],
  ['FV_RISK', {}],
  ['FV_NARRATIVE', { parent: 'FV_RISK' }],
  ['SAFETY_PLAN', {}],
  ['CHILD_WELLBEING', {}],
  ['WORKER_SAFETY', {}],
  ['HEALTH', {}],
  ['MEDICATION', { parent: 'HEALTH' }],
  ['MENTAL_HEALTH', { parent: 'HEALTH', sensitive: true }],
  ['AOD', { parent: 'HEALTH', sensitive: true }],
  ['SEXUAL_HEALTH', { parent: 'HEALTH', sensitive: true }],
  ['CULTURAL_IDENTITY', { sensitive: true }],
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
  gates: [
    { kind: 'entity', entity: 'ISE', purposes: SCHEME_PURPOSES, reason: 'NOT_PRESCRIBED' },
    { kind: 'no-volunteers', purposes: SCHEME_PURPOSES, reason: 'VOLUNTEER' },
    { kind: 'entity', entity: 'RAE', purposes: ['FV_ASSESSMENT'], reason: 'PURPOSE_NOT_OPEN_TO_ENTITY' },
    { kind: 'relevance', purposes: SCHEME_PURPOSES, reason: 'NOT_RELEVANT' },
  ],
  laws: [
    {
      kind: 'role',
      role: 'PERSON_USING_VIOLENCE',
      purposes: FV_PURPOSES,
      reason: 'FVISS_PERPETRATOR',
      obligations: DISCLOSURE,
    },
    {
      kind: 'role',
      role: 'ALLEGED_PERSON_USING_VIOLENCE',
      purposes: ['FV_ASSESSMENT'],
      reason: 'FVISS_ALLEGED',
      obligations: DISCLOSURE,
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
