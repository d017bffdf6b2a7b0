import type { Release } from '@accord/contract/permit';
import { categoryCodes } from '@accord/contract/vocabulary';
import fc from 'fast-check';
import { inventedAgency, requester, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { noPolicy, type Policy } from './Policy.ts';
import type { PolicySource } from './policyFile.ts';
import { underPolicy } from './underPolicy.ts';

// Generated policies and permits. The seed is printed; set `ACCORD_SEED` to run it again.

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000_000);
const told = { seed, verbose: true } as const;
beforeAll(() => console.log(`ACCORD_SEED=${seed}`));
afterAll(stopServed);

const category = fc.constantFrom(...categoryCodes);
const number = fc.constantFrom('1', '2', '3', '60');
const day = fc.constantFrom(null, '2024-06-01', '2026-01-04', '2026-03-03');
const some = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 4 });

const kind = fc.record({
  category,
  agencies: some(fc.constantFrom('wattle', 'kestrel')),
  purposes: some(fc.constantFrom('SERVICE_COORDINATION', 'EVALUATION')),
  roles: some(fc.constantFrom('PRACTITIONER', 'MANAGER')),
});
const anyPolicy: fc.Arbitrary<Policy> = fc.record({
  off: fc.option(fc.record({ reason: fc.constant(null) }), { freq: 9 }),
  aggregateOnly: fc.boolean(),
  consentedOnly: fc.boolean(),
  figures: fc.boolean(),
  never: fc.record({
    kinds: some(kind),
    records: some(number).map((numbers) => new Set(numbers)),
    ...{ before: day, after: day },
  }),
});
const anyRelease: fc.Arbitrary<Release> = fc
  .record({
    records: fc.uniqueArray(number, { minLength: 1 }),
    categories: fc.uniqueArray(category, { minLength: 1 }),
    basis: fc.constantFrom('CONSENT' as const, 'LAW' as const, undefined),
  })
  .map(({ basis, ...release }) => (basis ? { ...release, basis } : release));
const releases = fc.array(anyRelease, { minLength: 1, maxLength: 4 });

/** A policy that withholds what either does. */
const both = (one: Policy, other: Policy): Policy => ({
  off: one.off ?? other.off,
  aggregateOnly: one.aggregateOnly || other.aggregateOnly,
  consentedOnly: one.consentedOnly || other.consentedOnly,
  figures: one.figures && other.figures,
  never: {
    kinds: [...one.never.kinds, ...other.never.kinds],
    records: new Set([...one.never.records, ...other.never.records]),
    before: [one.never.before, other.never.before].sort().at(-1) ?? null,
    after: [one.never.after, other.never.after].filter((one) => one !== null).sort()[0] ?? null,
  },
});

const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AgencyRecord {
  id identity { name { given } language culturalIdentity } contact { phone email } address { line } involvement { since worker { name } }
  needs { id about } alerts { id about text } notes { id about text } episodes { id start } housing { situation } _alerts { id } } } }`;

test('no policy discloses more than no policy at all, whatever is requested', async () => {
  let policy = noPolicy;
  const current: PolicySource = { now: async () => ({ kind: 'POLICY', policy }) };
  const { send } = await servedAgency(inventedAgency().mapping, { policy: current });
  const answerOf = async (asked: readonly Release[]) => {
    const representations = ['1', '2', '3', '60'].map((id) => ({ __typename: 'AgencyRecord', id }));
    return (await send(query, { releases: asked, variables: { representations }, requester })).body.data ?? null;
  };
  await fc.assert(
    fc.asyncProperty(anyPolicy, releases, async (ours, asked) => {
      policy = noPolicy;
      const without = await answerOf(asked);
      policy = ours;
      expectNoMore(await answerOf(asked), without);
    }),
    { ...told, numRuns: 60 },
  );
});

test('an additional rule never releases more', () => {
  fc.assert(
    fc.property(anyPolicy, anyPolicy, releases, fc.boolean(), (one, other, asked, figures) => {
      const permit = { requester, releases: asked, figures };
      const [less, more] = [underPolicy(both(one, other), permit, 'harbour'), underPolicy(one, permit, 'harbour')];
      if (less.kind === 'CLOSED') return;
      if (more.kind === 'CLOSED') throw new Error('It opened what was closed.');
      expect(Number(less.releases.figures)).toBeLessThanOrEqual(Number(more.releases.figures));
      for (const record of ['1', '2', '3', '60', '4'])
        for (const one of categoryCodes)
          if (less.releases.tells(record) && less.releases.kindsOf(record).has(one))
            expect(more.releases.tells(record) && more.releases.kindsOf(record).has(one)).toBe(true);
    }),
    { ...told, numRuns: 300 },
  );
});

test('what a policy lets through and what it withholds together are what the permit had', () => {
  fc.assert(
    fc.property(anyPolicy, releases, (policy, asked) => {
      const permit = { requester, releases: asked, figures: false };
      const ruled = underPolicy(policy, permit, 'harbour');
      if (ruled.kind === 'CLOSED') return;
      for (const { records, categories, basis } of asked)
        for (const record of records)
          for (const one of categories) {
            const withheld = ruled.withheld.some(
              (each) => each.records.includes(record) && each.categories.includes(one),
            );
            expect(withheld || ruled.releases.kindsOf(record).has(one)).toBe(true);
            if (policy.consentedOnly && basis === undefined && asked.length === 1) expect(withheld).toBe(true);
          }
    }),
    { ...told, numRuns: 300 },
  );
});

/** Expects null, or the same, or for a list only items of the other, in its order. */
function expectNoMore(less: unknown, more: unknown): void {
  if (less === null || less === undefined) return;
  if (Array.isArray(less)) {
    const others = Array.isArray(more) ? more : [];
    if (others.length === less.length) {
      for (const [place, item] of less.entries()) expectNoMore(item, others[place]);
      return;
    }
    for (const item of less) expect(others).toContainEqual(item);
    return;
  }
  if (typeof less !== 'object') {
    expect(less).toBe(more);
    return;
  }
  for (const [key, value] of Object.entries(less))
    expectNoMore(value, typeof more === 'object' && more !== null ? Reflect.get(more, key) : undefined);
}
