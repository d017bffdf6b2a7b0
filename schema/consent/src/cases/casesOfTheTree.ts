import { asking, type Case, consent, denied, harbour, permitted } from './Case.ts';

const allButMentalHealth = consent('c1', 'permit', [
  { categories: ['MENTAL_HEALTH'], except: [{ agencies: ['wattle'] }] },
]);
const harbourButOneWorker = consent('c1', 'deny', [{ agencies: ['harbour'], except: [{ users: ['rory'] }] }]);
const healthToHarbour = consent('c1', 'deny', [{ agencies: ['harbour'], categories: ['HEALTH'] }]);
const lastYearsData = consent('c1', 'deny', [{ dataPeriod: { from: '2025-01-01', to: '2025-12-31' } }]);
const nothingOfLastYear = consent('c1', 'permit', [{ dataPeriod: { from: '2025-01-01', to: '2025-12-31' } }]);

/** Inside one consent: exceptions and exceptions to them, siblings, categories, dates of the data. */
export const casesOfTheTree: readonly Case[] = [
  { name: 'nothing on file opens nothing', facts: {}, ask: asking(), answer: denied('NO_CONSENT') },
  {
    name: 'an opt-in form opens what it names, and the decision names the form',
    facts: { consents: [consent('c1', 'deny', [{ agencies: ['harbour'], categories: ['HOUSING'] }])] },
    ask: asking(),
    answer: { ...permitted, basis: ['c1'] },
  },
  {
    name: 'an opt-in form is silent about another agency',
    facts: { consents: [consent('c1', 'deny', [{ agencies: ['millrace'], categories: ['HOUSING'] }])] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a housing consent does not open health',
    facts: { consents: [consent('c1', 'deny', [{ categories: ['HOUSING'] }])] },
    ask: asking({ category: 'HEALTH' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a consent for coordination does not open evaluation',
    facts: { consents: [consent('c1', 'deny', [{ purposes: ['SERVICE_COORDINATION'] }])] },
    ask: asking({ purpose: 'EVALUATION' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a consent about one source does not open another',
    facts: { consents: [consent('c1', 'deny', [{ sources: ['kestrel'] }])] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'values in a list are alternatives',
    facts: { consents: [consent('c1', 'deny', [{ categories: ['FINANCE', 'HOUSING'] }])] },
    ask: asking(),
    answer: permitted,
  },
  {
    name: 'an explicit exception is a denial by the client',
    facts: { consents: [allButMentalHealth] },
    ask: asking({ category: 'MENTAL_HEALTH' }),
    answer: { ...denied('DENIED_BY_CLIENT'), basis: ['c1'] },
  },
  {
    name: 'an exception to an exception opens again',
    facts: { consents: [allButMentalHealth] },
    ask: asking({ category: 'MENTAL_HEALTH', viewer: { ...harbour, agency: 'wattle' }, source: 'kestrel' }),
    answer: permitted,
  },
  {
    name: 'an agency may be permitted and one of its workers not',
    facts: { consents: [harbourButOneWorker] },
    ask: asking({ viewer: { ...harbour, user: 'rory' } }),
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'the other workers of that agency are permitted',
    facts: { consents: [harbourButOneWorker] },
    ask: asking(),
    answer: permitted,
  },
  {
    name: 'one matching exception among siblings is enough',
    facts: { consents: [consent('c1', 'permit', [{ agencies: ['kestrel'] }, { categories: ['HOUSING'] }])] },
    ask: asking(),
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'a stated deny wins over a permit beside it',
    facts: {
      consents: [consent('c1', 'deny', [{ agencies: ['harbour'] }, { effect: 'deny', categories: ['HOUSING'] }])],
    },
    ask: asking(),
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'a stated permit inside a permit keeps its effect',
    facts: {
      consents: [
        consent('c1', 'deny', [{ effect: 'permit', except: [{ effect: 'permit', categories: ['HOUSING'] }] }]),
      ],
    },
    ask: asking(),
    answer: permitted,
  },
  {
    name: 'a parent category covers its ordinary child',
    facts: { consents: [healthToHarbour] },
    ask: asking({ category: 'MEDICATION' }),
    answer: permitted,
  },
  {
    name: 'a parent category does not open its sensitive child',
    facts: { consents: [healthToHarbour] },
    ask: asking({ category: 'AOD' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a consent that lists no category is about every category, sensitive ones too',
    facts: { consents: [consent('c1', 'deny', [{ agencies: ['harbour'] }])] },
    ask: asking({ category: 'SEXUAL_HEALTH' }),
    answer: permitted,
  },
  {
    name: 'a denial of a parent category closes its sensitive child',
    facts: { consents: [consent('c1', 'permit', [{ categories: ['HEALTH'] }])] },
    ask: asking({ category: 'AOD' }),
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'an exception inside a denied parent category does not open its sensitive child unnamed',
    facts: { consents: [consent('c1', 'permit', [{ categories: ['HEALTH'], except: [{ agencies: ['harbour'] }] }])] },
    ask: asking({ category: 'AOD' }),
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'data inside the permitted period is permitted, on its last day too',
    facts: { consents: [lastYearsData] },
    ask: asking({ dataDate: '2025-12-31T23:59:00+11:00' }),
    answer: permitted,
  },
  {
    name: 'data after the permitted period is not',
    facts: { consents: [lastYearsData] },
    ask: asking({ dataDate: '2026-01-01' }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'undated data is not opened by a consent for a period',
    facts: { consents: [lastYearsData] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'undated data stays closed where a period was denied',
    facts: { consents: [nothingOfLastYear] },
    ask: asking(),
    answer: denied('DENIED_BY_CLIENT'),
  },
  {
    name: 'a rule for a period of asking ends with it',
    facts: { consents: [consent('c1', 'deny', [{ period: { to: '2026-06-30' } }])] },
    ask: asking(),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'what is derived from a category needs that category too',
    facts: { consents: [consent('c1', 'deny', [{ categories: ['SERVICE_USE'] }])] },
    ask: asking({ category: 'SERVICE_USE', derivedFrom: ['ADDRESS'] }),
    answer: denied('NO_CONSENT'),
  },
  {
    name: 'a datum without a category is unlabelled',
    facts: { consents: [consent('c1', 'permit', [])] },
    ask: asking({ category: undefined }),
    answer: denied('UNLABELLED'),
  },
  {
    name: 'a category nobody has agreed on is unlabelled',
    facts: { consents: [consent('c1', 'permit', [])] },
    ask: asking({ category: 'constructor' }),
    answer: denied('UNLABELLED'),
  },
  {
    name: 'a datum derived from an unknown category is unlabelled',
    facts: { consents: [consent('c1', 'permit', [])] },
    ask: asking({ derivedFrom: ['STAR_SIGN'] }),
    answer: denied('UNLABELLED'),
  },
  {
    name: 'a purpose nobody has agreed on opens nothing',
    facts: { consents: [consent('c1', 'permit', [])] },
    ask: asking({ purpose: 'MARKETING' }),
    answer: denied('UNKNOWN_PURPOSE'),
  },
];
