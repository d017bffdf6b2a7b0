import type { Consent, Giver, Person, ProxyListing } from './Facts.ts';
import { birthday, hasBegun, hasEnded } from './instants.ts';

/** From this birthday on a person speaks for themself, and no parent speaks for them. */
export const ADULT_AT_YEARS = 18;

/** Whether the giver may speak for the subject at that moment and, if not, why not. */
export type Authority = 'HELD' | 'AUTHORITY_LAPSED' | 'AUTHORITY_SCOPE' | 'AUTHORITY_INVALID';

// The most informative first: if someone is listed twice, the better listing counts.
const BEST_FIRST: readonly Authority[] = ['HELD', 'AUTHORITY_LAPSED', 'AUTHORITY_SCOPE', 'AUTHORITY_INVALID'];

/**
 * Returns the authority behind a consent at `at` (milliseconds since 1970).
 *
 * Consent rules, order 4: a parent's authority ends on the child's 18th birthday, a proxy who uses violence has none, and a
 * guardian's or attorney's has a period and a scope. Authority that the facts do not show is not held: an unlisted proxy, a
 * parent of someone without a date of birth, an appointment without a scope.
 */
export function authorityOf(consent: Consent, person: Person | undefined, at: number, timeZone: string): Authority {
  if (isOwnWord(consent)) return ownAuthority(consent, person, at, timeZone);
  const giver = consent.givenBy;
  if (giver === undefined || giver.capacity === 'self') return 'AUTHORITY_INVALID';
  return proxyAuthority(giver, person, at, timeZone);
}

/** True if the consent is the subject's own word. One that names no giver is. */
export function isOwnWord({ subject, givenBy }: Consent): boolean {
  return givenBy === undefined || (givenBy.capacity === 'self' && givenBy.person === subject);
}

/** A child who is not yet a mature minor can say no, but not open anything alone. */
function ownAuthority(consent: Consent, person: Person | undefined, at: number, timeZone: string): Authority {
  if (consent.status === 'refused' || person?.dob === undefined || person.matureMinor === true) return 'HELD';
  return at >= birthday(person.dob, ADULT_AT_YEARS, timeZone) ? 'HELD' : 'AUTHORITY_INVALID';
}

function proxyAuthority(giver: Giver, person: Person | undefined, at: number, timeZone: string): Authority {
  const listings = (person?.proxies ?? []).filter((proxy) => proxy.person === giver.person);
  if (listings.some((proxy) => proxy.personUsingViolence === true)) return 'AUTHORITY_INVALID';
  const found = listings
    .filter((proxy) => proxy.capacity === giver.capacity)
    .map((proxy) => listedAuthority(proxy, person?.dob, at, timeZone));
  return BEST_FIRST.find((each) => found.includes(each)) ?? 'AUTHORITY_INVALID';
}

function listedAuthority(proxy: ProxyListing, dob: string | undefined, at: number, timeZone: string): Authority {
  const { period = {} } = proxy;
  if (hasEnded(period, at, timeZone)) return 'AUTHORITY_LAPSED';
  switch (proxy.capacity) {
    case 'parent':
      if (dob === undefined) return 'AUTHORITY_INVALID';
      if (at >= birthday(dob, ADULT_AT_YEARS, timeZone)) return 'AUTHORITY_LAPSED';
      break;
    case 'guardian':
    case 'attorney':
      if (!(proxy.scope ?? []).includes('information')) return 'AUTHORITY_SCOPE';
      break;
    default:
      return proxy.capacity satisfies never;
  }
  return hasBegun(period, at, timeZone) ? 'HELD' : 'AUTHORITY_INVALID';
}
