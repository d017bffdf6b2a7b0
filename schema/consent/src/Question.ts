import type { Ask } from './Ask.ts';
import type { Category } from './Facts.ts';
import { startOf } from './instants.ts';
import type { Profile } from './Profile.ts';

/** An ask narrowed to one of its labels, with its instant already worked out. */
export type Question = Readonly<{
  ask: Ask;
  label: Category;
  /** `ask.at` in milliseconds since 1970. */
  at: number;
  profile: Profile;
}>;

/**
 * Returns one question per label of the datum: its own category, then those it was derived from. What is computed from an
 * address reveals something about the address, so every label must be permitted.
 *
 * Undefined if the datum has no category, or if the profile does not know one of the labels.
 */
export function questionsOf(ask: Ask, profile: Profile): readonly Question[] | undefined {
  if (ask.category === undefined) return undefined;
  const labels = [...new Set([ask.category, ...(ask.derivedFrom ?? [])])];
  if (!labels.every((label) => profile.categories.has(label))) return undefined;
  const at = startOf(ask.at, profile.timeZone);
  return labels.map((label) => ({ ask, label, at, profile }));
}
