import type { Category } from './Facts.ts';
import type { Profile } from './Profile.ts';

/**
 * True if naming `parent` opens `child`: a category covers itself and its ordinary descendants. A sensitive category, and
 * everything below it, is not opened from above. False for codes the profile does not know.
 */
export function covers(profile: Profile, parent: Category, child: Category): boolean {
  return descends(profile, parent, child, (category) => profile.categories.get(category)?.sensitive !== true);
}

/**
 * True if closing `parent` closes `child`: a denial or block reaches everything below it, sensitive or not. Someone who says
 * "not my health" has also said "not my mental health".
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
  // The walk is at most as long as the tree is deep. The bound stops a profile whose parents form a ring from hanging it.
  let current: Category | undefined = category;
  for (let steps = 0; current !== undefined && steps <= profile.categories.size; steps += 1) {
    if (current === ancestor) return true;
    if (!mayClimbFrom(current)) return false;
    current = profile.categories.get(current)?.parent;
  }
  return false;
}
