import type { Category } from './Facts.ts';
import type { Profile } from './Profile.ts';

/** Every category code of the profile, parents before their children. */
export function categoriesOf(profile: Profile): readonly Category[] {
  return [...profile.categories.keys()];
}
