import type { Profile } from './Profile.ts';
import { ruleReasons } from './ruleReasons.ts';

const words: ReadonlyMap<string, string> = new Map(Object.entries(ruleReasons));

/**
 * Why, in plain words, one sentence for each reason that was joined (`CONSENT+CISS`). For the ledger and the client, never for
 * the requester. A reason nobody knows, of a profile that was in force earlier, stands for itself.
 */
export function wordsFor(reason: string, profile: Profile): readonly string[] {
  return reason.split('+').map((each) => words.get(each) ?? profile.reasons.get(each) ?? each);
}
