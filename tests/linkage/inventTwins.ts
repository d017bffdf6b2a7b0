import type { LinkagePerson } from '@accord/linkage/LinkagePerson';
import { inventHouseholds } from '@accord/people/households';
import { givenNameOf } from '@accord/people/names';
import { createRandom } from '@accord/people/random';
import type { Truth } from '@accord/people/Truth';
import type { Extracts } from './inventExtracts.ts';

/**
 * Invents this many pairs of same-sex twins at one address. One agency knows the first twin, the other agency the second: they
 * are the same in everything but the given name, and nobody there is a better match.
 */
export function inventTwins({ seed, pairs }: Readonly<{ seed: number; pairs: number }>): Extracts {
  const random = createRandom(seed, 'twins');
  const some = random.shuffled(inventHouseholds(pairs, 1, seed, '2026-06-30'));
  const twinOf = (person: Truth): Truth => {
    for (;;) {
      const given = givenNameOf(person.tradition, person.sex, random);
      if (given !== person.given) return { ...person, given };
    }
  };
  return { a: some.map(recordOf), b: some.map(twinOf).map(recordOf), truth: [] };
}

const recordOf = ({ given, family, dateOfBirth, sex, place: { suburb, postcode } }: Truth): LinkagePerson => ({
  ...{ given, family, alsoKnownAs: [], dateOfBirth, dobAccuracy: null, sex, suburb, postcode },
});
