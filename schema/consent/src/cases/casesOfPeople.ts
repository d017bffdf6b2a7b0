import { asking, type Case, consent, denied, permitted } from './Case.ts';

const ada = { person: 'ada', role: 'VICTIM_SURVIVOR' } as const;
const bram = { person: 'bram', role: 'PERSON_USING_VIOLENCE' } as const;
const consents = [consent('c1', 'permit', [])];
const adaHerself = { self: 'ada', agencyWorksWith: [] };

/** Data that identifies several people, and people who read about themselves. */
export const casesOfPeople: readonly Case[] = [
  {
    name: 'a client reads their own file',
    facts: {},
    ask: asking({ viewer: adaHerself, purpose: 'CLIENT_ACCESS', subjects: [ada] }),
    answer: { effect: 'permit', reason: 'SELF', basis: [] },
  },
  {
    name: 'without the part about someone else',
    facts: {},
    ask: asking({ viewer: adaHerself, purpose: 'CLIENT_ACCESS', subjects: [ada, bram], separable: true }),
    answer: { effect: 'mask', reason: 'NO_CONSENT', mask: ['bram'] },
  },
  {
    name: 'and not at all where the two cannot be told apart',
    facts: {},
    ask: asking({ viewer: adaHerself, purpose: 'CLIENT_ACCESS', subjects: [ada, bram] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a consent that leaves open who may know and what for opens nothing to another client',
    facts: { consents: [consent('c2', 'permit', [], { subject: 'bram' })] },
    ask: asking({ viewer: adaHerself, purpose: 'CLIENT_ACCESS', category: 'ADDRESS', subjects: [bram] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'nor does one for the agency through which they read, whatever they read for',
    facts: { consents: [consent('c2', 'permit', [], { subject: 'bram' })] },
    ask: asking({ viewer: { ...adaHerself, agency: 'harbour' }, category: 'ADDRESS', subjects: [bram] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'nor to somebody who reads as a client and whose file is not known',
    facts: { consents },
    ask: asking({ viewer: { agency: 'harbour', agencyWorksWith: [] }, purpose: 'CLIENT_ACCESS', subjects: [ada] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'all must permit, each in their own way, and every reason is told',
    facts: { consents },
    ask: asking({ purpose: 'FV_PROTECTION', category: 'FV_RISK', subjects: [bram, ada], separable: true }),
    answer: {
      effect: 'permit',
      reason: 'CONSENT+FVISS_PERPETRATOR',
      basis: ['c1'],
      obligations: ['RECORD_DISCLOSURE'],
    },
  },
  {
    name: 'free text about both is denied where one does not permit',
    facts: {},
    ask: asking({ purpose: 'FV_PROTECTION', category: 'FV_NARRATIVE', subjects: [bram, ada], separable: false }),
    answer: denied('CONSENT_REQUIRED'),
  },
  {
    name: 'the person who permits is released without the one who does not',
    facts: { consents },
    ask: asking({ subjects: [ada, bram], separable: true }),
    answer: { effect: 'mask', reason: 'NO_CONSENT', mask: ['bram'], basis: ['c1'] },
  },
  {
    name: 'nothing is masked in a count, a filter or a sort',
    facts: { consents },
    ask: asking({ subjects: [ada, bram], separable: true, action: 'filter' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'where nobody permits there is nothing to mask',
    facts: {},
    ask: asking({ subjects: [ada], separable: true }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'data that identify nobody are not a way around consent',
    facts: { consents },
    ask: asking({ subjects: [] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'someone named twice permits once',
    facts: { consents },
    ask: asking({ subjects: [ada, { person: 'ada', role: 'CLIENT' }] }),
    answer: { ...permitted, basis: ['c1'] },
  },
];
