import fc from 'fast-check';
import { CROWD, clustersOf } from './clustersOf.ts';
import { type AutomaticLink, type Decision, type Facts, keyOf, type Pair, pairOf, type StoredRecord } from './Facts.ts';

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const settings = { seed, numRuns: 1_000 };
const told = `(ACCORD_SEED=${seed})`;

const record = (id: string, agency = id): StoredRecord => ({ id, agency });
const link = (one: string, other: string, dice = 0.95): AutomaticLink => ({ pair: pairOf(one, other), dice });
let orders = 0;
const decided = (verdict: Decision['verdict'], one: string, other: string): Decision => {
  orders += 1;
  return { pair: pairOf(one, other), verdict, order: orders };
};
const facts = (
  records: readonly StoredRecord[],
  links: readonly AutomaticLink[],
  decisions: readonly Decision[] = [],
): Facts => ({ records, links, decisions });
const abc = [record('a'), record('b'), record('c')];

test('records that all fit each other are one person', () => {
  const { clusters, held } = clustersOf(facts(abc, [link('a', 'b'), link('b', 'c'), link('a', 'c')]));
  expect(clusters).toEqual([['a', 'b', 'c']]);
  expect(held).toEqual([]);
});

test('twins are not chained through a weak middle: the better link is followed, the other is held', () => {
  const { clusters, held } = clustersOf(facts(abc, [link('a', 'b', 0.97), link('b', 'c', 0.91)]));
  expect(clusters).toEqual([['a', 'b'], ['c']]);
  expect(held).toEqual([{ pair: ['b', 'c'], because: 'NOT_ALL_FIT' }]);
});

test('two records of one agency are not joined, not even through a third; people may join them', () => {
  const records = [record('a', 'x'), record('b', 'y'), record('c', 'x')];
  const links = [link('a', 'b', 0.97), link('b', 'c', 0.92), link('a', 'c', 0.99)];
  const { clusters, held } = clustersOf(facts(records, links));
  expect(clusters).toEqual([['a', 'b'], ['c']]);
  expect(held.map(({ because }) => because)).toEqual(['SAME_AGENCY', 'SAME_AGENCY']);
  expect(clustersOf(facts(records, links, [decided('CONFIRMED', 'a', 'c')])).clusters).toEqual([['a', 'b', 'c']]);
});

test('if two about equally good records cannot both be the person, neither is linked, and people are asked', () => {
  const records = [record('a', 'x'), record('b', 'y'), record('c', 'x')];
  const { clusters, held } = clustersOf(facts(records, [link('a', 'b', 0.95), link('b', 'c', 0.94)]));
  expect(clusters).toEqual([['a'], ['b'], ['c']]);
  expect(held.map(({ because }) => because)).toEqual(['RIVAL', 'RIVAL']);
  const denied = [decided('DENIED', 'a', 'c')];
  expect(clustersOf(facts(abc, [link('a', 'b', 0.95), link('b', 'c', 0.94)], denied)).clusters).toHaveLength(3);
});

test('a denied pair stays apart, however alike it is', () => {
  const links = [link('a', 'b', 1), link('b', 'c'), link('a', 'c')];
  const { clusters, held } = clustersOf(facts(abc, links, [decided('DENIED', 'a', 'b')]));
  expect(clusters.find((cluster) => cluster.includes('a'))).not.toContain('b');
  expect(held).toContainEqual({ pair: ['a', 'b'], because: 'DENIED' });
});

test('confirmed pairs are joined without any likeness', () => {
  expect(clustersOf(facts(abc, [], [decided('CONFIRMED', 'a', 'c')])).clusters).toEqual([['a', 'c'], ['b']]);
});

test('a record that resembles only one of two confirmed records is asked about', () => {
  const { clusters, held } = clustersOf(facts(abc, [link('b', 'c')], [decided('CONFIRMED', 'a', 'b')]));
  expect(clusters).toEqual([['a', 'b'], ['c']]);
  expect(held).toEqual([{ pair: ['b', 'c'], because: 'NOT_ALL_FIT' }]);
});

test('a confirmation that contradicts a denial is reported, and the later of the two confirmations waits', () => {
  const decisions = [decided('CONFIRMED', 'a', 'b'), decided('CONFIRMED', 'b', 'c'), decided('DENIED', 'a', 'c')];
  const { clusters, contradictions } = clustersOf(facts(abc, [], decisions));
  expect(clusters).toEqual([['a', 'b'], ['c']]);
  expect(contradictions).toEqual([{ confirmed: ['b', 'c'], denied: [['a', 'c']] }]);
});

test('the latest decision on a pair counts', () => {
  const decisions = [decided('DENIED', 'a', 'b'), decided('CONFIRMED', 'a', 'b')];
  expect(clustersOf(facts(abc, [], decisions)).clusters).toEqual([['a', 'b'], ['c']]);
  expect(clustersOf(facts(abc, [], decisions.toReversed())).clusters).toEqual([['a', 'b'], ['c']]);
});

test('a crowd of connected records is a placeholder, joined only by people', () => {
  const crowd = Array.from({ length: CROWD + 1 }, (_, place) => record(`r${String(place).padStart(3, '0')}`));
  const links = crowd.slice(1).map(({ id }, place) => link(id, crowd[place]?.id ?? ''));
  const { clusters, held } = clustersOf(facts(crowd, links, [decided('CONFIRMED', 'r000', 'r050')]));
  expect(clusters).toHaveLength(CROWD);
  expect(new Set(held.map(({ because }) => because))).toEqual(new Set(['CROWD', 'NOT_ALL_FIT']));
  expect(clustersOf(facts(crowd.slice(1), links.slice(1))).clusters.length).toBeLessThan(CROWD);
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const pair: fc.Arbitrary<Pair> = fc
  .tuple(fc.nat(ids.length - 1), fc.integer({ min: 1, max: ids.length - 1 }))
  .map(([one, step]) => pairOf(ids[one] ?? '', ids[(one + step) % ids.length] ?? ''));
const uniquePairs = { selector: ({ pair: one }: { pair: Pair }) => keyOf(one), maxLength: 20 };
const worlds: fc.Arbitrary<Facts> = fc.record({
  records: fc
    .array(fc.nat(4), { minLength: 3, maxLength: ids.length })
    .map((agencies) => agencies.map((agency, place) => record(ids[place] ?? '', `agency ${agency}`))),
  links: fc.uniqueArray(fc.record({ pair, dice: fc.integer({ min: 90, max: 100 }).map((n) => n / 100) }), uniquePairs),
  decisions: fc
    .array(fc.record({ pair, verdict: fc.constantFrom<Decision['verdict']>('CONFIRMED', 'DENIED') }), { maxLength: 6 })
    .map((list) => list.map((one, order) => ({ ...one, order }))),
});

test(`the order in which facts are given changes nothing ${told}`, () => {
  const shuffled = worlds.chain((world) =>
    fc.tuple(
      fc.constant(world),
      fc.record({
        records: fc.shuffledSubarray([...world.records], { minLength: world.records.length }),
        links: fc.shuffledSubarray([...world.links], { minLength: world.links.length }),
        decisions: fc.shuffledSubarray([...world.decisions], { minLength: world.decisions.length }),
      }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([world, other]) => expect(clustersOf(other)).toEqual(clustersOf(world))),
    settings,
  );
});

test(`every record is in one cluster; denied pairs never share one, confirmed pairs do or are reported ${told}`, () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { clusters, contradictions } = clustersOf(world);
      expect(clusters.flat().sort()).toEqual(world.records.map(({ id }) => id));
      const last = new Map(world.decisions.map((decision) => [keyOf(decision.pair), decision]));
      const reported = new Map(contradictions.map(({ confirmed, denied }) => [keyOf(confirmed), denied]));
      for (const { pair: one, verdict } of last.values()) {
        const together = clusters.some((cluster) => one.every((id) => cluster.includes(id)));
        const here = one.every((id) => clusters.flat().includes(id));
        if (verdict === 'DENIED') expect(together).toBe(false);
        else if (here) expect(together).toBe(!reported.has(keyOf(one)));
      }
      for (const denied of reported.values()) {
        expect(denied.length).toBeGreaterThan(0);
        for (const one of denied) expect(last.get(keyOf(one))?.verdict).toBe('DENIED');
      }
    }),
    settings,
  );
});

test(`records that people did not join all fit each other, and are of different agencies ${told}`, () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const people = clustersOf({ ...world, links: [] }).clusters;
      const unitOf = (id: string): readonly string[] | undefined => people.find((unit) => unit.includes(id));
      const agencyOf = new Map(world.records.map(({ id, agency }) => [id, agency]));
      const linked = new Set(world.links.map((one) => keyOf(one.pair)));
      for (const cluster of clustersOf(world).clusters)
        for (const one of cluster)
          for (const other of cluster) {
            if (unitOf(one) === unitOf(other)) continue;
            expect(linked).toContain(keyOf(pairOf(one, other)));
            expect(agencyOf.get(one)).not.toBe(agencyOf.get(other));
          }
    }),
    settings,
  );
});

test(`every automatic link is followed or held, never both ${told}`, () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const { clusters, held } = clustersOf(world);
      const all = clusters.flat();
      const open = world.links.filter(
        ({ pair: one }) =>
          one.every((id) => all.includes(id)) && !clusters.some((cluster) => one.every((id) => cluster.includes(id))),
      );
      expect(held.map(({ pair: one }) => keyOf(one))).toEqual(open.map(({ pair: one }) => keyOf(one)).sort());
    }),
    settings,
  );
});
