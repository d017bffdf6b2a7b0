import type { Sex } from '@accord/contract/generated/api';
import { keyedSlk } from '@accord/linkage/keyedSlk';
import { type SexTable, slk581 } from '@accord/linkage/slk581';
import { parseJson } from './parseJson.ts';

/** What a linkage key is made of. */
export type Encodable = Readonly<{
  given: string | null;
  family: string | null;
  /** `YYYY-MM-DD`. */
  dateOfBirth: string | null;
  sex: Sex | null;
}>;

const sexTable: SexTable = { MALE: '1', FEMALE: '2', ANOTHER_TERM: '3', NOT_STATED: '9' };

/** The linkage key of a person under the partnership's secret; null where too little is known of them to make one. */
export function encodePerson({ given, family, dateOfBirth, sex }: Encodable, secret: Uint8Array): string | null {
  const slk = slk581({ given, family, dateOfBirth, sex }, sexTable);
  return slk === null ? null : keyedSlk(slk, secret);
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
