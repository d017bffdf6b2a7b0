import { asking, type Case, consent, denied, permitted, refusal } from './Case.ts';

const everything = consent('c1', 'permit', []);
const allButFinance = consent('c2', 'permit', [{ categories: ['FINANCE'] }], { recordedAt: '2026-03-01' });
const noFinance = refusal('c2', { agencies: ['harbour'], categories: ['FINANCE'] });
const finance = asking({ category: 'FINANCE' });

/** Consents that disagree, and consents that replace others. */
export const casesOfConflict: readonly Case[] = [
  {
    name: 'a refusal beats a permit',
    facts: { consents: [everything, noFinance] },
    ask: finance,
    answer: { ...denied('REFUSED'), basis: ['c2'] },
  },
  {
    name: 'a refusal of one thing leaves the rest permitted',
    facts: { consents: [everything, noFinance] },
    ask: asking(),
    answer: permitted,
  },
  {
    name: 'an older refusal still beats a newer permit',
    facts: {
      consents: [
        { ...noFinance, recordedAt: '2026-01-01' },
        { ...everything, recordedAt: '2026-06-01' },
      ],
    },
    ask: finance,
    answer: denied('REFUSED'),
  },
  {
    name: 'a newer general form does not erase an exception',
    facts: { consents: [allButFinance, { ...everything, recordedAt: '2026-06-01' }] },
    ask: finance,
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'unless it says that it replaces that form',
    facts: { consents: [allButFinance, { ...everything, recordedAt: '2026-06-01', supersedes: ['c2'] }] },
    ask: finance,
    answer: { ...permitted, basis: ['c1'] },
  },
  {
    name: 'an earlier form cannot replace a later one',
    facts: { consents: [allButFinance, { ...everything, recordedAt: '2026-02-01', supersedes: ['c2'] }] },
    ask: finance,
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: "another person's form cannot replace it",
    facts: { consents: [noFinance, everything, { ...everything, id: 'c3', subject: 'bram', supersedes: ['c2'] }] },
    ask: finance,
    answer: denied('REFUSED'),
  },
  {
    name: 'a draft replaces nothing',
    facts: { consents: [noFinance, everything, { ...everything, id: 'c3', status: 'draft', supersedes: ['c2'] }] },
    ask: finance,
    answer: denied('REFUSED'),
  },
  {
    name: 'a replacement that has not begun replaces nothing yet',
    facts: {
      consents: [
        noFinance,
        everything,
        { ...everything, id: 'c3', effective: { from: '2027-01-01' }, supersedes: ['c2'] },
      ],
    },
    ask: finance,
    answer: denied('REFUSED'),
  },
  {
    name: 'two forms that name each other both stand',
    facts: {
      consents: [
        { ...noFinance, supersedes: ['c1'] },
        { ...everything, supersedes: ['c2'] },
      ],
    },
    ask: finance,
    answer: denied('REFUSED'),
  },
  {
    name: 'withdrawing the replacement does not bring back what it replaced',
    facts: { consents: [everything, consent('c3', 'permit', [], { supersedes: ['c1'], withdrawnAt: '2026-06-01' })] },
    ask: asking(),
    answer: { ...denied('WITHDRAWN'), basis: ['c3'] },
  },
  {
    name: 'a form marked as superseded is out, whatever replaced it',
    facts: { consents: [{ ...everything, status: 'superseded' }] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a replacement that was replaced in its turn does not bring back what it replaced',
    facts: {
      consents: [noFinance, consent('c3', 'permit', [], { status: 'superseded', supersedes: ['c2'] }), everything],
    },
    ask: finance,
    answer: { ...permitted, basis: ['c1'] },
  },
  {
    name: 'a withdrawn form is told as withdrawn where nothing else would open',
    facts: { consents: [{ ...allButFinance, withdrawnAt: '2026-06-01' }] },
    ask: finance,
    answer: { ...denied('WITHDRAWN'), basis: ['c2'] },
  },
  {
    name: 'withdrawing a form does not open what it excepted',
    facts: { consents: [everything, { ...allButFinance, withdrawnAt: '2026-06-01' }] },
    ask: finance,
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'withdrawing a refusal opens what is otherwise permitted',
    facts: { consents: [everything, { ...noFinance, withdrawnAt: '2026-06-01' }] },
    ask: finance,
    answer: permitted,
  },
  {
    name: "one person's consent is not another's",
    facts: { consents: [{ ...everything, subject: 'bram' }] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
];
