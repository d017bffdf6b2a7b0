import type { Ask } from './Ask.ts';
import { answerTo, groundOf } from './answerTo.ts';
import type { Decision } from './Decision.ts';
import type { Facts } from './Facts.ts';
import { nextChange } from './nextChange.ts';
import type { Profile } from './Profile.ts';

/**
 * Decides whether this may be released, and until when the answer holds: one ask, answered from the facts and the profile's
 * law, in a fixed order (`answerTo`).
 *
 * Pure: the clock is `ask.at`, and the same arguments give the same answer, in whatever order the facts are. What is absent or
 * unknown is denied. Every denial has a reason and every permit names the facts it rests on.
 *
 * Facts, ask and profile must already be parsed (`parseFacts`, `parseAsk`, `parseProfile`): a text that is not a date throws a
 * RangeError. Cost: O(facts given + rules of these people's consents), so pass only the facts about the people asked about. If
 * one requester asks many things about the same people, `compile` is faster.
 */
export function decide(facts: Facts, ask: Ask, profile: Profile): Decision {
  const next = nextChange(facts, ask, profile);
  const answer = answerTo(groundOf(facts, ask.at, profile), ask, profile);
  return next === undefined ? answer : { ...answer, validUntil: new Date(next).toISOString() };
}
