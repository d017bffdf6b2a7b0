import type { Sex } from '@accord/contract/generated/api';
import { base64url } from '@accord/linkage/base64';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { encodeClient } from '@accord/linkage/encodeClient';
import { keyedSlk } from '@accord/linkage/keyedSlk';
import { knownOf } from '@accord/linkage/knownOf';
import { lettersOf } from '@accord/linkage/lettersOf';
import { partBits } from '@accord/linkage/partBits';
import { knownNames } from '@accord/linkage/placeholderNames';
import { type SexTable, slk581 } from '@accord/linkage/slk581';
import { parseJson } from '../serve/parseJson.ts';

/** What a linkage key is made of. */
export type Encodable = Readonly<{
  given: string | null;
  family: string | null;
  /** `YYYY-MM-DD`; to be found also `YYYY-MM` and `YYYY`. */
  dateOfBirth: string | null;
  sex: Sex | null;
}>;

const sexTable: SexTable = { MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' };

/** The linkage key of a person under the partnership's secret; null where too little is known of them to make one. */
export function encodePerson(person: Encodable, secret: Uint8Array): string | null {
  const names = knownNames(person);
  const slk = isInKey(names) ? slk581(names, sexTable) : null;
  return slk === null ? null : keyedSlk(slk, secret);
}

/**
 * Whether the linkage key says something of these names: of a name without a letter A to Z it has what it has of a missing one, and all who
 * are written so and were born on one day would have one key.
 */
export const isInKey = ({ given, family }: Pick<Encodable, 'given' | 'family'>): boolean =>
  [given, family].every((name) => name === null || lettersOf(name) !== '');

/** What a worker typed, encoded: the linkage key, and a filter where enough was typed for a search; 128 bytes in base64url. */
export type EncodedSearch = Readonly<{ key: string | null; clk: string | null }>;

/**
 * Encodes what a worker typed, as the records that it is to be found among are encoded: placeholders as nothing, names in whatever order, a date as far as it
 * is known. Both names are needed, or one and the whole date of birth: less is like too many people.
 */
export function encodeSearch(person: Encodable, secret: Uint8Array): EncodedSearch {
  const { clk, parts } = encodeClient(
    knownOf({ ...person, alsoKnownAs: [], dobAccuracy: null, suburb: null, postcode: null }),
    secret,
    defaultSchema,
  );
  const [names, date] = [partBits.given | partBits.family, partBits.birth];
  const enough = (parts & names) === names || ((parts & names) !== 0 && (parts & date) !== 0);
  return { key: encodePerson(person, secret), clk: enough ? base64url(clk) : null };
}

/** Reads who is to be encoded from a request's body; undefined where it is not what the contract says. */
export function parseEncodable(body: Uint8Array): Encodable | undefined {
  const sent = parseJson(body);
  const [given, family, dateOfBirth, sex] = ['given', 'family', 'dateOfBirth', 'sex'].map((key) =>
    typeof sent === 'object' && sent !== null ? Reflect.get(sent, key) : undefined,
  );
  if (!isTextOrNull(given) || !isTextOrNull(family) || !isTextOrNull(dateOfBirth) || !isSexOrNull(sex))
    return undefined;
  return { given, family, dateOfBirth, sex };
}

const longest = 200;
const isTextOrNull = (value: unknown): value is string | null =>
  value === null || (typeof value === 'string' && value.length <= longest);
const isSexOrNull = (value: unknown): value is Sex | null =>
  value === null || (typeof value === 'string' && Object.hasOwn(sexTable, value));
