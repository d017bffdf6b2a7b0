import type { LinkagePerson } from './LinkagePerson.ts';
import { knownNames, knownPlace } from './placeholderNames.ts';

/**
 * What is known of a person: placeholders are null, and a 1 January counts as an estimate in its day and month (`mayBeGuess`). Whoever
 * encodes people as they are on file encodes this.
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
 * Whether a date of birth may be a guess though nobody says so: on 1 January are born, on paper, all of whom the year alone is known, such
 * as most people who fled. Two of one common name and year would be one person.
 */
export const mayBeGuess = (dateOfBirth: string | null): boolean => dateOfBirth?.endsWith('-01-01') ?? false;
