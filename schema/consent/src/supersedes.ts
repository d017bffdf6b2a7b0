import { type Authority, authorityOf, isOwnWord } from './authorityOf.ts';
import type { Consent, Person } from './Facts.ts';
import { hasBegun, startOf } from './instants.ts';

/**
 * Whether `later` has taken the place of `earlier` by `at`. Both are consents about the same person.
 *
 * Consent rules, order 4. It does so from its own beginning on, and for good: a replacement that was withdrawn, ran out
 * or lost its authority does not revive what it replaced. One that never had authority replaces nothing.
 *
 * `authorityOfLater` is its authority now; lapsed means that it once had it.
 */
export function supersedes(
  later: Consent,
  earlier: Consent,
  authorityOfLater: Authority,
  person: Person | undefined,
  at: number,
  timeZone: string,
): boolean {
  if (!(later.supersedes ?? []).includes(earlier.id)) return false;
  // Two that name each other leave it open which is the later, so both stand; as does one that names itself.
  if ((earlier.supersedes ?? []).includes(later.id)) return false;
  if (authorityOfLater !== 'HELD' && authorityOfLater !== 'AUTHORITY_LAPSED') return false;
  if (person?.matureMinor === true && isOwnWord(earlier) && !isOwnWord(later)) return false;
  // INVARIANT: a child whose own yes opens nothing opens nothing by a narrower no either, in the place of what was said for them.
  if (!isOwnWord(earlier) && !maySayYes(later, person, at, timeZone)) return false;
  if (!hasBegun(later.effective, at, timeZone)) return false;
  if (later.recordedAt === undefined || earlier.recordedAt === undefined) return true;
  return startOf(later.recordedAt, timeZone) >= startOf(earlier.recordedAt, timeZone);
}

function maySayYes(consent: Consent, person: Person | undefined, at: number, timeZone: string): boolean {
  return !isOwnWord(consent) || authorityOf({ ...consent, status: 'active' }, person, at, timeZone) === 'HELD';
}
