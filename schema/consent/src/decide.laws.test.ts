import fc from 'fast-check';
import type { Ask } from './Ask.ts';
import { auVic } from './auVic.ts';
import { compile } from './compile.ts';
import { consentsOf } from './consentsOf.ts';
import type { Decision } from './Decision.ts';
import { decide } from './decide.ts';
import type { Facts, Rule } from './Facts.ts';
import { anyAsk, anyFacts, block, CATEGORIES, denial, refusal, subject, WHENS } from './generators/anyWorld.ts';
import { birthday, endOf, startOf } from './instants.ts';
import { narrowed } from './narrowed.ts';
import { turningPoints } from './turningPoints.ts';

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

/** Nobody in the first ask is seen now who was not seen before, and nothing is released whole now that was not before. */
function expectNoMoreOpen(before: readonly [Facts, Ask], after: readonly [Facts, Ask]): void {
  const [was, is] = [decide(...before, auVic), decide(...after, auVic)];
  const sawBefore = seen(was, before[1]);
  const asked = before[1].subjects.map(({ person }) => person);
  expect(seen(is, after[1]).filter((person) => asked.includes(person) && !sawBefore.includes(person))).toEqual([]);
  if (is.effect === 'permit') expect(was.effect).toBe('permit');
}

/** Returns the rule with `added` among the exceptions of the node that `path` leads to. */
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

test('adding a person, or a category the datum was derived from, never opens', () => {
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

test('withdrawing a consent never opens anything, unless it is a refusal', () => {
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

test('narrowing a consent in force never opens, and closes what is left out', () => {
  const leaveOut = fc.array(denial, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(anyFacts, anyAsk, leaveOut, fc.nat(3), (facts, ask, parts, which) => {
      const consents = (facts.consents ?? []).map((each, n) => ({ ...each, id: `c${n + 1}` }));
      const wide = consents[which];
      if (wide?.status !== 'active' || wide.withdrawnAt !== undefined) return;
      // A consent that was replaced is not narrowed: that would revive it.
      const at = startOf(ask.at, auVic.timeZone);
      const standing = consentsOf({ ...facts, consents }, wide.subject, at, auVic.timeZone);
      if (!standing.some(({ consent }) => consent.id === wide.id)) return;
      const less = { ...wide, id: 'narrow', rule: narrowed(wide.base, wide.rule, parts), supersedes: [wide.id] };
      expectNoMoreOpen([{ ...facts, consents }, ask], [{ ...facts, consents: [...consents, less] }, ask]);
      const all = { ...less, rule: narrowed(wide.base, wide.rule, [{}]) };
      const alone = decide({ people: facts.people, consents: [wide, all] }, ask, auVic);
      expect(alone.effect === 'permit' ? alone.basis : []).not.toContain('narrow');
    }),
    RUNS,
  );
});

test('every permit names the facts it rests on, or needs none; every denial has a reason', () => {
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

test('a mask never covers everyone, takes inseparable text apart or answers a search', () => {
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

test('between two turning points of the facts no answer changes, forwards or backwards in time', () => {
  const apart = fc.integer({ min: -120 * 86_400_000, max: 120 * 86_400_000 });
  fc.assert(
    fc.property(anyFacts, anyAsk, anyTime, apart, (facts, ask, time, by) => {
      const points = [...turningPoints(facts, auVic.timeZone)];
      const last = Math.max(...points.filter((point) => point <= time));
      const next = Math.min(...points.filter((point) => point > time));
      const other = Math.min(Math.max(time + by, last), next - 1);
      const then = (instant: number) => ({
        ...decide(facts, { ...ask, at: at(instant) }, auVic),
        validUntil: undefined,
      });
      expect(then(other)).toEqual(then(time));
    }),
    RUNS,
  );
});

test('a compiled table answers every question as decide does, in whatever order they are asked', () => {
  fc.assert(
    fc.property(anyFacts, anyAsk, fc.array(anyAsk, { minLength: 1, maxLength: 12 }), (facts, first, others) => {
      const { viewer: by, purpose, subjects, at: when, breakGlass, ...datum } = first;
      const asker = { viewer: by, purpose, subjects, at: when, breakGlass };
      const table = compile(facts, asker, auVic);
      // Every other question is asked twice, and each is also asked as the first datum with one field changed.
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
