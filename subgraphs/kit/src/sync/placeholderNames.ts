import type { LinkageRow } from '../mapping/Mapping.ts';

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

/** Where somebody stays who has no address; encoded like a suburb it would make them neighbours. */
const placeholderSuburbs: ReadonlySet<string> = new Set([
  ...['no fixed address', 'no fixed abode', 'nfa', 'homeless', 'transient', 'itinerant', 'various', 'confidential'],
  ...['no address', 'address unknown', 'suppressed', 'silent'],
]);

/** Not of the post: where no postcode is known (9999, 0000) or the address is abroad or nowhere (9988, 9990). */
const placeholderPostcodes: ReadonlySet<string> = new Set(['0000', '9988', '9990', '9999']);

/** The name as it is; null where it is a placeholder, has no letter (`?`, `-`), or is but x's. */
export function knownName(name: string | null): string | null {
  const plain = plainOf(name);
  if (!/\p{L}/u.test(plain) || /^x+$/.test(plain)) return null;
  return placeholderNames.has(plain) || childOf.test(plain) ? null : name;
}

/** The row as it is encoded: what is not known is null. */
export const knownOf = ({ given, family, alsoKnownAs = [], suburb = null, postcode = null, ...row }: LinkageRow) => ({
  ...row,
  ...{ given: knownName(given), family: knownName(family) },
  alsoKnownAs: alsoKnownAs.map((alias) => ({ given: knownName(alias.given), family: knownName(alias.family) })),
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
