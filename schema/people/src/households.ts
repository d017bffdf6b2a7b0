import { addDays, ageOn } from './calendar.ts';
import type { Day, Place } from './InventedPerson.ts';
import type { NamingTradition } from './NamingTradition.ts';
import { familyNameOf, givenNameOf, traditionOf } from './names.ts';
import { phoneOf, placeOf } from './places.ts';
import { createRandom, type Random } from './random.ts';
import type { Truth, ViolenceStory } from './Truth.ts';

type Kind = 'ALONE' | 'COUPLE' | 'COUPLE_WITH_CHILDREN' | 'LONE_PARENT' | 'SIBLINGS' | 'GROWN_CHILD';
type Sex = Truth['sex'];
/** A person before they are numbered and placed; `apart` lives elsewhere though counted in the household. */
type Member = Readonly<{
  given: string;
  family: string;
  formerFamily?: string;
  dateOfBirth: Day;
  sex: Sex;
  part: 'ADULT' | 'CHILD' | 'OLDER';
  apart?: boolean;
  violence?: Omit<ViolenceStory, 'usedBy'>;
}>;

const kinds: readonly (readonly [Kind, number])[] = [
  ['ALONE', 46],
  ['COUPLE', 12],
  ['COUPLE_WITH_CHILDREN', 12],
  ['LONE_PARENT', 20],
  ['SIBLINGS', 5],
  ['GROWN_CHILD', 5],
];

/** How often a household of the kind lives with family violence now. Clients of services, not the population. */
const violence: Readonly<Record<Kind, number>> = {
  ALONE: 0.16,
  COUPLE: 0.32,
  COUPLE_WITH_CHILDREN: 0.34,
  LONE_PARENT: 0.36,
  SIBLINGS: 0.12,
  GROWN_CHILD: 0.3,
};

const NAMESAKES = 0.015;

/** So many people, in households, numbered from `first`. The last household is cut short where it does not fit. */
export function inventHouseholds(count: number, first: number, seed: number, asOf: Day): readonly Truth[] {
  const random = createRandom(seed, 'households');
  const people: Truth[] = [];
  for (let number = first; people.length < count; number += 1) {
    const household = `h${String(number).padStart(5, '0')}`;
    const kind = random.weighted(kinds);
    const tradition = traditionOf(random);
    const members = withNamesake(membersOf(kind, tradition, asOf, random), people, random);
    const placed = settle(members, { household, tradition, firstId: first + people.length }, random);
    people.push(...placed.slice(0, count - people.length));
  }
  return people;
}

function membersOf(kind: Kind, tradition: NamingTradition, asOf: Day, random: Random): readonly Member[] {
  const family = familyNameOf(tradition, random);
  const troubled = random.chance(violence[kind]);
  switch (kind) {
    case 'ALONE': {
      const sex = sexOf(random, 0.52);
      const one = adult(tradition, family, sex, random.int(18, 84), asOf, random);
      return [troubled ? { ...one, violence: storyOf(sex, sex === '1' ? 0.45 : 0.08, 'ex-partner', random) } : one];
    }
    case 'COUPLE':
      return coupleOf(tradition, family, troubled, random.int(20, 74), asOf, random);
    case 'COUPLE_WITH_CHILDREN': {
      const age = random.int(22, 46);
      const couple = coupleOf(tradition, family, troubled, age, asOf, random);
      return [...couple, ...childrenOf(tradition, family, age, troubled, asOf, random)];
    }
    case 'LONE_PARENT':
      return loneParentOf(tradition, family, troubled, asOf, random);
    case 'SIBLINGS': {
      const age = random.int(18, 40);
      const eldest = adult(tradition, family, sexOf(random, 0.5), age, asOf, random);
      const other = adult(tradition, family, sexOf(random, 0.5), Math.max(18, age - random.int(1, 7)), asOf, random);
      if (!troubled) return [eldest, other];
      return [
        {
          ...eldest,
          violence: { part: 'USING', other: other.sex === '1' ? 'brother' : 'sister', otherSex: plain(other.sex) },
        },
        {
          ...other,
          violence: {
            part: 'EXPERIENCING',
            other: eldest.sex === '1' ? 'brother' : 'sister',
            otherSex: plain(eldest.sex),
          },
        },
      ];
    }
    case 'GROWN_CHILD': {
      const age = random.int(62, 88);
      const older: Member = { ...adult(tradition, family, sexOf(random, 0.65), age, asOf, random), part: 'OLDER' };
      const grown = adult(tradition, family, sexOf(random, 0.3), age - random.int(22, 36), asOf, random);
      if (!troubled) return [older, grown];
      return [
        {
          ...older,
          violence: {
            part: 'EXPERIENCING',
            other: grown.sex === '1' ? 'adult son' : 'adult daughter',
            otherSex: plain(grown.sex),
          },
        },
        {
          ...grown,
          violence: { part: 'USING', other: older.sex === '1' ? 'father' : 'mother', otherSex: plain(older.sex) },
        },
      ];
    }
    default:
      return kind satisfies never;
  }
}

function coupleOf(
  tradition: NamingTradition,
  family: string,
  troubled: boolean,
  age: number,
  asOf: Day,
  random: Random,
): readonly Member[] {
  const sameSex = random.chance(0.05);
  const one = adult(tradition, family, '2', age, asOf, random);
  // Vietnamese and Chinese women keep their family's name; elsewhere about a third of couples carry two names.
  const ownName = tradition.swaps > 0.1 || random.chance(0.35);
  const born = familyNameOf(tradition, random);
  const other = adult(tradition, ownName ? born : family, sameSex ? '2' : '1', age + random.int(-3, 8), asOf, random);
  const first: Member = ownName ? one : { ...one, formerFamily: born };
  if (!troubled) return [first, other];
  const married = random.chance(0.5);
  const [wife, husband] = married ? ['wife', sameSex ? 'wife' : 'husband'] : ['partner', 'partner'];
  const experiencing: Member = {
    ...first,
    violence: { part: 'EXPERIENCING', other: husband ?? 'partner', otherSex: plain(other.sex) },
  };
  const using: Member = { ...other, violence: { part: 'USING', other: wife ?? 'partner', otherSex: '2' } };
  // Men experience it too: one couple in ten the other way round.
  if (!random.chance(0.1)) return [experiencing, using];
  return [
    { ...first, violence: { part: 'USING', other: husband ?? 'partner', otherSex: plain(other.sex) } },
    { ...other, violence: { part: 'EXPERIENCING', other: wife ?? 'partner', otherSex: '2' } },
  ];
}

function loneParentOf(
  tradition: NamingTradition,
  family: string,
  troubled: boolean,
  asOf: Day,
  random: Random,
): readonly Member[] {
  const age = random.int(19, 48);
  const sex: Sex = random.chance(0.86) ? '2' : '1';
  const other = sex === '1' ? 'ex-wife' : random.pick(['ex-partner', 'ex-husband', 'ex-partner']);
  const parent = adult(tradition, family, sex, age, asOf, random);
  const children = childrenOf(tradition, family, age, troubled, asOf, random);
  if (!troubled) return [parent, ...children];
  const left: Member = { ...parent, violence: { part: 'EXPERIENCING', other, otherSex: sex === '1' ? '2' : '1' } };
  if (!random.chance(0.4)) return [left, ...children];
  const former = adult(
    tradition,
    familyNameOf(tradition, random),
    sex === '1' ? '2' : '1',
    age + random.int(0, 9),
    asOf,
    random,
  );
  const gone: Member = {
    ...former,
    apart: true,
    violence: { part: 'USING', other: 'ex-partner', otherSex: plain(sex) },
  };
  return [left, ...children, gone];
}

function childrenOf(
  tradition: NamingTradition,
  family: string,
  parentAge: number,
  troubled: boolean,
  asOf: Day,
  random: Random,
): readonly Member[] {
  const eldest = Math.min(17, parentAge - 18);
  const births: Day[] = [];
  for (
    let number = random.weighted([
      [1, 5],
      [2, 4],
      [3, 2],
      [4, 1],
    ]);
    number > 0;
    number -= 1
  ) {
    const previous = births.at(-1);
    const twin = previous !== undefined && random.chance(0.06);
    births.push(twin ? previous : bornAt(random.int(0, Math.max(0, eldest)), asOf, random));
  }
  return births.map((dateOfBirth) => {
    const sex = sexOf(random, 0.5);
    const child: Member = { given: givenNameOf(tradition, sex, random), family, dateOfBirth, sex, part: 'CHILD' };
    const witness = troubled && random.chance(0.7);
    return witness ? { ...child, violence: { part: 'EXPERIENCING', other: 'father', otherSex: '1' } } : child;
  });
}

function adult(tradition: NamingTradition, family: string, sex: Sex, age: number, asOf: Day, random: Random): Member {
  const person = { given: givenNameOf(tradition, sex, random), family, dateOfBirth: bornAt(age, asOf, random), sex };
  const renamed = sex === '2' && random.chance(0.12);
  return renamed
    ? { ...person, part: 'ADULT', formerFamily: familyNameOf(tradition, random) }
    : { ...person, part: 'ADULT' };
}

function storyOf(sex: Sex, using: number, other: string, random: Random): Omit<ViolenceStory, 'usedBy'> {
  const part = random.chance(using) ? 'USING' : 'EXPERIENCING';
  return { part, other, otherSex: sex === '1' ? '2' : '1' };
}

/** Some people share given and family name with someone unrelated: the matcher must not take a name for a person. */
function withNamesake(members: readonly Member[], known: readonly Truth[], random: Random): readonly Member[] {
  const [only] = members;
  if (only === undefined || members.length > 1 || known.length < 20 || !random.chance(NAMESAKES * 2.2)) return members;
  const { given, family, sex } = random.pick(known);
  return sex === only.sex ? [{ ...only, given, family }] : members;
}

function settle(
  members: readonly Member[],
  { household, tradition, firstId }: Readonly<{ household: string; tradition: NamingTradition; firstId: number }>,
  random: Random,
): readonly Truth[] {
  const home = placeOf(random);
  const phone = phoneOf(random);
  const idOf = (index: number): string => `p${String(firstId + index).padStart(5, '0')}`;
  const usingIndex = members.findIndex((one) => one.violence?.part === 'USING');
  const parentIndex = members.findIndex((one) => one.part === 'ADULT' && one.violence?.part !== 'USING');
  return members.map((member, index): Truth => {
    const { given, family, dateOfBirth, sex, formerFamily, violence: story } = member;
    const place: Place = member.apart ? placeOf(random) : home;
    const used = story?.part === 'EXPERIENCING' && usingIndex >= 0 ? { ...story, usedBy: idOf(usingIndex) } : story;
    return {
      id: idOf(index),
      household,
      given,
      family,
      dateOfBirth,
      sex,
      tradition,
      place,
      phone: member.part === 'CHILD' || random.chance(0.25) ? phone : phoneOf(random),
      ...(formerFamily === undefined || formerFamily === family ? {} : { formerFamily }),
      ...(used === undefined ? {} : { violence: used }),
      ...(member.part === 'CHILD' && parentIndex >= 0 ? { parent: idOf(parentIndex) } : {}),
    };
  });
}

function bornAt(age: number, asOf: Day, random: Random): Day {
  const birthday = addDays(asOf, -Math.floor(age * 365.2425) - random.int(1, 364));
  // Leap years: never a day younger than asked.
  return ageOn(birthday, asOf) >= age ? birthday : addDays(birthday, -1);
}

function sexOf(random: Random, women: number): Sex {
  if (random.chance(0.012)) return '3';
  return random.chance(women) ? '2' : '1';
}

/** The sex whose pronoun a worker wrote about the other person; where it is neither, the note says "she". */
function plain(sex: Sex): '1' | '2' {
  return sex === '1' ? '1' : '2';
}
