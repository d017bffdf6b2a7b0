import { type Authority, authorityOf, isOwnWord } from './authorityOf.ts';
import type { Consent, Person } from './Facts.ts';
import { hasBegun, startOf } from './instants.ts';

/**
 * True if `later` has replaced `earlier` by `at`. Both are consents about the same person.
 *
 * Consent rules, order 4. A replacement takes effect from its own beginning and is permanent: one that was withdrawn, ran out
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
  // If two name each other, it is unclear which is the later, so both stand; so does one that names itself.
  if ((earlier.supersedes ?? []).includes(later.id)) return false;
  if (authorityOfLater !== 'HELD' && authorityOfLater !== 'AUTHORITY_LAPSED') return false;
  if (person?.matureMinor === true && isOwnWord(earlier) && !isOwnWord(later)) return false;
  // INVARIANT: a child whose own yes opens nothing must not open anything by replacing what was said for them with a narrower
  // no.
  if (!isOwnWord(earlier) && !maySayYes(later, person, at, timeZone)) return false;
  if (!hasBegun(later.effective, at, timeZone)) return false;
  if (later.recordedAt === undefined || earlier.recordedAt === undefined) return true;
  return startOf(later.recordedAt, timeZone) >= startOf(earlier.recordedAt, timeZone);
}

function maySayYes(consent: Consent, person: Person | undefined, at: number, timeZone: string): boolean {
  return !isOwnWord(consent) || authorityOf({ ...consent, status: 'active' }, person, at, timeZone) === 'HELD';
}
