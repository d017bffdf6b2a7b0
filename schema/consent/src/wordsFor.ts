import type { Profile } from './Profile.ts';
import { ruleReasons } from './ruleReasons.ts';

const words: ReadonlyMap<string, string> = new Map(Object.entries(ruleReasons));

/**
 * Returns the reason in plain words, one sentence for each reason that was joined (`CONSENT+CISS`). A code that is no longer
 * known, from a profile once in force, is returned as it is.
 *
 * CAUTION: for the ledger and the client, never for the requester.
 */
export function wordsFor(reason: string, profile: Profile): readonly string[] {
  return reason.split('+').map((each) => words.get(each) ?? profile.reasons.get(each) ?? each);
}
