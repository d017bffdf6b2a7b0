import type { InventedPerson } from './InventedPerson.ts';
import { createRandom } from './random.ts';
import type { Truth } from './Truth.ts';

const SHARE_WITH_BLOCK = 0.12;

/**
 * Returns safety blocks by truth id: nothing they cover may be disclosed to the person who uses violence, or to any agency that
 * works with that person.
 */
export function inventBlocks(people: readonly Truth[], seed: number): ReadonlyMap<string, InventedPerson['blocks']> {
  const random = createRandom(seed, 'blocks');
  const blocks = new Map<string, InventedPerson['blocks']>();
  for (const { id, violence } of people) {
    if (violence?.usedBy === undefined || !random.chance(SHARE_WITH_BLOCK)) continue;
    const against = [violence.usedBy];
    const block = { id: `b-${id}-1`, against };
    blocks.set(id, [random.chance(0.75) ? { ...block, categories: ['ADDRESS', 'CONTACT', 'SERVICE_USE'] } : block]);
  }
  return blocks;
}
