import type { LinkagePerson } from './LinkagePerson.ts';
import { knownNames, knownPlace } from './placeholderNames.ts';

/**
 * Returns what is known about a person: placeholders become null, and a 1 January counts as an estimate in its day and month
 * (`mayBeGuess`). Code that encodes people as they are on file must encode this.
 */
export function knownOf(person: LinkagePerson): LinkagePerson {
  const { alsoKnownAs, dateOfBirth, dobAccuracy } = person;
  return {
    ...knownNames(person),
    ...knownPlace(person),
    alsoKnownAs: alsoKnownAs.map(knownNames),
    dobAccuracy: (dobAccuracy ?? 'AAA') === 'AAA' && mayBeGuess(dateOfBirth) ? 'EEA' : dobAccuracy,
  };
}

/**
 * True if a date of birth may be a guess although nothing says so. People whose year of birth alone is known, such as most
 * people who fled, are recorded as born on 1 January. Two people with the same common name and year would become one.
 */
export const mayBeGuess = (dateOfBirth: string | null): boolean => dateOfBirth?.endsWith('-01-01') ?? false;
