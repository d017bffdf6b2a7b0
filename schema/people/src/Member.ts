import { addDays, ageOn } from './calendar.ts';
import type { Day } from './InventedPerson.ts';
import type { NamingTradition } from './NamingTradition.ts';
import { familyNameOf, givenNameOf } from './names.ts';
import type { Random } from './random.ts';
import type { Truth, ViolenceStory } from './Truth.ts';

export type Sex = Truth['sex'];

/** A person in a household, before being numbered and given an address. */
export type Member = Readonly<{
  given: string;
  family: string;
  formerFamily?: string;
  dateOfBirth: Day;
  sex: Sex;
  part: 'ADULT' | 'CHILD';
  /** Counted in the household although they live elsewhere. */
  apart?: boolean;
  violence?: Omit<ViolenceStory, 'usedBy'>;
}>;

/** What the people of one household have in common while they are being invented. */
export type Setting = Readonly<{ tradition: NamingTradition; family: string; asOf: Day; random: Random }>;

export function adultOf({ tradition, family, asOf, random }: Setting, sex: Sex, age: number): Member {
  const given = givenNameOf(tradition, sex, random);
  const person: Member = { given, family, dateOfBirth: bornAt(age, asOf, random), sex, part: 'ADULT' };
  const renamed = sex === '2' && random.chance(0.12);
  return renamed ? { ...person, formerFamily: familyNameOf(tradition, random) } : person;
}

/** Returns the children of a parent of that age: no two with the same name, and occasionally twins. */
export function childrenOf({ tradition, family, asOf, random }: Setting, parentAge: number): readonly Member[] {
  const eldest = Math.max(1, Math.min(17, parentAge - 18));
  const children = new Map<string, Member>();
  const wanted = random.weighted([
    [1, 5],
    [2, 4],
    [3, 2],
    [4, 1],
  ]);
  let previous: Day | undefined;
  while (children.size < wanted) {
    const sex = sexOf(random, 0.5);
    const given = givenNameOf(tradition, sex, random);
    if (children.has(given)) continue;
    const twin: boolean = previous !== undefined && random.chance(0.08);
    const dateOfBirth: Day = twin && previous !== undefined ? previous : bornAt(random.int(1, eldest), asOf, random);
    children.set(given, { given, family, dateOfBirth, sex, part: 'CHILD' });
    previous = dateOfBirth;
  }
  return [...children.values()];
}

/** One person in eighty uses another term. `women` is the share of women among the others. */
export function sexOf(random: Random, women: number): Sex {
  if (random.chance(0.012)) return '3';
  return random.chance(women) ? '2' : '1';
}

function bornAt(age: number, asOf: Day, random: Random): Day {
  const birthday = addDays(asOf, -Math.floor(age * 365.2425) - random.int(1, 364));
  // Because of leap days, the birthday can fall a day too late.
  return ageOn(birthday, asOf) >= age ? birthday : addDays(birthday, -1);
}
