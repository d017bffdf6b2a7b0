import { clustersOf } from '@accord/matching/clustersOf';
import { keyOf, pairOf } from '@accord/matching/Facts';
import type { Pair } from './comparePeople.ts';

/**
 * The pairs with those automatic ones put into the review band that the hub would not follow: an agency has a person once,
 * so a record is linked with at most one of the other agency. The most alike pair wins, and where a second one is about as
 * alike, neither: chance must not choose between twins.
 */
export function holdBack(pairs: readonly Pair[]): readonly Pair[] {
  const idsOf = ({ a, b }: Pair) => pairOf(`a${a}`, `b${b}`);
  const automatic = pairs.filter(({ band }) => band === 'AUTOMATIC');
  const { held } = clustersOf({
    records: [
      ...[...new Set(automatic.map(({ a }) => a))].map((a) => ({ id: `a${a}`, agency: 'a' })),
      ...[...new Set(automatic.map(({ b }) => b))].map((b) => ({ id: `b${b}`, agency: 'b' })),
    ],
    links: automatic.map((pair) => ({ pair: idsOf(pair), dice: pair.likeness })),
    decisions: [],
  });
  const isHeld = new Set(held.map(({ pair }) => keyOf(pair)));
  return pairs.map((pair) => (isHeld.has(keyOf(idsOf(pair))) ? { ...pair, band: 'REVIEW' } : pair));
}
