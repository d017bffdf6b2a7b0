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
  /** `YYYY-MM-DD`; for a search also `YYYY-MM` and `YYYY`. */
  dateOfBirth: string | null;
  sex: Sex | null;
}>;

const sexTable: SexTable = { MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' };

/** A person's linkage key under the partnership's secret; null where too little is known about them to make one. */
export function encodePerson(person: Encodable, secret: Uint8Array): string | null {
  const names = knownNames(person);
  const slk = isInKey(names) ? slk581(names, sexTable) : null;
  return slk === null ? null : keyedSlk(slk, secret);
}

/**
 * Whether these names add anything to the linkage key. A name without a letter A to Z is encoded like a missing one, so
 * everybody with such names born on one day would share one key.
 */
export const isInKey = ({ given, family }: Pick<Encodable, 'given' | 'family'>): boolean =>
  [given, family].every((name) => name === null || lettersOf(name) !== '');

/** A worker's search, encoded: the linkage key, and a filter where enough was typed for a search; 128 bytes in base64url. */
export type EncodedSearch = Readonly<{ key: string | null; clk: string | null }>;

/**
 * Encodes what a worker typed in the same way as the records it should find: placeholders as missing, names in any order, a
 * date as far as it is known. It needs both names, or one name and the full date of birth: anything less matches too many
 * people.
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

/** Reads the person to be encoded from a request's body; undefined where it does not follow the contract. */
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
