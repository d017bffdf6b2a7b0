import type { ClientSchema, PartName } from './ClientSchema.ts';
import { foldedFilter } from './foldedFilter.ts';
import { foldedName } from './foldedName.ts';
import { keyedSlk } from './keyedSlk.ts';
import type { LinkagePerson } from './LinkagePerson.ts';
import { partBits } from './partBits.ts';
import { partsOf } from './partsOf.ts';
import { slk581 } from './slk581.ts';
import { TokenBook } from './TokenBook.ts';
import { tokensOf } from './tokensOf.ts';

export type EncodedClient = Readonly<{
  /** The keyed SLK-581; null where no key can be made (see `slk581`) or a part of the date of birth is unknown. */
  slk: string | null;
  /** The filter: 128 bytes with the default schema. */
  clk: Uint8Array;
  /** One filter for each other name, with that name in place of the person's; no duplicates, and none equal to `clk`. */
  aliases: readonly Uint8Array[];
  /** Which parts are in `clk` (`partBits`). A missing part set no bit, so it neither agrees nor disagrees with anything. */
  parts: number;
}>;

type Parts = Readonly<Record<PartName, string | null>>;

/**
 * Returns what an agency sends about a client for linkage. The same person gives the same bytes everywhere under the same
 * secret and schema. Without the secret, nobody can make such an encoding or test guesses against it.
 *
 * Keys and token hashes are kept for the next client, per secret and schema, so pass the same two objects each time. Throws
 * RangeError if the secret is shorter than 16 bytes or the schema is impossible.
 */
export function encodeClient(person: LinkagePerson, secret: Uint8Array, schema: ClientSchema): EncodedClient {
  const book = TokenBook.of(secret, schema);
  const parts = partsOf(person, schema.sexTable);
  const clk = filterOf(parts, schema, book);
  const aliases: Uint8Array[] = [];
  for (const alias of person.alsoKnownAs) {
    const given = foldedName(alias.given);
    const family = foldedName(alias.family);
    if (given === null && family === null) continue;
    const filter = filterOf({ ...parts, given: given ?? parts.given, family: family ?? parts.family }, schema, book);
    if (![clk, ...aliases].some((other) => isSame(other, filter))) aliases.push(filter);
  }
  return { slk: slkOf(person, secret, schema), clk, aliases, parts: maskOf(parts, schema) };
}

function filterOf(parts: Parts, schema: ClientSchema, book: TokenBook): Uint8Array {
  const places: Uint16Array[] = [];
  for (const part of schema.parts) {
    const value = parts[part.part];
    if (value === null) continue;
    for (const token of tokensOf(value, part.comparison)) places.push(book.placesOf(token, part));
  }
  return foldedFilter(places, schema.length, schema.folds);
}

function maskOf(parts: Parts, schema: ClientSchema): number {
  return schema.parts.reduce((mask, { part }) => (parts[part] === null ? mask : mask | partBits[part]), 0);
}

/** An estimated date goes into the key as it is (METeOR 349510). A placeholder for an unknown date must not. */
function slkOf(person: LinkagePerson, secret: Uint8Array, { sexTable }: ClientSchema): string | null {
  if (person.dobAccuracy !== null && !/^[AE]{3}$/.test(person.dobAccuracy)) return null;
  const slk = slk581(person, sexTable);
  return slk === null ? null : keyedSlk(slk, secret);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((byte, place) => byte === other[place]);
}
