import { clustersOf } from '@accord/matching/clustersOf';
import { keyOf, pairOf } from '@accord/matching/Facts';
import type { Pair } from './comparePeople.ts';

/**
 * The pairs, after moving to the review band those automatic ones that the hub would not link: an agency has a person only
 * once, so a record is linked with at most one of the other agency. The most similar pair wins. If a second pair is about as
 * similar, neither wins: chance must not choose between twins.
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
