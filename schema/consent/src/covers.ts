import type { Category } from './Facts.ts';
import type { Profile } from './Profile.ts';

/**
 * Whether naming `parent` opens `child`: a category covers itself and its ordinary descendants. A sensitive one, and
 * what lies below it, must be named itself. False for codes the profile does not know.
 */
export function covers(profile: Profile, parent: Category, child: Category): boolean {
  return descends(profile, parent, child, (category) => profile.categories.get(category)?.sensitive !== true);
}

/**
 * Whether closing `parent` closes `child`: a denial or block reaches everything below it, sensitive or not. Someone who
 * says "not my health" has said "not my mental health".
 */
export function reaches(profile: Profile, parent: Category, child: Category): boolean {
  return descends(profile, parent, child, () => true);
}

function descends(
  profile: Profile,
  ancestor: Category,
  category: Category,
  mayClimbFrom: (category: Category) => boolean,
): boolean {
  if (!profile.categories.has(ancestor)) return false;
  // The walk is as long as the tree is high; the bound keeps a profile whose parents form a ring from hanging it.
  let current: Category | undefined = category;
  for (let steps = 0; current !== undefined && steps <= profile.categories.size; steps += 1) {
    if (current === ancestor) return true;
    if (!mayClimbFrom(current)) return false;
    current = profile.categories.get(current)?.parent;
  }
  return false;
}
