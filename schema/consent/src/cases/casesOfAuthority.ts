import type { Subject } from '../Ask.ts';
import type { Consent, Facts, Giver } from '../Facts.ts';
import { asking, type Case, consent, denied, permitted, refusal } from './Case.ts';

const people: Facts['people'] = {
  cleo: {
    dob: '2017-09-14',
    proxies: [
      { person: 'ada', capacity: 'parent' },
      { person: 'bram', capacity: 'parent', personUsingViolence: true },
    ],
  },
  tam: { dob: '2010-04-02', matureMinor: true, proxies: [{ person: 'ada', capacity: 'parent' }] },
  pia: { proxies: [{ person: 'ada', capacity: 'parent' }] },
  zoe: {
    dob: '2017-09-14',
    proxies: [
      { person: 'bram', capacity: 'parent' },
      { person: 'bram', capacity: 'guardian', personUsingViolence: true },
    ],
  },
  eli: { dob: '2008-07-01', proxies: [{ person: 'ada', capacity: 'parent' }] },
  nell: {
    dob: '1948-01-20',
    proxies: [
      {
        person: 'gita',
        capacity: 'guardian',
        period: { from: '2024-01-01', to: '2026-06-30' },
        scope: ['information'],
      },
      { person: 'hugo', capacity: 'guardian', period: { from: '2026-07-01' }, scope: ['information', 'housing'] },
      { person: 'wes', capacity: 'attorney', scope: ['financial'] },
      { person: 'una', capacity: 'guardian' },
    ],
  },
};

const ada: Giver = { person: 'ada', capacity: 'parent' };

function by(subject: string, givenBy: Giver | undefined, change: Partial<Consent> = {}): Consent {
  return consent('c1', 'permit', [], { subject, givenBy, ...change });
}

function about(person: string, role: Subject['role'] = 'CHILD', at?: string) {
  return asking({ subjects: [{ person, role }], ...(at === undefined ? {} : { at }) });
}

/** Who may speak for whom, and until when. */
export const casesOfAuthority: readonly Case[] = [
  {
    name: 'a parent permits for a child',
    facts: { people, consents: [by('cleo', ada)] },
    ask: about('cleo'),
    answer: permitted,
  },
  {
    name: 'a parent who uses violence does not',
    facts: { people, consents: [by('cleo', { person: 'bram', capacity: 'parent' })] },
    ask: about('cleo'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: 'nor where another listing of theirs says it',
    facts: { people, consents: [by('zoe', { person: 'bram', capacity: 'parent' })] },
    ask: about('zoe'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: 'a parent of someone whose age nobody knows does not',
    facts: { people, consents: [by('pia', ada)] },
    ask: about('pia'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: 'someone the facts do not list as a parent does not',
    facts: { people, consents: [by('cleo', { person: 'otto', capacity: 'parent' })] },
    ask: about('cleo'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: 'a parent of someone the facts know nothing of does not',
    facts: { consents: [by('cleo', ada)] },
    ask: about('cleo'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: 'nobody signs as the person themselves but that person',
    facts: { people, consents: [by('ada', { person: 'bram', capacity: 'self' })] },
    ask: about('ada', 'CLIENT'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: "a young child's own yes is not enough",
    facts: { people, consents: [by('cleo', undefined)] },
    ask: about('cleo'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: "a young child's own no is heard",
    facts: { people, consents: [by('cleo', ada), refusal('c2', {}, { subject: 'cleo' })] },
    ask: about('cleo'),
    answer: denied('REFUSED'),
  },
  {
    name: 'a no for a child from one who uses violence, or from nobody on file, closes nothing',
    facts: {
      people,
      consents: [
        by('cleo', ada),
        refusal('c2', {}, { subject: 'cleo', givenBy: { person: 'bram', capacity: 'parent' } }),
        refusal('c3', {}, { subject: 'cleo', givenBy: { person: 'otto', capacity: 'parent' } }),
      ],
    },
    ask: about('cleo'),
    answer: permitted,
  },
  {
    name: "a parent's consent ends when the child turns 18",
    facts: { people, consents: [by('eli', ada)] },
    ask: about('eli', 'CLIENT'),
    answer: denied('AUTHORITY_LAPSED'),
  },
  {
    name: 'from the first moment of that day',
    facts: { people, consents: [by('eli', ada)] },
    ask: about('eli', 'CLIENT', '2026-07-01T00:00:00+10:00'),
    answer: denied('AUTHORITY_LAPSED'),
  },
  {
    name: 'and from that moment on their own yes is enough',
    facts: { people, consents: [by('eli', undefined)] },
    ask: about('eli', 'CLIENT', '2026-07-01T00:00:00+10:00'),
    answer: permitted,
  },
  {
    name: 'and not the evening before',
    facts: { people, consents: [by('eli', ada)] },
    ask: about('eli', 'CLIENT', '2026-06-30T23:59:59+10:00'),
    answer: permitted,
  },
  {
    name: "a mature minor's refusal beats a parent's permit",
    facts: { people, consents: [by('tam', ada), refusal('c2', {}, { subject: 'tam' })] },
    ask: about('tam'),
    answer: denied('REFUSED'),
  },
  {
    name: "a mature minor's permit stands against a parent's refusal",
    facts: { people, consents: [by('tam', undefined), refusal('c2', {}, { subject: 'tam', givenBy: ada })] },
    ask: about('tam'),
    answer: permitted,
  },
  {
    name: 'from the day it begins',
    facts: {
      people,
      consents: [by('tam', ada), consent('c2', 'permit', [], { subject: 'tam', effective: { from: '2026-07-02' } })],
    },
    ask: about('tam'),
    answer: { ...permitted, basis: ['c1'] },
  },
  {
    name: "a mature minor's refusal leaves closed what a parent closed",
    facts: {
      people,
      consents: [
        refusal('c1', {}, { subject: 'tam', givenBy: ada }),
        refusal('c2', { categories: ['FINANCE'] }, { subject: 'tam' }),
      ],
    },
    ask: about('tam'),
    answer: { ...denied('REFUSED'), basis: ['c1'] },
  },
  {
    name: 'and once taken back it leaves the matter to a parent',
    facts: {
      people,
      consents: [
        by('tam', ada),
        refusal('c2', { categories: ['FINANCE'] }, { subject: 'tam', withdrawnAt: '2026-06-01' }),
      ],
    },
    ask: about('tam'),
    answer: permitted,
  },
  {
    name: 'a parent speaks for a mature minor who has said nothing',
    facts: { people, consents: [by('tam', ada)] },
    ask: about('tam'),
    answer: permitted,
  },
  {
    name: "a mature minor's narrow refusal does not leave the rest to a parent",
    facts: { people, consents: [by('tam', ada), refusal('c2', { categories: ['AOD'] }, { subject: 'tam' })] },
    ask: about('tam'),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a mature minor who withdraws does not hand the matter to a parent',
    facts: { people, consents: [by('tam', ada), by('tam', undefined, { id: 'c2', withdrawnAt: '2026-06-01' })] },
    ask: about('tam'),
    answer: denied('WITHDRAWN'),
  },
  {
    name: "a parent cannot replace a mature minor's own word",
    facts: {
      people,
      consents: [by('tam', ada, { supersedes: ['c2'] }), refusal('c2', {}, { subject: 'tam' })],
    },
    ask: about('tam'),
    answer: denied('REFUSED'),
  },
  {
    name: 'someone without authority replaces nothing',
    facts: {
      people,
      consents: [
        by('cleo', ada),
        refusal('c2', {}, { subject: 'cleo', givenBy: ada }),
        by('cleo', { person: 'bram', capacity: 'parent' }, { id: 'c3', supersedes: ['c2'] }),
      ],
    },
    ask: about('cleo'),
    answer: denied('REFUSED'),
  },
  {
    name: 'a guardian in office for information permits',
    facts: { people, consents: [by('nell', { person: 'hugo', capacity: 'guardian' })] },
    ask: about('nell', 'CLIENT'),
    answer: permitted,
  },
  {
    name: 'a guardian whose term is over does not',
    facts: { people, consents: [by('nell', { person: 'gita', capacity: 'guardian' })] },
    ask: about('nell', 'CLIENT'),
    answer: denied('AUTHORITY_LAPSED'),
  },
  {
    name: 'a guardian whose term has not begun does not',
    facts: { people, consents: [by('nell', { person: 'hugo', capacity: 'guardian' })] },
    ask: about('nell', 'CLIENT', '2026-06-30T12:00:00+10:00'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: 'an attorney for money does not speak for information',
    facts: { people, consents: [by('nell', { person: 'wes', capacity: 'attorney' })] },
    ask: about('nell', 'CLIENT'),
    answer: denied('AUTHORITY_SCOPE'),
  },
  {
    name: 'a guardian without a recorded scope has none',
    facts: { people, consents: [by('nell', { person: 'una', capacity: 'guardian' })] },
    ask: about('nell', 'CLIENT'),
    answer: denied('AUTHORITY_SCOPE'),
  },
  {
    name: 'a guardian does not sign as attorney',
    facts: { people, consents: [by('nell', { person: 'hugo', capacity: 'attorney' })] },
    ask: about('nell', 'CLIENT'),
    answer: denied('AUTHORITY_INVALID'),
  },
  {
    name: "a child's own narrower no does not take the place of a parent's wider one",
    facts: {
      people,
      consents: [
        by('cleo', ada),
        refusal('c2', {}, { subject: 'cleo', givenBy: ada }),
        refusal('c3', { categories: ['FINANCE'] }, { subject: 'cleo', supersedes: ['c2'] }),
      ],
    },
    ask: about('cleo'),
    answer: denied('REFUSED'),
  },
  {
    name: 'it takes the place of their own',
    facts: {
      people,
      consents: [
        by('cleo', ada),
        refusal('c2', {}, { subject: 'cleo' }),
        refusal('c3', { categories: ['FINANCE'] }, { subject: 'cleo', supersedes: ['c2'] }),
      ],
    },
    ask: about('cleo'),
    answer: permitted,
  },
  {
    name: "a mature minor's narrower no does take the place of a parent's wider one",
    facts: {
      people,
      consents: [
        by('tam', undefined),
        refusal('c2', {}, { subject: 'tam', givenBy: ada }),
        refusal('c3', { categories: ['FINANCE'] }, { subject: 'tam', supersedes: ['c2'] }),
      ],
    },
    ask: about('tam'),
    answer: permitted,
  },
];
