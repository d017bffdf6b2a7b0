import fc from 'fast-check';
import type { Ask, Subject, Viewer } from '../Ask.ts';
import { auVic } from '../auVic.ts';
import type { Block, Consent, Facts, LegalBasis, Person, Rule } from '../Facts.ts';
import type { Span } from '../instants.ts';

/** Random facts and asks, for the laws. Not part of the package. */

// Few names and few days, so that facts and asks often match. A failure prints its seed and the smallest world that fails.
const PEOPLE = ['ada', 'bram', 'cleo', 'tam'];
const AGENCIES = ['harbour', 'kestrel', 'wattle'];
const PURPOSES = ['SERVICE_COORDINATION', 'FV_PROTECTION', 'EMERGENCY', 'CLIENT_ACCESS'];
export const CATEGORIES = ['HOUSING', 'HEALTH', 'MEDICATION', 'AOD', 'CONTACT', 'ADDRESS'];
export const WHENS = [
  '2026-06-01',
  '2026-06-20',
  '2026-07-01',
  '2026-07-01T09:30:00+10:00',
  '2026-07-20',
  '2026-09-01',
];
const ATS = ['2026-06-10T12:00:00+10:00', '2026-07-01T09:30:00+10:00', '2026-07-10T12:00:00+10:00'];

const some = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 2 });
const rarely = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const mostly = <T>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: unusual });
const span: fc.Arbitrary<Span> = fc.record({
  from: rarely(fc.constantFrom(...WHENS.slice(0, 4))),
  to: rarely(fc.constantFrom(...WHENS.slice(2))),
});

const limits = {
  effect: fc.constantFrom<Rule['effect']>(undefined, undefined, 'permit', 'deny'),
  agencies: rarely(some(AGENCIES)),
  users: rarely(some(['mara', 'otto'])),
  purposes: rarely(some(PURPOSES)),
  categories: rarely(some(CATEGORIES)),
  sources: rarely(some([...AGENCIES, 'quay'])),
  dataPeriod: rarely(span),
  period: rarely(span),
};
function ruleOf(depth: number): fc.Arbitrary<Rule> {
  return fc.record({
    ...limits,
    except: depth === 0 ? fc.constant([]) : fc.array(ruleOf(depth - 1), { maxLength: 2 }),
  });
}
export const denial: fc.Arbitrary<Rule> = fc.record({ ...limits, effect: fc.constant('deny' as const) });

const CONSENT_IDS = ['c1', 'c2', 'c3', 'c4'];
const consent: fc.Arbitrary<Consent> = fc
  .record({
    id: fc.constantFrom(...CONSENT_IDS),
    subject: fc.constantFrom('ada', 'ada', 'tam'),
    status: fc.constantFrom<Consent['status']>(
      'active',
      'active',
      'active',
      'active',
      'refused',
      'draft',
      'superseded',
    ),
    givenBy: rarely(
      fc.record({
        person: fc.constantFrom('ada', 'bram', 'tam'),
        capacity: fc.constantFrom<'self' | 'parent' | 'guardian'>('self', 'parent', 'guardian'),
      }),
    ),
    base: fc.constantFrom<Consent['base']>('permit', 'permit', 'deny'),
    rule: mostly<Rule>(fc.record({ except: fc.array(ruleOf(1), { maxLength: 2 }) }), ruleOf(2)),
    effective: span,
    recordedAt: rarely(fc.constantFrom(...WHENS)),
    withdrawnAt: rarely(fc.constantFrom(...WHENS)),
    supersedes: rarely(some(CONSENT_IDS)),
  })
  .map((made) => (made.status === 'refused' ? { ...made, base: 'deny' } : made));
// A refusal may replace an earlier, wider one; only a refusal that replaces nothing is certain to close.
export const refusal = consent.map(
  (made): Consent => ({ ...made, id: 'new', status: 'refused', base: 'deny', supersedes: [] }),
);

export const block: fc.Arbitrary<Block> = fc.record({
  id: fc.constantFrom('b1', 'b2'),
  kind: fc.constantFrom<Block['kind']>('SAFETY_BLOCK', 'EXCLUDED_INFORMATION', 'COURT_SUPPRESSION'),
  person: rarely(fc.constantFrom(...PEOPLE)),
  categories: rarely(some(CATEGORIES)),
  records: rarely(some(['r1', 'r2'])),
  against: rarely(some(PEOPLE)),
});
const basis: fc.Arbitrary<LegalBasis> = fc.record({
  id: fc.constantFrom('l1', 'l2'),
  kind: fc.constantFrom<LegalBasis['kind']>('SERIOUS_THREAT', 'FV_CHILD_AT_RISK', 'CISS_THRESHOLD'),
  about: rarely(some(PEOPLE)),
  categories: rarely(some(CATEGORIES)),
  period: span,
});
const proxies = fc.array(
  fc.record({
    person: fc.constantFrom('ada', 'bram'),
    capacity: fc.constantFrom<'parent' | 'guardian'>('parent', 'guardian'),
    period: rarely(span),
    scope: fc.constantFrom<readonly string[]>(['information'], ['housing']),
    personUsingViolence: fc.constantFrom(false, false, true),
  }),
  { maxLength: 3 },
);
const minor: fc.Arbitrary<Person> = fc.record({
  dob: fc.constantFrom(undefined, '2017-09-14', '2008-07-05'),
  matureMinor: fc.boolean(),
  proxies,
});
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  consents: fc.uniqueArray(consent, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  bases: fc.array(basis, { maxLength: 2 }),
  blocks: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(block, { maxLength: 2 }) },
  ),
  people: fc.record({ cleo: minor, tam: minor }),
});

export const subject: fc.Arbitrary<Subject> = fc.record({
  person: mostly(fc.constantFrom('ada', 'tam'), fc.constantFrom(...PEOPLE)),
  role: mostly(fc.constant('CLIENT' as const), fc.constantFrom(...auVic.roles)),
});
const viewer: fc.Arbitrary<Viewer> = mostly<Viewer>(
  fc.record({
    user: fc.constant('mara'),
    agency: mostly(fc.constant('harbour'), fc.constantFrom(...AGENCIES)),
    entity: fc.constantFrom<Viewer['entity']>([], ['ISE'], ['ISE', 'RAE']),
    agencyWorksWith: fc.subarray(PEOPLE),
    canBreakGlass: fc.boolean(),
  }),
  fc.record({ self: fc.constantFrom(...PEOPLE), agencyWorksWith: fc.constant([]) }),
);
export const anyAsk: fc.Arbitrary<Ask> = fc.record({
  viewer,
  purpose: mostly(fc.constant('SERVICE_COORDINATION'), fc.constantFrom(...PURPOSES)),
  subjects: mostly(
    fc.array(subject, { minLength: 1, maxLength: 1 }),
    fc.array(subject, { minLength: 2, maxLength: 3 }),
  ),
  category: fc.constantFrom(...CATEGORIES),
  derivedFrom: rarely(some(CATEGORIES)),
  source: mostly(fc.constant('quay'), fc.constantFrom(...AGENCIES)),
  record: fc.constantFrom(undefined, 'r1', 'r3'),
  dataDate: fc.constantFrom(undefined, ...WHENS),
  separable: fc.boolean(),
  action: fc.constantFrom<Ask['action']>(undefined, 'read', 'filter'),
  at: fc.constantFrom(...ATS),
  breakGlass: rarely(fc.record({ reason: fc.constantFrom(undefined, 'unwell') })),
});
