import { adultOf, childrenOf, type Member, type Setting, sexOf } from './Member.ts';
import { familyNameOf } from './names.ts';
import { violenceApart, violenceBetween, witnessing } from './violenceBetween.ts';

export type HouseholdKind = 'ALONE' | 'COUPLE' | 'COUPLE_WITH_CHILDREN' | 'LONE_PARENT' | 'SIBLINGS' | 'GROWN_CHILD';

/** How often each kind of household lives with family violence now. Rates for clients of services, not for the population. */
const violence: Readonly<Record<HouseholdKind, number>> = {
  ALONE: 0.2,
  COUPLE: 0.34,
  COUPLE_WITH_CHILDREN: 0.34,
  LONE_PARENT: 0.42,
  SIBLINGS: 0.12,
  GROWN_CHILD: 0.3,
};

const WITNESSING = 0.7;

/** Returns the people of one household. Adults come before children, and someone who lives apart comes last. */
export function membersOf(kind: HouseholdKind, setting: Setting): readonly Member[] {
  const troubled = setting.random.chance(violence[kind]);
  switch (kind) {
    case 'ALONE':
      return [aloneOf(setting, troubled)];
    case 'COUPLE':
      return coupleOf(setting, setting.random.int(20, 74), troubled);
    case 'COUPLE_WITH_CHILDREN': {
      const age = setting.random.int(22, 46);
      const couple = coupleOf(setting, age, troubled);
      return [...couple, ...besideViolence(couple, childrenOf(setting, age), setting)];
    }
    case 'LONE_PARENT':
      return loneParentOf(setting, troubled);
    case 'SIBLINGS':
      return siblingsOf(setting, troubled);
    case 'GROWN_CHILD':
      return grownChildOf(setting, troubled);
    default:
      return kind satisfies never;
  }
}

function aloneOf(setting: Setting, troubled: boolean): Member {
  const { random } = setting;
  const one = adultOf(setting, sexOf(random, 0.52), random.int(18, 84));
  if (!troubled) return one;
  const using = random.chance(one.sex === '1' ? 0.45 : 0.08);
  return violenceApart(one, using ? 'USING' : 'EXPERIENCING', 'ex-partner');
}

function coupleOf(setting: Setting, age: number, troubled: boolean): readonly [Member, Member] {
  const { tradition, family, random } = setting;
  const otherSex = random.chance(0.05) ? '2' : '1';
  const born = familyNameOf(tradition, random);
  // In communities where the family name comes first, women keep their own; elsewhere about a third of couples have two family
  // names.
  const ownNames = tradition.swaps > 0.1 || random.chance(0.35);
  const woman = adultOf(setting, '2', age);
  const one: Member = ownNames ? woman : { ...woman, formerFamily: born };
  const other = adultOf({ ...setting, family: ownNames ? born : family }, otherSex, age + random.int(-2, 8));
  if (!troubled) return [one, other];
  const married = random.chance(0.5);
  const wordFor = ({ sex }: Member): string => (married ? (sex === '2' ? 'wife' : 'husband') : 'partner');
  // Men experience violence too: in one couple in ten it is the other way round.
  return random.chance(0.9)
    ? violenceBetween(one, other, { experiencingIs: wordFor(one), usingIs: wordFor(other) })
    : violenceBetween(other, one, { experiencingIs: wordFor(other), usingIs: wordFor(one) });
}

function loneParentOf(setting: Setting, troubled: boolean): readonly Member[] {
  const { tradition, random } = setting;
  const age = random.int(19, 48);
  const sex = random.chance(0.86) ? '2' : '1';
  const parent = adultOf(setting, sex, age);
  const children = childrenOf(setting, age);
  if (!troubled) return [parent, ...children];
  const usingIs = sex === '1' ? 'ex-wife' : random.pick(['ex-partner', 'ex-husband']);
  if (!random.chance(0.4)) {
    const left = violenceApart(parent, 'EXPERIENCING', usingIs);
    return [left, ...besideViolence([left], children, setting)];
  }
  const former = adultOf({ ...setting, family: familyNameOf(tradition, random) }, sex === '1' ? '2' : '1', age + 4);
  const [left, gone] = violenceBetween(parent, former, { experiencingIs: 'ex-partner', usingIs });
  return [left, ...besideViolence([left], children, setting), { ...gone, apart: true }];
}

function siblingsOf(setting: Setting, troubled: boolean): readonly Member[] {
  const { random } = setting;
  const age = random.int(18, 40);
  const one = adultOf(setting, sexOf(random, 0.5), age);
  const other = adultOf(setting, sexOf(random, 0.5), Math.max(18, age - random.int(1, 7)));
  const wordFor = ({ sex }: Member): string => (sex === '1' ? 'brother' : 'sister');
  return troubled
    ? violenceBetween(one, other, { experiencingIs: wordFor(one), usingIs: wordFor(other) })
    : [one, other];
}

function grownChildOf(setting: Setting, troubled: boolean): readonly Member[] {
  const { random } = setting;
  const age = random.int(62, 88);
  const older = adultOf(setting, sexOf(random, 0.65), age);
  const grown = adultOf(setting, sexOf(random, 0.3), age - random.int(22, 36));
  if (!troubled) return [older, grown];
  return violenceBetween(older, grown, {
    experiencingIs: older.sex === '1' ? 'father' : 'mother',
    usingIs: grown.sex === '1' ? 'adult son' : 'adult daughter',
  });
}

/** Returns the children of a mother who experiences a man's violence; most of them live with it too. */
function besideViolence(
  adults: readonly Member[],
  children: readonly Member[],
  { random }: Setting,
): readonly Member[] {
  const mother = adults.some(
    ({ sex, violence: story }) => sex === '2' && story?.part === 'EXPERIENCING' && story.otherSex === '1',
  );
  return mother ? children.map((child) => (random.chance(WITNESSING) ? witnessing(child) : child)) : children;
}
