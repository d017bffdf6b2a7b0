import type { Ask } from '../Ask.ts';
import type { LegalBasis } from '../Facts.ts';
import { asking, type Case, consent, denied, harbour, kestrel, permitted, refusal } from './Case.ts';

const bram = { person: 'bram', role: 'PERSON_USING_VIOLENCE' } as const;
const bramAlleged = { person: 'bram', role: 'ALLEGED_PERSON_USING_VIOLENCE' } as const;
const ada = { person: 'ada', role: 'VICTIM_SURVIVOR' } as const;
const cleo = { person: 'cleo', role: 'CHILD' } as const;

function protecting(change: Partial<Ask>): Ask {
  return asking({ purpose: 'FV_PROTECTION', category: 'FV_RISK', ...change });
}
function recorded(kind: LegalBasis['kind'], change: Partial<LegalBasis> = {}): Case['facts'] {
  return { bases: [{ id: 'l1', kind, about: ['ada'], period: { from: '2026-06-28', to: '2026-07-05' }, ...change }] };
}

/** What the shipped profile opens without consent, and what it closes despite consent. */
export const casesOfLaw: readonly Case[] = [
  {
    name: 'no consent is needed about a person using violence',
    facts: {},
    ask: protecting({ subjects: [bram] }),
    answer: { effect: 'permit', reason: 'FVISS_PERPETRATOR', basis: [], obligations: ['RECORD_DISCLOSURE'] },
  },
  {
    name: 'nor does their refusal matter',
    facts: { consents: [refusal('c1', {}, { subject: 'bram' })] },
    ask: protecting({ subjects: [bram] }),
    answer: { effect: 'permit', reason: 'FVISS_PERPETRATOR' },
  },
  {
    name: 'but that is for family violence purposes only',
    facts: {},
    ask: asking({ subjects: [bram], category: 'FV_RISK' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'an alleged person using violence, for assessment',
    facts: {},
    ask: protecting({ viewer: kestrel, purpose: 'FV_ASSESSMENT', subjects: [bramAlleged] }),
    answer: { effect: 'permit', reason: 'FVISS_ALLEGED' },
  },
  {
    name: 'an alleged person using violence, for protection',
    facts: {},
    ask: protecting({ subjects: [bramAlleged] }),
    answer: denied('ALLEGED_ONLY_FOR_ASSESSMENT'),
  },
  {
    name: 'in spite of their consent',
    facts: { consents: [consent('c1', 'permit', [], { subject: 'bram' })] },
    ask: protecting({ subjects: [bramAlleged] }),
    answer: denied('ALLEGED_ONLY_FOR_ASSESSMENT'),
  },
  {
    name: 'a child, under a family violence purpose',
    facts: {},
    ask: protecting({ subjects: [cleo] }),
    answer: { effect: 'permit', reason: 'FVISS_CHILD' },
  },
  {
    name: 'an adult victim-survivor is asked first',
    facts: {},
    ask: protecting({ subjects: [ada] }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'and so is a linked person',
    facts: {},
    ask: protecting({ subjects: [{ person: 'ada', role: 'LINKED_PERSON' }] }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'with their consent it opens',
    facts: { consents: [consent('c1', 'deny', [{ purposes: ['FV_PROTECTION'], categories: ['FV_RISK'] }])] },
    ask: protecting({ subjects: [ada] }),
    answer: permitted,
  },
  {
    name: 'unless a recorded risk to a child covers them',
    facts: recorded('FV_CHILD_AT_RISK'),
    ask: protecting({ subjects: [ada] }),
    answer: { effect: 'permit', reason: 'FVISS_CHILD', basis: ['l1'], obligations: ['RECORD_DISCLOSURE'] },
  },
  {
    name: 'or a recorded serious threat is in force',
    facts: recorded('SERIOUS_THREAT'),
    ask: protecting({ subjects: [ada] }),
    answer: { effect: 'permit', reason: 'SERIOUS_THREAT', basis: ['l1'] },
  },
  {
    name: 'a serious threat opens for emergencies',
    facts: recorded('SERIOUS_THREAT'),
    ask: protecting({ purpose: 'EMERGENCY', subjects: [ada] }),
    answer: { effect: 'permit', reason: 'SERIOUS_THREAT' },
  },
  {
    name: 'and does not travel to coordination',
    facts: recorded('SERIOUS_THREAT'),
    ask: asking({ subjects: [ada] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a serious threat that is over opens nothing',
    facts: recorded('SERIOUS_THREAT', { period: { from: '2026-06-01', to: '2026-06-30' } }),
    ask: protecting({ subjects: [ada] }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'a basis about someone else opens nothing',
    facts: recorded('SERIOUS_THREAT', { about: ['cleo'] }),
    ask: protecting({ subjects: [ada] }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'a basis about nobody in particular opens nothing',
    facts: recorded('SERIOUS_THREAT', { about: undefined }),
    ask: protecting({ subjects: [ada] }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'a basis for a category opens what lies below it',
    facts: recorded('SERIOUS_THREAT', { categories: ['HEALTH'] }),
    ask: protecting({ subjects: [ada], category: 'MEDICATION' }),
    answer: { effect: 'permit', reason: 'SERIOUS_THREAT' },
  },
  {
    name: 'and not what lies above it',
    facts: recorded('SERIOUS_THREAT', { categories: ['MEDICATION'] }),
    ask: protecting({ subjects: [ada], category: 'HEALTH' }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'a basis for some categories leaves the others closed',
    facts: recorded('SERIOUS_THREAT', { categories: ['HEALTH'] }),
    ask: protecting({ subjects: [ada], category: 'AOD' }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: "a recorded threshold opens a parent's housing for child safety",
    facts: recorded('CISS_THRESHOLD'),
    ask: asking({ purpose: 'CHILD_SAFETY', subjects: [ada] }),
    answer: { effect: 'permit', reason: 'CISS', obligations: ['RECORD_DISCLOSURE'] },
  },
  {
    name: 'a volunteer gets nothing under the schemes',
    facts: recorded('CISS_THRESHOLD'),
    ask: asking({ purpose: 'CHILD_SAFETY', subjects: [ada], viewer: { ...harbour, volunteer: true } }),
    answer: denied('VOLUNTEER'),
  },
  {
    name: 'nor does an agency that is not prescribed, even with consent',
    facts: { consents: [consent('c1', 'permit', [])] },
    ask: protecting({ subjects: [ada], viewer: { ...harbour, entity: [] } }),
    answer: denied('NOT_PRESCRIBED'),
  },
  {
    name: 'assessment is for agencies that assess',
    facts: {},
    ask: protecting({ purpose: 'FV_ASSESSMENT', subjects: [bram] }),
    answer: denied('PURPOSE_NOT_OPEN_TO_ENTITY'),
  },
  {
    name: 'what the holder marked as not relevant stays',
    facts: {},
    ask: protecting({ subjects: [bram], relevant: false }),
    answer: denied('NOT_RELEVANT'),
  },
  {
    name: 'breaking the glass does not open a gate',
    facts: {},
    ask: protecting({
      subjects: [ada],
      viewer: { ...kestrel, entity: [] },
      breakGlass: { reason: 'cannot be reached' },
    }),
    answer: denied('NOT_PRESCRIBED'),
  },
];
