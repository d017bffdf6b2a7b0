import { ADULT_AT_YEARS } from './authorityOf.ts';
import type { Consent, Facts, Person, Rule } from './Facts.ts';
import { birthday, endOf, type Span, startOf } from './instants.ts';

/**
 * Yields every instant, in milliseconds since 1970, at which the clock alone may change an answer about these facts: from a
 * consent, a rule in it, a legal basis, a proxy, or an 18th birthday. In no particular order, and some more than once.
 *
 * Between two neighbouring instants every answer to everyone stays the same, so an answer decided after one holds until the
 * next.
 */
export function* turningPoints({ consents, bases, people }: Facts, timeZone: string): Iterable<number> {
  for (const { period } of bases ?? []) yield* edgesOf(period, timeZone);
  for (const consent of consents ?? []) yield* turningPointsOf(consent, timeZone);
  for (const person of Object.values(people ?? {})) {
    yield* adulthoodOf(person, timeZone);
    for (const { period } of person.proxies ?? []) if (period !== undefined) yield* edgesOf(period, timeZone);
  }
}

/** Yields the turning points of a consent and of the rules in it. */
export function* turningPointsOf({ effective, withdrawnAt, rule }: Consent, timeZone: string): Iterable<number> {
  yield* edgesOf(effective, timeZone);
  if (withdrawnAt !== undefined) yield startOf(withdrawnAt, timeZone);
  yield* edgesIn(rule, timeZone);
}

/** Yields the birthday from which a person speaks for themself; nothing if their date of birth is not known. */
export function* adulthoodOf({ dob }: Person, timeZone: string): Iterable<number> {
  if (dob !== undefined) yield birthday(dob, ADULT_AT_YEARS, timeZone);
}

/** Yields when a span begins and when it is over. */
export function* edgesOf({ from, to }: Span, timeZone: string): Iterable<number> {
  if (from !== undefined) yield startOf(from, timeZone);
  if (to !== undefined) yield endOf(to, timeZone);
}

function* edgesIn({ period, except }: Rule, timeZone: string): Iterable<number> {
  if (period !== undefined) yield* edgesOf(period, timeZone);
  for (const exception of except ?? []) yield* edgesIn(exception, timeZone);
}
