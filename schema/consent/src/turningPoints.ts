import { ADULT_AT_YEARS } from './authorityOf.ts';
import type { Consent, Facts, Person, Rule } from './Facts.ts';
import { birthday, endOf, type Span, startOf } from './instants.ts';

/**
 * Every instant, in milliseconds since 1970, at which an answer about these facts may become another by the clock alone: of a
 * consent, of a rule in it, of a legal basis, of a proxy, an 18th birthday. In no order, some of them twice.
 *
 * Between two neighbouring ones every answer to everybody stays as it is: what was decided after the one holds until the other.
 */
export function* turningPoints({ consents, bases, people }: Facts, timeZone: string): Iterable<number> {
  for (const { period } of bases ?? []) yield* edgesOf(period, timeZone);
  for (const consent of consents ?? []) yield* turningPointsOf(consent, timeZone);
  for (const person of Object.values(people ?? {})) {
    yield* adulthoodOf(person, timeZone);
    for (const { period } of person.proxies ?? []) if (period !== undefined) yield* edgesOf(period, timeZone);
  }
}

/** Those of a consent and of the rules in it. */
export function* turningPointsOf({ effective, withdrawnAt, rule }: Consent, timeZone: string): Iterable<number> {
  yield* edgesOf(effective, timeZone);
  if (withdrawnAt !== undefined) yield startOf(withdrawnAt, timeZone);
  yield* edgesIn(rule, timeZone);
}

/** That from which a person speaks for themselves; none where their birth is not known. */
export function* adulthoodOf({ dob }: Person, timeZone: string): Iterable<number> {
  if (dob !== undefined) yield birthday(dob, ADULT_AT_YEARS, timeZone);
}

/** Where a span begins and where it is over. */
export function* edgesOf({ from, to }: Span, timeZone: string): Iterable<number> {
  if (from !== undefined) yield startOf(from, timeZone);
  if (to !== undefined) yield endOf(to, timeZone);
}

function* edgesIn({ period, except }: Rule, timeZone: string): Iterable<number> {
  if (period !== undefined) yield* edgesOf(period, timeZone);
  for (const exception of except ?? []) yield* edgesIn(exception, timeZone);
}
