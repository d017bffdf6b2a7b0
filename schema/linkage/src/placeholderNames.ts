/**
 * What forms say where the name was not known, in lower case. Add what your partnership finds.
 *
 * Encoded like a name, a placeholder makes strangers agree: two people called `Unknown`, born on the same day, would be one
 * person. A real name taken for a placeholder is merely not used. So names that many people have (Nil, Na, Boy) are not listed,
 * even though forms sometimes use them as placeholders.
 */
export const placeholderNames: ReadonlySet<string> = new Set([
  ...['unknown', 'unk', 'unkn', 'not known', 'name unknown', 'unknown name', 'unknown male', 'unknown female'],
  ...['unknown given name', 'unknown surname', 'unidentified', 'unnamed', 'no name', 'noname', 'nameless', 'none'],
  ...['n/a', 'n.a', 'not applicable', 'not available', 'not stated', 'not given', 'not provided', 'not recorded'],
  ...[
    'not disclosed',
    'undisclosed',
    'withheld',
    'name withheld',
    'confidential',
    'refused',
    'declined',
    'tba',
    'tbc',
    'to be advised',
  ],
  ...['to be confirmed', 'anonymous', 'anon', 'fnu', 'lnu', 'no given name', 'no surname', 'no family name'],
  ...['baby', 'baby boy', 'baby girl', 'bub', 'infant', 'newborn', 'new born', 'unborn', 'unborn baby', 'unborn child'],
  ...['twin', 'twin 1', 'twin 2', 'twin a', 'twin b', 'baby 1', 'baby 2'],
]);

/** `Baby of`, `B/O Mary`, `Twin 1 of Mary`: a name that follows is the mother's, and would make her agree with her child. */
const childOf =
  /^(?:(?:unborn )?(?:baby|bub|infant|newborn|child|son|daughter|twin)(?: (?:boy|girl|\d|[a-d]))? of|b\/o)(?: |$)/;

/**
 * Any of these makes a name a placeholder if its other words mean nothing either: `Unknown Child 1`, `Baby A`, `Surname
 * unknown`.
 */
const standingIn: ReadonlySet<string> = new Set([
  ...['unknown', 'unk', 'unkn', 'unnamed', 'unidentified', 'baby', 'bub', 'infant', 'newborn', 'unborn', 'twin'],
]);
const besideThem: ReadonlySet<string> = new Set([
  ...[
    'name',
    'given',
    'first',
    'last',
    'family',
    'surname',
    'person',
    'client',
    'child',
    'boy',
    'girl',
    'male',
    'female',
  ],
  ...['m', 'f', 'a', 'b', 'c', 'd', 'one', 'two', 'three'],
]);

/** What is recorded for somebody without an address. Encoded like a suburb, it would make them all neighbours. */
const placeholderSuburbs: ReadonlySet<string> = new Set([
  ...['no fixed address', 'no fixed abode', 'nfa', 'homeless', 'transient', 'itinerant', 'various', 'confidential'],
  ...['no address', 'address unknown', 'suppressed', 'silent'],
]);

/** Postcodes that are not real: 9999 and 0000 where none is known, 9988 and 9990 for an address abroad or nowhere. */
const placeholderPostcodes: ReadonlySet<string> = new Set(['0000', '9988', '9990', '9999']);

/**
 * Returns the name as it is; null if it is a placeholder, has no letter (`?`, `-`) or consists only of x's. The person's other
 * name shows that `Baby Smith` is a placeholder too: both twins would have it.
 */
export function knownName(name: string | null, other: string | null = null): string | null {
  const plain = plainOf(name);
  if (!/\p{L}/u.test(plain) || /^x+$/.test(plain)) return null;
  return placeholderNames.has(plain) || childOf.test(plain) || isStandingIn(plain, plainOf(other)) ? null : name;
}

function isStandingIn(plain: string, other: string): boolean {
  const words = wordsOf(plain);
  const others = new Set(wordsOf(other));
  const isNone = (word: string) =>
    standingIn.has(word) || besideThem.has(word) || others.has(word) || /^\d+$/.test(word);
  return words.some((word) => standingIn.has(word)) && words.every(isNone);
}

/** Returns the words of a name; `unknown1` is two words. */
const wordsOf = (plain: string): readonly string[] => plain.match(/\d+|[^\s\d()]+/g) ?? [];

/** Returns both names, each null where it is a placeholder. */
export const knownNames = <Names extends Readonly<{ given: string | null; family: string | null }>>(
  names: Names,
): Names => ({
  ...names,
  ...{ given: knownName(names.given, names.family), family: knownName(names.family, names.given) },
});

/** Returns suburb and postcode, each null where it is a placeholder. */
export const knownPlace = ({ suburb, postcode }: Readonly<{ suburb: string | null; postcode: string | null }>) => ({
  suburb: placeholderSuburbs.has(plainOf(suburb)) ? null : knownName(suburb),
  postcode: placeholderPostcodes.has(plainOf(postcode)) ? null : postcode,
});

/** Returns the text in lower case and single-spaced, without brackets, quotes, points or question marks around it. */
const plainOf = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .replaceAll(/^[\s()[\]"'*?.,]+|[\s()[\]"'*?.,]+$/g, '');
