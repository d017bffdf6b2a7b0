import fc from 'fast-check';
import type { Ask, Subject, Viewer } from './Ask.ts';
import { auVic } from './auVic.ts';
import { compile } from './compile.ts';
import type { Decision } from './Decision.ts';
import { decide } from './decide.ts';
import type { Block, Consent, Facts, LegalBasis, Person, Rule } from './Facts.ts';
import { birthday, endOf, type Span, startOf } from './instants.ts';

// Few names and few days, so that facts and asks meet often. A failure prints its seed and the smallest world it found.
const PEOPLE = ['ada', 'bram', 'cleo', 'tam'];
const AGENCIES = ['harbour', 'kestrel', 'wattle'];
const PURPOSES = ['SERVICE_COORDINATION', 'FV_PROTECTION', 'EMERGENCY', 'CLIENT_ACCESS'];
const CATEGORIES = ['HOUSING', 'HEALTH', 'MEDICATION', 'AOD', 'CONTACT', 'ADDRESS'];
const WHENS = ['2026-06-01', '2026-06-20', '2026-07-01', '2026-07-01T09:30:00+10:00', '2026-07-20', '2026-09-01'];
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
const denial: fc.Arbitrary<Rule> = fc.record({ ...limits, effect: fc.constant('deny' as const) });

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
// A refusal may replace an earlier, wider one; only one that replaces nothing is sure to close.
const refusal = consent.map(
  (made): Consent => ({ ...made, id: 'new', status: 'refused', base: 'deny', supersedes: [] }),
);

const block: fc.Arbitrary<Block> = fc.record({
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
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  consents: fc.uniqueArray(consent, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
  bases: fc.array(basis, { maxLength: 2 }),
  blocks: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(block, { maxLength: 2 }) },
  ),
  people: fc.record({ cleo: minor, tam: minor }),
});

const subject: fc.Arbitrary<Subject> = fc.record({
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
const anyAsk: fc.Arbitrary<Ask> = fc.record({
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

/** Whose part of the datum the requester sees. */
function seen(decision: Decision, ask: Ask): readonly string[] {
  const people = ask.subjects.map(({ person }) => person);
  switch (decision.effect) {
    case 'permit':
      return people;
    case 'mask':
      return people.filter((person) => !decision.mask.includes(person));
    case 'deny':
      return [];
    default:
      return decision satisfies never;
  }
}

/** Nobody of the first ask is seen who was not seen before, and what was not released whole is not now. */
function expectNoMoreOpen(before: readonly [Facts, Ask], after: readonly [Facts, Ask]): void {
  const [was, is] = [decide(...before, auVic), decide(...after, auVic)];
  const sawBefore = seen(was, before[1]);
  const asked = before[1].subjects.map(({ person }) => person);
  expect(seen(is, after[1]).filter((person) => asked.includes(person) && !sawBefore.includes(person))).toEqual([]);
  if (is.effect === 'permit') expect(was.effect).toBe('permit');
}

/** The rule with `added` among the exceptions of its nth node, counted from the top. */
function withException(rule: Rule, added: Rule, path: readonly number[]): Rule {
  const [step, ...rest] = path;
  const except = rule.except ?? [];
  if (step === undefined || except.length === 0) return { ...rule, except: [...except, added] };
  return {
    ...rule,
    except: except.map((each, n) => (n === step % except.length ? withException(each, added, rest) : each)),
  };
}

const RUNS = { numRuns: 3000 };

test('the order of facts never matters', () => {
  const turned = <T>(list: readonly T[] | undefined) => [...(list ?? [])].reverse();
  fc.assert(
    fc.property(anyFacts, anyAsk, (facts, ask) => {
      const { consents, bases, blocks, people } = facts;
      const other = { consents: turned(consents), bases: turned(bases), blocks: turned(blocks), people };
      expect(decide(other, ask, auVic)).toEqual(decide(facts, ask, auVic));
    }),
    RUNS,
  );
});

test('adding a refusal never opens', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, refusal, (facts, ask, added) => {
      expectNoMoreOpen([facts, ask], [{ ...facts, consents: [...(facts.consents ?? []), added] }, ask]);
    }),
    RUNS,
  );
});

test('adding a block never opens', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, block, (facts, ask, added) => {
      expectNoMoreOpen([facts, ask], [{ ...facts, blocks: [...(facts.blocks ?? []), added] }, ask]);
    }),
    RUNS,
  );
});

test('adding a denying exception, anywhere in any consent, never opens', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, denial, fc.array(fc.nat(1), { maxLength: 2 }), (facts, ask, added, path) => {
      const consents = facts.consents?.map((each) => ({ ...each, rule: withException(each.rule, added, path) }));
      expectNoMoreOpen([facts, ask], [{ ...facts, consents }, ask]);
    }),
    RUNS,
  );
});

test('adding a person, or a category it was derived from, never opens', () => {
  fc.assert(
    fc.property(
      anyFacts,
      anyAsk,
      subject,
      fc.constantFrom(...CATEGORIES),
      fc.nat(3),
      (facts, ask, added, label, place) => {
        const subjects = [...ask.subjects.slice(0, place), added, ...ask.subjects.slice(place)];
        expectNoMoreOpen([facts, ask], [facts, { ...ask, subjects }]);
        expectNoMoreOpen([facts, ask], [facts, { ...ask, derivedFrom: [...(ask.derivedFrom ?? []), label] }]);
      },
    ),
    RUNS,
  );
});

test('withdrawing never opens, unless it is a refusal that is withdrawn', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, fc.constantFrom(...WHENS), fc.nat(3), (facts, ask, withdrawnAt, which) => {
      const consents = facts.consents?.map((each, n) =>
        n === which && each.status !== 'refused' && each.withdrawnAt === undefined ? { ...each, withdrawnAt } : each,
      );
      expectNoMoreOpen([facts, ask], [{ ...facts, consents }, ask]);
    }),
    RUNS,
  );
});

test('every permit names the facts it rests on, or rests on none; every denial has a reason', () => {
  const restOnNone = ['OWN_RECORD', 'SELF', 'BREAK_GLASS', 'FVISS_PERPETRATOR', 'FVISS_ALLEGED', 'FVISS_CHILD'];
  fc.assert(
    fc.property(anyFacts, anyAsk, (facts, ask) => {
      const decision = decide(facts, ask, auVic);
      const onFile = [...(facts.consents ?? []), ...(facts.bases ?? []), ...(facts.blocks ?? [])].map(({ id }) => id);
      expect(decision.basis.filter((id) => !onFile.includes(id))).toEqual([]);
      expect(decision.reason).not.toBe('');
      if (decision.effect !== 'permit' || decision.reason.split('+').every((reason) => restOnNone.includes(reason)))
        return;
      expect(decision.basis).not.toEqual([]);
    }),
    RUNS,
  );
});

test('nothing is masked whole, in part of a text, or for a search', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, (facts, ask) => {
      const decision = decide(facts, ask, auVic);
      if (decision.effect !== 'mask') return;
      expect(ask).toMatchObject({ separable: true });
      expect(ask.action ?? 'read').toBe('read');
      expect(seen(decision, ask)).not.toEqual([]);
      expect(decision.mask).not.toEqual([]);
    }),
    RUNS,
  );
});

const anyTime = fc.integer({ min: Date.UTC(2026, 4, 20), max: Date.UTC(2026, 8, 10) });
const at = (time: number) => new Date(time).toISOString();

test('over time a decision changes only at the instants the facts name', () => {
  const zone = auVic.timeZone;
  const named = [
    ...WHENS.flatMap((when) => [startOf(when, zone), endOf(when, zone)]),
    birthday('2008-07-05', 18, zone),
  ];
  fc.assert(
    fc.property(anyFacts, anyAsk, anyTime, fc.integer({ min: 1, max: 30 * 86_400_000 }), (facts, ask, time, later) => {
      const next = Math.min(...named.filter((instant) => instant > time), time + later + 1) - 1;
      const then = (instant: number) => decide(facts, { ...ask, at: at(instant) }, auVic);
      expect(then(next)).toEqual(then(time));
    }),
    RUNS,
  );
});

test('a decision never changes before validUntil, and never where it has none', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, anyTime, fc.integer({ min: 1, max: 120 * 86_400_000 }), (facts, ask, time, later) => {
      const { validUntil, ...answer } = decide(facts, { ...ask, at: at(time) }, auVic);
      const until = validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
      expect(until).toBeGreaterThan(time);
      const { validUntil: _next, ...then } = decide(
        facts,
        { ...ask, at: at(Math.min(time + later, until - 1)) },
        auVic,
      );
      expect(then).toEqual(answer);
    }),
    RUNS,
  );
});

test('a compiled table answers every question as deciding it by itself does, in whatever order they are asked', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, fc.array(anyAsk, { minLength: 1, maxLength: 12 }), (facts, first, others) => {
      const { viewer: by, purpose, subjects, at: when, breakGlass, ...datum } = first;
      const asker = { viewer: by, purpose, subjects, at: when, breakGlass };
      const table = compile(facts, asker, auVic);
      // Every other question is asked twice, and each differs from the first in one thing too.
      const data = others.flatMap((ask, n) => {
        const { viewer: _v, purpose: _p, subjects: _s, at: _a, breakGlass: _b, ...other } = ask;
        const key = (['category', 'source', 'record', 'dataDate', 'separable', 'action'] as const)[n % 6] ?? 'source';
        return [other, { ...datum, [key]: other[key] }, other, { ...other, relevant: n % 3 > 0 }];
      });
      for (const asked of [datum, ...data]) {
        const { validUntil: _until, ...answer } = decide(facts, { ...asker, ...asked }, auVic);
        expect(table.answer(asked)).toEqual(answer);
      }
    }),
    RUNS,
  );
});
