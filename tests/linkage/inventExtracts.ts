import type { LinkagePerson } from '@accord/linkage/LinkagePerson';
import { inventHouseholds } from '@accord/people/households';
import type { Place, Spelling } from '@accord/people/InventedPerson';
import { misspell } from '@accord/people/misspell';
import { placeOf } from '@accord/people/places';
import { createRandom, type Random } from '@accord/people/random';
import type { Truth } from '@accord/people/Truth';

export type Extracts = Readonly<{
  a: readonly LinkagePerson[];
  b: readonly LinkagePerson[];
  /** Positions in `a` and `b` of records that belong to one person. */
  truth: readonly (readonly [number, number])[];
}>;

/** How often details differ between two agencies: shares of the people, or of the records. */
export type Habits = Readonly<{
  /** People whose spelling, date or sex differs between the two (`misspell`: one difference, sometimes two). */
  misspelt: number;
  /** People whose address differs, because they moved between the two intakes. */
  moved: number;
  /** Records without an address, without a date of birth, without sex, with one name only. */
  withoutPlace: number;
  withoutDate: number;
  withoutSex: number;
  withoutName: number;
  /** Whether an agency says which dates are estimates and which other names it knows. */
  saysAccuracy: boolean;
  saysOtherNames: boolean;
}>;

/** The usual case: two in five of the people known to both are spelt differently, as in the demonstration. */
export const usual: Habits = {
  ...{ misspelt: 0.4, moved: 0.2, withoutPlace: 0.06, withoutDate: 0.02, withoutSex: 0.03, withoutName: 0.005 },
  ...{ saysAccuracy: false, saysOtherNames: false },
};

/** Extracts in which everybody's details are the same. */
export const clean: Habits = {
  ...usual,
  ...{ misspelt: 0, moved: 0, withoutPlace: 0, withoutDate: 0, withoutSex: 0, withoutName: 0 },
};

const asOf = '2026-06-30';
/** The share of households with a child in which a child has a parent's name. */
const NAMED_AFTER = 0.05;

/**
 * What two agencies would extract from their systems about this many invented people, of whom they share a part: households
 * with twins, and with children who have a parent's name. The same arguments give the same people.
 */
export function inventExtracts(
  { seed, people, shared }: Readonly<{ seed: number; people: number; shared: number }>,
  habits: Habits,
): Extracts {
  const random = createRandom(seed, 'extracts');
  const known = random.shuffled(withNamesakes(inventHouseholds(people, 1, seed, asOf), random)).map((person, at) => ({
    person,
    // The first people, this many, are known to both; the others to one of the two alternately.
    where: at < people * shared ? 'ab' : at % 2 === 0 ? 'a' : 'b',
  }));
  const filed = known.map(({ person, where }) => ({ where, ...filedOf(person, habits, random) }));
  const listed = (agency: 'a' | 'b') => random.shuffled(filed.filter(({ where }) => where.includes(agency)));
  const [a, b] = [listed('a'), listed('b')];
  const placeInB = new Map(b.map((one, place) => [one, place]));
  const truth = a.flatMap((one, place) => {
    const other = placeInB.get(one);
    return other === undefined ? [] : [[place, other] as const];
  });
  return { a: a.map((one) => one.atA), b: b.map((one) => one.atB), truth };
}

/** Gives some children the name of their parent of the same sex: one name at one address, a generation apart. */
function withNamesakes(people: readonly Truth[], random: Random): readonly Truth[] {
  const parents = new Map(people.map((person) => [person.id, person]));
  const taken = new Set<string>();
  return people.map((person) => {
    const parent = person.parent === undefined ? undefined : parents.get(person.parent);
    if (parent === undefined || parent.sex !== person.sex || taken.has(parent.id) || !random.chance(NAMED_AFTER * 2))
      return person;
    taken.add(parent.id);
    return { ...person, given: parent.given, family: parent.family };
  });
}

function filedOf(person: Truth, habits: Habits, random: Random): Readonly<{ atA: LinkagePerson; atB: LinkagePerson }> {
  const { given, family, dateOfBirth, sex } = person;
  const right: Spelling = { given, family, dateOfBirth, dateAccuracy: 'EXACT', sex };
  const spellings = [right, right];
  if (random.chance(habits.misspelt)) {
    const odd = random.int(0, 1);
    spellings[odd] = misspell(right, person, random);
    if (random.chance(0.15)) spellings[1 - odd] = misspell(right, person, random);
  }
  const places = [person.place, random.chance(habits.moved) ? placeOf(random) : person.place];
  const [atA, atB] = spellings.map((spelling, at) => recordOf(spelling, places[at] ?? person.place, habits, random));
  if (atA === undefined || atB === undefined) throw new RangeError('Two records were asked for.');
  return { atA, atB };
}

const accuracies = { EXACT: 'AAA', ESTIMATED: 'EEE', UNKNOWN: 'UUU' } as const;

function recordOf(spelling: Spelling, { suburb, postcode }: Place, habits: Habits, random: Random): LinkagePerson {
  const place = random.chance(habits.withoutPlace) ? { suburb: null, postcode: null } : { suburb, postcode };
  const nameless = random.chance(habits.withoutName) ? random.pick(['given', 'family'] as const) : null;
  const { alias } = spelling;
  return {
    given: nameless === 'given' ? null : spelling.given,
    family: nameless === 'family' ? null : spelling.family,
    alsoKnownAs: habits.saysOtherNames && alias !== undefined ? [alias] : [],
    dateOfBirth: random.chance(habits.withoutDate) ? null : spelling.dateOfBirth,
    dobAccuracy: habits.saysAccuracy ? accuracies[spelling.dateAccuracy] : null,
    sex: spelling.sex === '9' || random.chance(habits.withoutSex) ? null : spelling.sex,
    ...place,
  };
}
