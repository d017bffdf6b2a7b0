import { reaches } from '@accord/consent/covers';
import type { Profile } from '@accord/consent/Profile';

const none: ReadonlySet<string> = new Set();

/**
 * Returns the categories of their own file that a person in these roles does not read, by the profile's `ownFileLimits`: neither
 * what stands under them, nor that anything does.
 *
 * The consent rules let a person read their own file (order 3, `SELF`). What agencies wrote down of somebody who uses violence is
 * the exception: it can tell them who spoke of it, and which agency to look for that person at.
 */
export function unreadByThem(roles: readonly string[], profile: Profile): ReadonlySet<string> {
  const named = profile.ownFileLimits.filter((limit) => limit.roles.some((role) => roles.includes(role)));
  if (named.length === 0) return none;
  const closed = named.flatMap(({ categories }) => categories);
  return new Set([...profile.categories.keys()].filter((code) => closed.some((one) => reaches(profile, one, code))));
}
