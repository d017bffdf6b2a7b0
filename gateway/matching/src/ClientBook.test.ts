import fc from 'fast-check';
import { ClientBook } from './ClientBook.ts';
import { clustersOf } from './clustersOf.ts';
import { type AutomaticLink, type Decision, keyOf, pairOf, type StoredRecord } from './Facts.ts';

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const told = `(ACCORD_SEED=${seed})`;

function book(): ClientBook {
  let last = 0;
  return new ClientBook(() => {
    last += 1;
    return `client ${last}`;
  });
}
const record = (id: string, agency = id): StoredRecord => ({ id, agency });
const link = (one: string, other: string, dice = 0.95): AutomaticLink => ({ pair: pairOf(one, other), dice });
const confirm = (one: string, other: string, order: number): Decision => ({
  ...{ pair: pairOf(one, other), verdict: 'CONFIRMED', order },
});

test('the oldest id survives a merge, and the other leads to it', () => {
  const clients = book();
  for (const id of ['z', 'b', 'c']) clients.arrive(record(id), []);
  clients.decide(confirm('b', 'c', 1));
  const change = clients.decide(confirm('c', 'z', 2));
  expect(clients.clientOf('c')).toBe('client 1');
  expect(change.moved).toHaveLength(2);
  expect(change.retired).toEqual(new Map([['client 2', 'client 1']]));
  expect(clients.currentId('client 3')).toBe('client 1');
  expect(clients.recordsOf('client 3')).toEqual(['b', 'c', 'z']);
});

test('those who are separated get a new id, whoever was there first, and never come back by likeness', () => {
  const clients = book();
  clients.arrive(record('a'), []);
  clients.arrive(record('b'), [link('a', 'b')]);
  clients.arrive(record('c'), [link('a', 'c'), link('b', 'c')]);
  const change = clients.separate(['a'], 1);
  expect(clients.recordsOf('client 1')).toEqual(['b', 'c']);
  expect(change.moved).toEqual([{ record: 'a', from: 'client 1', to: clients.clientOf('a') }]);
  expect(clients.clientOf('a')).not.toBe('client 1');
  clients.arrive(record('a'), [link('a', 'b', 1), link('a', 'c', 1)]);
  expect(clients.recordsOf('client 1')).toEqual(['b', 'c']);
});

test('a denial of a linked pair leaves the id with who was there first', () => {
  const clients = book();
  clients.arrive(record('b'), []);
  clients.arrive(record('a'), [link('a', 'b')]);
  clients.decide({ pair: pairOf('a', 'b'), verdict: 'DENIED', order: 1 });
  expect([clients.clientOf('b'), clients.clientOf('a')]).toEqual(['client 1', 'client 2']);
});

test('a record that goes takes its links along, and what people decided on it waits', () => {
  const clients = book();
  clients.arrive(record('a'), []);
  clients.arrive(record('b'), [link('a', 'b')]);
  clients.arrive(record('c'), []);
  clients.decide(confirm('b', 'c', 1));
  clients.leave('b');
  expect(clients.recordsOf(clients.clientOf('a'))).toEqual(['a']);
  expect(clients.clientOf('a')).not.toBe(clients.clientOf('c'));
  clients.arrive(record('b'), []);
  expect(clients.clientOf('b')).toBe(clients.clientOf('c'));
  expect(clients.recordsOf(clients.clientOf('a'))).toEqual(['a']);
});

test('what makes no sense is refused', () => {
  const clients = book();
  clients.arrive(record('a'), []);
  expect(() => clients.clientOf('b')).toThrow('There is no record b.');
  expect(() => clients.separate(['a'], 1)).toThrow('none would');
  expect(() => clients.arrive(record('b'), [link('a', 'c')])).toThrow(/names it/);
  expect(() => pairOf('a', 'a')).toThrow(/no pair with itself/);
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const step = fc.record({
  kind: fc.constantFrom('arrive', 'arrive', 'arrive', 'leave', 'confirm', 'deny', 'separate'),
  id: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  agency: fc.nat(4),
  dices: fc.array(fc.option(fc.integer({ min: 90, max: 100 }).map((n) => n / 100)), { minLength: 7, maxLength: 7 }),
});

test(`after any steps the clusters are those of the facts, and every id leads to where its person is ${told}`, () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const clients = book();
      const records = new Map<string, StoredRecord>();
      const links = new Map<string, AutomaticLink>();
      const decisions = new Map<string, Decision>();
      const given = new Set<string>();
      for (const [order, { kind, id, other, agency, dices }] of steps.entries()) {
        const before = new Map([...records.keys()].map((one) => [one, clients.clientOf(one)]));
        const forget = (): void => {
          for (const [key, { pair }] of links) if (pair.includes(id)) links.delete(key);
        };
        let moved: readonly { record: string; from: string | null; to: string }[] = [];
        if (kind === 'arrive') {
          forget();
          const found = ids.flatMap((one, place) => {
            const dice = dices[place];
            return one === id || dice === null || dice === undefined || !records.has(one) ? [] : [link(id, one, dice)];
          });
          records.set(id, record(id, `agency ${agency}`));
          for (const one of found) links.set(keyOf(one.pair), one);
          moved = clients.arrive(record(id, `agency ${agency}`), found).moved;
        } else if (kind === 'leave') {
          forget();
          records.delete(id);
          before.delete(id);
          moved = clients.leave(id).moved;
        } else if (kind === 'separate') {
          const mates = records.has(id) ? clients.recordsOf(clients.clientOf(id)) : [];
          if (mates.length < 2) continue;
          for (const mate of mates) {
            const pair = mate === id ? null : pairOf(id, mate);
            if (pair !== null) decisions.set(keyOf(pair), { pair, verdict: 'DENIED', order });
          }
          const held = clients.clientOf(id);
          moved = clients.separate([id], order).moved;
          expect(clients.clientOf(id)).not.toBe(held);
        } else if (id !== other) {
          const verdict = kind === 'confirm' ? 'CONFIRMED' : 'DENIED';
          const decision: Decision = { pair: pairOf(id, other), verdict, order };
          decisions.set(keyOf(decision.pair), decision);
          moved = clients.decide(decision).moved;
        }

        // The clusters follow from the facts alone.
        const facts = {
          records: [...records.values()],
          links: [...links.values()],
          decisions: [...decisions.values()],
        };
        const { clusters } = clustersOf(facts);
        expect(clusters.map((cluster) => clients.recordsOf(clients.clientOf(cluster[0] ?? '')))).toEqual(clusters);
        expect(new Set(clusters.map((cluster) => clients.clientOf(cluster[0] ?? ''))).size).toBe(clusters.length);

        // What is told to have moved is what moved.
        const now = new Map([...records.keys()].map((one) => [one, clients.clientOf(one)]));
        const changed = [...now].filter(([one, client]) => before.get(one) !== client);
        const byRecord = (list: readonly (readonly [string, string])[]) => [...list].sort();
        expect(byRecord(moved.map((one) => [one.record, one.to]))).toEqual(byRecord(changed));

        // Where clients were merged whole, the one given first keeps its id.
        for (const cluster of clusters) {
          const came = new Set(cluster.flatMap((one) => before.get(one) ?? []));
          const whole = [...came].every((client) =>
            [...before].every(([one, held]) => held !== client || cluster.includes(one)),
          );
          const oldest = [...came].sort((a, b) => Number(a.slice(7)) - Number(b.slice(7)))[0];
          if (whole && oldest !== undefined) expect(clients.clientOf(cluster[0] ?? '')).toBe(oldest);
        }

        // No id is given to somebody else later: a client is new, or some of its records had its id before.
        for (const client of new Set(now.values())) {
          const hadIt = [...before.values()].includes(client);
          expect(hadIt || !given.has(client)).toBe(true);
          given.add(client);
        }
      }
    }),
    { seed, numRuns: 500 },
  );
});
