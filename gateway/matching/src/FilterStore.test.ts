import fc from 'fast-check';
import { diceOf } from './diceOf.ts';
import { FilterStore, type Kernel } from './FilterStore.ts';

const seed = Number(process.env.ACCORD_SEED ?? Date.now() % 1_000_000);
const settings = { seed, numRuns: 25 };
const kernels: readonly Kernel[] = ['wasm', 'javascript'];
const ofBoth = test.each(kernels);

/** Filters of a few people, each recorded in several ways: one drawn filter, and copies with a few bits changed. */
const density = fc.integer({ min: 0, max: 40 }).map((fortieths) => fortieths / 40);
const people = fc.array(fc.tuple(density, fc.integer()), { minLength: 1, maxLength: 4 });
const filters = fc
  .tuple(people, fc.array(fc.tuple(fc.nat(), fc.nat(90), fc.integer()), { minLength: 1, maxLength: 40 }))
  .map(([persons, changes]) => {
    const firsts = persons.map(([part, start]) => drawn(part, dice(start)));
    return changes.map(([who, count, start]) => changed(firsts[who % firsts.length] ?? full(0), count, dice(start)));
  });
const threshold = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
  fc.constantFrom(1, 2 / 3, 1e-9),
);

ofBoth(`a search finds what comparing with every stored filter finds (%s, ACCORD_SEED=${seed})`, (kernel) => {
  fc.assert(
    fc.property(filters, filters, threshold, fc.integer({ min: 1, max: 80 }), (stored, asked, at, limit) => {
      const store = storeOf(stored, kernel);
      const each = store.bestOfEach(joined(asked), at, limit);
      for (const [place, query] of asked.entries()) {
        const expected = everyOne(store, query, at).slice(0, limit);
        expect(store.best(query, at, limit)).toEqual(expected);
        expect(each[place]).toEqual(expected);
      }
    }),
    settings,
  );
});

test(`both kernels take the same slots, find the same matches and write the same snapshot (ACCORD_SEED=${seed})`, () => {
  fc.assert(
    fc.property(filters, fc.array(fc.nat()), threshold, (stored, removed, at) => {
      const [wasm, javascript] = kernels.map((kernel) => {
        const store = storeOf(stored, kernel);
        for (const slot of removed) if (store.has(slot % 60)) store.remove(slot % 60);
        return store;
      });
      const [query = full(0)] = stored;
      expect(wasm?.best(query, at, 1_000)).toEqual(javascript?.best(query, at, 1_000));
      expect(Buffer.compare(wasm?.snapshot() ?? full(0), javascript?.snapshot() ?? full(1))).toBe(0);
    }),
    settings,
  );
});

ofBoth(
  `whatever is added, removed, saved and loaded, the store holds what it should (%s, ACCORD_SEED=${seed})`,
  (kernel) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), density, fc.integer()), { maxLength: 120 }), (steps) => {
        let store = new FilterStore(kernel);
        const held = new Map<number, { filter: Uint8Array; extra: number }>();
        for (const [action, part, start] of steps) {
          const slots = [...held.keys()];
          const victim = slots[Math.abs(start) % Math.max(1, slots.length)];
          if (action < 6) {
            const filter = drawn(part, dice(start));
            const slot = store.add(filter, start);
            expect(held.has(slot)).toBe(false);
            held.set(slot, { filter, extra: start });
          } else if (action < 9 && victim !== undefined) {
            store.remove(victim);
            held.delete(victim);
            expect(() => store.remove(victim)).toThrow(`No filter is stored at slot ${victim}.`);
          } else store = FilterStore.load(store.snapshot(), kernel);
        }
        expect(store.size).toBe(held.size);
        for (const [slot, { filter, extra }] of held) {
          expect(store.filterAt(slot)).toEqual(filter);
          expect(store.extraAt(slot)).toBe(extra);
          if (filter.some((byte) => byte !== 0))
            expect(store.best(filter, 1, 1_000).map((one) => one.slot)).toContain(slot);
        }
      }),
      settings,
    );
  },
);

ofBoth('thousands of filters over many pages give the same matches as comparing with each (%s)', (kernel) => {
  const random = dice(seed);
  const family = drawn(0.35, random);
  const stored = Array.from({ length: 3_000 }, (_, place) =>
    place % 3 === 0 ? changed(family, random() * 300, random) : drawn(0.25 + random() * 0.2, random),
  );
  const store = storeOf(stored, kernel);
  for (let slot = 0; slot < 1_500; slot += 7) if (store.has(slot)) store.remove(slot);
  for (const at of [0.3, 0.6, 0.75, 0.9]) {
    const all = everyOne(store, family, at);
    expect(all.length).toBeGreaterThan(10);
    expect(store.best(family, at, 10_000)).toEqual(all);
    expect(store.best(family, at, 5)).toEqual(all.slice(0, 5));
  }
});

ofBoth('a freed slot is reused before the store grows (%s)', (kernel) => {
  const store = new FilterStore(kernel);
  const first = drawn(0.3, dice(7));
  const slots = Array.from({ length: 2_000 }, () => store.add(first));
  const before = store.byteLength;
  for (let round = 0; round < 3; round += 1) {
    for (const slot of slots) store.remove(slot);
    expect(store.size).toBe(0);
    // Filters of another length: an emptied page can hold them too.
    const other = drawn(0.1 + round / 5, dice(round));
    slots.splice(0, slots.length, ...Array.from({ length: 2_000 }, () => store.add(other)));
  }
  expect(store.byteLength).toBe(before);
});

ofBoth('freed slots are the first to be given out again (%s)', (kernel) => {
  const store = new FilterStore(kernel);
  const one = drawn(0.3, dice(7));
  const slots = Array.from({ length: 1_536 }, () => store.add(one));
  const left = slots.filter((slot) => slot % 11 === 3);
  for (const slot of left) store.remove(slot);
  const again = left.map(() => store.add(one));
  expect(again.sort((a, b) => a - b)).toEqual(left);
  expect(left).not.toContain(store.add(one));
});

ofBoth('equally good matches are sorted by slot, each with its extra (%s)', (kernel) => {
  const store = new FilterStore(kernel);
  const one = drawn(0.3, dice(1));
  const slots = [5, -6, 2_147_483_647].map((extra) => store.add(one, extra));
  expect(store.best(one, 0.8, 2)).toEqual([
    { slot: slots[0], dice: 1, extra: 5 },
    { slot: slots[1], dice: 1, extra: -6 },
  ]);
});

ofBoth('an empty filter matches nothing, and nothing matches it (%s)', (kernel) => {
  const store = storeOf([full(0), full(255)], kernel);
  expect(store.best(full(0), 0.000_001, 10)).toEqual([]);
  expect(store.best(full(255), 0.000_001, 10).map(({ dice: score }) => score)).toEqual([1]);
});

test('a record takes 134 bytes, plus half a page for each length class in use', () => {
  const store = new FilterStore('wasm');
  const lengths = Array.from({ length: 10 }, (_, place) => drawn(0.3 + place / 100, dice(place)));
  for (let place = 0; place < 20_000; place += 1) store.add(lengths[place % 10] ?? full(0));
  // Subtracts the ten pages with room, and the megabyte by which the store grows.
  expect(store.byteLength - 10 * 68_672 - 1_200_000).toBeLessThan(store.size * 135);
});

test('a snapshot that is cut short, changed or not a snapshot is refused', () => {
  const bytes = storeOf([full(3)], 'javascript').snapshot();
  expect(() => FilterStore.load(bytes.slice(0, -4))).toThrow(/does not fit its 1 pages/);
  expect(() => FilterStore.load(bytes.map((byte, place) => (place === 9_000 ? byte ^ 1 : byte)))).toThrow(/damaged/);
  expect(() => FilterStore.load(new Uint8Array(8))).toThrow(/no snapshot/);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(FilterStore.load(shifted.subarray(1)).size).toBe(1);
});

test('an invalid filter, threshold, limit or extra is refused', () => {
  const store = new FilterStore();
  expect(() => store.add(new Uint8Array(64))).toThrow(/128 bytes; this one has 64/);
  expect(() => store.add(full(1), 2 ** 31)).toThrow(/32 bits/);
  for (const at of [0, -1, 1.01, Number.NaN]) expect(() => store.best(full(1), at, 1)).toThrow(/threshold/);
  for (const limit of [0, 1.5, Number.NaN]) expect(() => store.best(full(1), 0.5, limit)).toThrow(/limit/);
  expect(() => store.best(new Uint8Array(127), 0.5, 1)).toThrow(/128 bytes/);
  for (const slot of [-1, 0, 0.5, 1e9]) expect(() => store.filterAt(slot)).toThrow(/No filter is stored/);
});

function storeOf(stored: readonly Uint8Array[], kernel: Kernel): FilterStore {
  const store = new FilterStore(kernel);
  for (const [place, filter] of stored.entries()) store.add(filter, place);
  return store;
}

function everyOne(store: FilterStore, query: Uint8Array, at: number): { slot: number; dice: number; extra: number }[] {
  const most = Math.ceil(store.byteLength / 134);
  return Array.from({ length: most }, (_, slot) => slot)
    .filter((slot) => store.has(slot))
    .map((slot) => ({ slot, dice: diceOf(query, store.filterAt(slot)), extra: store.extraAt(slot) }))
    .filter((one) => one.dice >= at)
    .sort((a, b) => b.dice - a.dice || a.slot - b.slot);
}

function joined(all: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(all.flatMap((filter) => [...filter]));
}

function full(byte: number): Uint8Array {
  return new Uint8Array(128).fill(byte);
}

function dice(start: number): () => number {
  let state = start | 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 4_294_967_296;
  };
}

function drawn(part: number, random: () => number): Uint8Array {
  const filter = full(0);
  for (let bit = 0; bit < 1_024; bit += 1)
    if (random() < part) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  return filter;
}

function changed(filter: Uint8Array, count: number, random: () => number): Uint8Array {
  const other = filter.slice();
  for (let times = 0; times < count; times += 1) {
    const bit = Math.floor(random() * 1_024);
    other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  }
  return other;
}
