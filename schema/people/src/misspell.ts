import type { Spelling } from './InventedPerson.ts';
import { estimateDate, loseDate, slipInDate, swapDayAndMonth } from './misdate.ts';
import { nicknames } from './nicknames.ts';
import type { Random } from './random.ts';
import type { Truth } from './Truth.ts';

type Slip = (spelling: Spelling, truth: Truth, random: Random) => Spelling;

/** The errors and habits by which one person is filed differently in two systems, and how common each is. */
const errors: readonly (readonly [Slip, number])[] = [
  [mistypeGiven, 14],
  [mistypeFamily, 18],
  [spellBySound, 16],
  [useNickname, 13],
  [useFormerFamily, 9],
  [swapNames, 6],
  [changeJoint, 12],
  [swapDayAndMonth, 6],
  [slipInDate, 5],
  [estimateDate, 8],
  [loseDate, 4],
  [loseSex, 2],
];

/**
 * Returns the spelling as someone filed it from a conversation, a letter or memory: with one difference, occasionally two.
 * Always different from the original.
 */
export function misspell(spelling: Spelling, truth: Truth, random: Random): Spelling {
  let filed = spelling;
  const wanted = random.chance(0.2) ? 2 : 1;
  let made = 0;
  // Many errors do not apply to many names (no nickname, no hyphen), and a second can undo the first, so draw until the result
  // differs.
  while (made < wanted || isSame(filed, spelling)) {
    const next = random.weighted(errors)(filed, truth, random);
    if (next === filed) continue;
    filed = next;
    made += 1;
  }
  return filed;
}

function isSame(one: Spelling, other: Spelling): boolean {
  return (
    one.given === other.given &&
    one.family === other.family &&
    one.dateOfBirth === other.dateOfBirth &&
    one.dateAccuracy === other.dateAccuracy &&
    one.sex === other.sex
  );
}

function mistypeGiven(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  const given = mistype(spelling.given, random);
  return given === spelling.given ? spelling : { ...spelling, given };
}

function mistypeFamily(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  const family = mistype(spelling.family, random);
  return family === spelling.family ? spelling : { ...spelling, family };
}

/** One typing error, never in the first letter, where people look twice. */
function mistype(name: string, random: Random): string {
  if (name.length < 3) return name;
  const place = random.int(1, name.length - 1);
  const before = name.slice(0, place);
  const letter = name.slice(place, place + 1);
  const after = name.slice(place + 1);
  if (!/\p{L}/u.test(letter)) return name;
  switch (random.int(0, 3)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter.toLowerCase() + after;
    case 2:
      return before + random.pick([...(beside.get(letter) ?? 'e')]) + after;
    default: {
      const swapped = after.slice(0, 1);
      return /\p{Ll}/u.test(swapped) && /\p{Ll}/u.test(letter) ? before + swapped + letter + after.slice(1) : name;
    }
  }
}

/** Neighbours on the keyboard. */
const beside: ReadonlyMap<string, string> = new Map(
  'a:sq b:vn c:xv d:sf e:wr f:dg g:fh h:gj i:uo j:hk k:jl l:k m:n n:mb o:ip p:o q:wa r:et s:ad t:ry u:yi v:cb w:qe x:zc y:tu z:x'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Spellings that sound alike, for a name given over the telephone. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'],
  [/ck/, 'k'],
  [/^C(?=[aou])/, 'K'],
  [/^K(?=a)/, 'C'],
  [/^Cath/, 'Kath'],
  [/^Kath/, 'Cath'],
  [/ph(?=en)/, 'v'],
  [/ie$/, 'y'],
  [/y$/, 'ie'],
  [/ey$/, 'y'],
  [/ll/, 'l'],
  [/nn/, 'n'],
  [/tt/, 't'],
  [/ss/, 's'],
  [/mm/, 'm'],
  [/ai/, 'ay'],
  [/ei/, 'ie'],
  [/ee/, 'ea'],
  [/sen$/, 'son'],
  [/son$/, 'sen'],
  [/er$/, 'a'],
  [/^Mc/, 'Mac'],
  [/ou/, 'u'],
  [/oo/, 'u'],
  [/kh/, 'k'],
  [/dh/, 'd'],
  [/gh/, 'g'],
  [/ć$/, 'c'],
  [/ć$/, 'ch'],
  [/vić$/, 'vich'],
  [/ñ/, 'n'],
  [/é/, 'e'],
  [/á/, 'a'],
  [/í/, 'i'],
  [/ó/, 'o'],
  [/ž/, 'z'],
  [/š/, 's'],
  [/ah$/, 'a'],
  [/a$/, 'ah'],
  [/z$/, 's'],
  [/ad$/, 'ed'],
  [/ed$/, 'ad'],
];

function spellBySound(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  for (const [sound, written] of random.shuffled(sounds).slice(0, 12)) {
    if (sound.test(spelling.family)) {
      const family = spelling.family.replace(sound, written);
      if (family !== spelling.family) return { ...spelling, family };
    }
    const given = spelling.given.replace(sound, written);
    if (given !== spelling.given) return { ...spelling, given };
  }
  return spelling;
}

/** Files the short name; half of the systems keep the full one as an alias. */
function useNickname(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  const known = nicknames.get(spelling.given);
  if (known === undefined) return spelling;
  const { given, family } = spelling;
  const filed = { ...spelling, given: random.pick(known) };
  return random.chance(0.5) && spelling.alias === undefined ? { ...filed, alias: { given, family } } : filed;
}

function useFormerFamily(spelling: Spelling, truth: Truth, random: Random): Spelling {
  if (truth.formerFamily === undefined || truth.formerFamily === spelling.family) return spelling;
  const { given, family } = spelling;
  const filed = { ...spelling, family: truth.formerFamily };
  return random.chance(0.5) && spelling.alias === undefined ? { ...filed, alias: { given, family } } : filed;
}

/**
 * More likely where the family name traditionally comes first; the weight of the error alone would treat all names the same.
 */
function swapNames(spelling: Spelling, truth: Truth, random: Random): Spelling {
  if (!random.chance(Math.min(1, truth.tradition.swaps * 5))) return spelling;
  return spelling.given === spelling.family
    ? spelling
    : { ...spelling, given: spelling.family, family: spelling.given };
}

/** Hyphens, apostrophes and particles: O'Brien, OBrien, O Brien; one half of a double name; De Vries, Devries. */
function changeJoint(spelling: Spelling, _truth: Truth, random: Random): Spelling {
  for (const part of ['family', 'given'] satisfies readonly (keyof Spelling)[]) {
    const name = spelling[part];
    if (!/['\- ]/.test(name)) continue;
    const halves = name.split('-');
    const changed = [
      name.replaceAll(/['\- ]/g, ''),
      name.replaceAll(/['-]/g, ' '),
      ...(halves.length === 2 && part === 'family' && (halves[0] ?? '').length > 2 ? halves : []),
      ...(name.startsWith("O'") ? [name.slice(2)] : []),
    ];
    const different = changed.filter((one) => one !== name);
    return { ...spelling, [part]: random.pick(different) };
  }
  return spelling;
}

function loseSex(spelling: Spelling): Spelling {
  return spelling.sex === '9' ? spelling : { ...spelling, sex: '9' };
}
