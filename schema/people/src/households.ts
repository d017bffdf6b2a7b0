import type { Day } from './InventedPerson.ts';
import type { Member } from './Member.ts';
import { type HouseholdKind, membersOf } from './membersOf.ts';
import type { NamingTradition } from './NamingTradition.ts';
import { familyNameOf, traditionOf } from './names.ts';
import { phoneOf, placeOf } from './places.ts';
import { createRandom, type Random } from './random.ts';
import type { Truth } from './Truth.ts';

const kinds: readonly (readonly [HouseholdKind, number])[] = [
  ['ALONE', 46],
  ['COUPLE', 12],
  ['COUPLE_WITH_CHILDREN', 12],
  ['LONE_PARENT', 20],
  ['SIBLINGS', 5],
  ['GROWN_CHILD', 5],
];

/** Share of people living alone who have the same given and family name as someone unrelated. */
const NAMESAKES = 0.05;

/** Returns this many people, in households numbered from `first`. The last household is cut short if it does not fit. */
export function inventHouseholds(count: number, first: number, seed: number, asOf: Day): readonly Truth[] {
  const random = createRandom(seed, 'households');
  const people: Truth[] = [];
  for (let number = first; people.length < count; number += 1) {
    const household = `h${String(number).padStart(5, '0')}`;
    const tradition = traditionOf(random);
    const setting = { tradition, family: familyNameOf(tradition, random), asOf, random };
    const members = withNamesake(membersOf(random.weighted(kinds), setting), people, random);
    const fitting = members.slice(0, count - people.length);
    people.push(...settle(fitting, { household, tradition, firstId: first + people.length }, random));
  }
  return people;
}

/** Namesakes, because the matcher must not take a name for a person. */
function withNamesake(members: readonly Member[], known: readonly Truth[], random: Random): readonly Member[] {
  const [only] = members;
  if (only === undefined || members.length > 1 || known.length === 0 || !random.chance(NAMESAKES)) return members;
  const { given, family, sex } = random.pick(known);
  return sex === only.sex ? [{ ...only, given, family }] : members;
}

type Address = Readonly<{ household: string; tradition: NamingTradition; firstId: number }>;

function settle(
  members: readonly Member[],
  { household, tradition, firstId }: Address,
  random: Random,
): readonly Truth[] {
  const home = placeOf(random);
  const phone = phoneOf(random);
  const idOf = (index: number): string => `p${String(firstId + index).padStart(5, '0')}`;
  const using = members.findIndex((one) => one.violence?.part === 'USING');
  const parent = members.findIndex((one) => one.part === 'ADULT' && one.violence?.part !== 'USING');
  const hasChildren = members.some((one) => one.part === 'CHILD');
  return members.map(({ part, apart, violence, formerFamily, ...person }, index): Truth => {
    const usedBy = violence?.part === 'EXPERIENCING' && using >= 0 ? { usedBy: idOf(using) } : {};
    return {
      id: idOf(index),
      household,
      ...person,
      tradition,
      place: apart ? placeOf(random) : home,
      phone: part === 'CHILD' || random.chance(0.25) ? phone : phoneOf(random),
      hasChildren: hasChildren && part === 'ADULT',
      ...(formerFamily === undefined || formerFamily === person.family ? {} : { formerFamily }),
      ...(violence === undefined ? {} : { violence: { ...violence, ...usedBy } }),
      ...(part === 'CHILD' && parent >= 0 ? { parent: idOf(parent) } : {}),
    };
  });
}
