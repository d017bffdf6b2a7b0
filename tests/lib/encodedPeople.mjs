// Invented people as several agencies might encode them, for tests and measurements of the matcher: the same seed gives the
// same filters. Nobody real is meant.
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { encodeClient } from '@accord/linkage/encodeClient';
import { inventHouseholds } from '@accord/people/households';
import { misspell } from '@accord/people/misspell';
import { givenNameOf } from '@accord/people/names';
import { placeOf } from '@accord/people/places';
import { createRandom } from '@accord/people/random';

const secret = Uint8Array.from({ length: 32 }, (_, index) => (index * 11 + 5) % 256);
const accuracies = { EXACT: 'AAA', ESTIMATED: 'EEA', UNKNOWN: 'UUU' };

/**
 * Invents people in households, and the ways in which each of them, or somebody similar, comes to be encoded.
 * @param {number} count
 * @param {number} seed
 */
export function encodedPeople(count, seed) {
  const people = inventHouseholds(count, 1, seed, '2026-07-01');
  const random = createRandom(seed, 'encodings');
  const right = ({ given, family, dateOfBirth, sex }) => ({ given, family, dateOfBirth, dateAccuracy: 'EXACT', sex });
  return {
    people,
    /** Encoded with the true details. */
    asTrue: (person) => encode(right(person), person.place),
    /** Spelt correctly, at another address. */
    moved: (person) => encode(right(person), placeOf(random)),
    /** With typical intake errors; three in ten have moved and one in ten gave no address. */
    misspelt: (person) => {
      const drawn = random.next();
      const place = drawn < 0.3 ? placeOf(random) : drawn < 0.4 ? null : person.place;
      return encode(misspell(right(person), person, random), place);
    },
    /** With a second name on file: the former family name, or a given name known only elsewhere. */
    withFormerName: (person, formerFamily) =>
      encode(right(person), person.place, [{ given: null, family: formerFamily }]),
    underName: (person, family) => encode({ ...right(person), family }, person.place),
    /** Another person: a twin, of the same sex or not. */
    twin: (person, sex = person.sex) => {
      let given = person.given;
      for (let tries = 0; given === person.given && tries < 50; tries += 1)
        given = givenNameOf(person.tradition, sex, random);
      return encode({ ...right(person), given, sex }, person.place);
    },
    /** Another person: a parent or child with the same name at the same address. */
    namesakeAtHome: (person) => {
      const year = Number(person.dateOfBirth.slice(0, 4)) - 28;
      const day = [random.int(1, 12), random.int(1, 28)].map((part) => String(part).padStart(2, '0'));
      return encode({ ...right(person), dateOfBirth: `${year}-${day.join('-')}` }, person.place);
    },
  };
}

function encode(spelling, place, alsoKnownAs = []) {
  const { given, family, dateOfBirth, dateAccuracy, sex } = spelling;
  const dobAccuracy = accuracies[dateAccuracy];
  const { suburb = null, postcode = null } = place ?? {};
  const person = { given, family, alsoKnownAs, dateOfBirth, dobAccuracy, sex, suburb, postcode };
  return { ...encodeClient(person, secret, defaultSchema), dobAccuracy, sexCode: sex };
}
