/**
 * What stands on forms where the name was not known, in lower case. Put more here where your partnership finds more.
 *
 * Encoded like a name, it makes strangers agree: two people called `Unknown`, born on one day, would be one. A name that is taken for
 * one of these is only not used. So what many people are called is not here (Nil, Na, Boy), even where forms have it now and then.
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

/** `Baby of`, `B/O Mary`, `Twin 1 of Mary`: the name that may follow is the mother's, and she would agree with her child. */
const childOf =
  /^(?:(?:unborn )?(?:baby|bub|infant|newborn|child|son|daughter|twin)(?: (?:boy|girl|\d|[a-d]))? of|b\/o)(?: |$)/;

/** One of these makes a placeholder of words that are otherwise none: `Unknown Child 1`, `Baby A`, `Surname unknown`. */
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

/** Where somebody stays who has no address; encoded like a suburb it would make them neighbours. */
const placeholderSuburbs: ReadonlySet<string> = new Set([
  ...['no fixed address', 'no fixed abode', 'nfa', 'homeless', 'transient', 'itinerant', 'various', 'confidential'],
  ...['no address', 'address unknown', 'suppressed', 'silent'],
]);

/** Not of the post: where no postcode is known (9999, 0000) or the address is abroad or nowhere (9988, 9990). */
const placeholderPostcodes: ReadonlySet<string> = new Set(['0000', '9988', '9990', '9999']);

/**
 * The name as it is; null where it is a placeholder, has no letter (`?`, `-`), or is but x's. With the person's other name `Baby Smith`
 * is seen to be one as well: both twins would have it.
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

/** `unknown1` is two. */
const wordsOf = (plain: string): readonly string[] => plain.match(/\d+|[^\s\d()]+/g) ?? [];

/** Both names, each null where it is a placeholder. */
export const knownNames = <Names extends Readonly<{ given: string | null; family: string | null }>>(
  names: Names,
): Names => ({
  ...names,
  ...{ given: knownName(names.given, names.family), family: knownName(names.family, names.given) },
});

/** Suburb and postcode, each null where it is a placeholder. */
export const knownPlace = ({ suburb, postcode }: Readonly<{ suburb: string | null; postcode: string | null }>) => ({
  suburb: placeholderSuburbs.has(plainOf(suburb)) ? null : knownName(suburb),
  postcode: placeholderPostcodes.has(plainOf(postcode)) ? null : postcode,
});

/** Lower case, in single spaces, without the brackets, quotes, points and question marks that stand about it. */
const plainOf = (text: string | null): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .replaceAll(/^[\s()[\]"'*?.,]+|[\s()[\]"'*?.,]+$/g, '');
