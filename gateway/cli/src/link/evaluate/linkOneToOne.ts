import type { Pair } from './comparePeople.ts';

/**
 * Between two agencies that each have a person once, a record is linked automatically with at most one of the other: the
 * most alike pair wins, and the pairs that lose are for review. Where two are equally alike, none of them is linked: chance
 * must not choose between twins.
 */
export function linkOneToOne(pairs: readonly Pair[]): readonly Pair[] {
  const automatic = pairs.filter(({ band }) => band === 'AUTOMATIC').sort((x, y) => y.likeness - x.likeness);
  const taken = { a: new Set<number>(), b: new Set<number>() };
  const linked = new Set<Pair>();
  for (let from = 0, to = 0; from < automatic.length; from = to) {
    while (to < automatic.length && automatic[to]?.likeness === automatic[from]?.likeness) to += 1;
    const free = automatic.slice(from, to).filter(({ a, b }) => !taken.a.has(a) && !taken.b.has(b));
    const often = { a: timesOf(free.map(({ a }) => a)), b: timesOf(free.map(({ b }) => b)) };
    for (const pair of free) {
      if (often.a.get(pair.a) === 1 && often.b.get(pair.b) === 1) linked.add(pair);
      taken.a.add(pair.a);
      taken.b.add(pair.b);
    }
  }
  return pairs.map((pair) => (pair.band === 'REVIEW' || linked.has(pair) ? pair : { ...pair, band: 'REVIEW' }));
}

function timesOf(places: readonly number[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const place of places) times.set(place, (times.get(place) ?? 0) + 1);
  return times;
}
