import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClientPart, ClientSchema } from './ClientSchema.ts';
import { blakePlaces } from './tokenPlaces.ts';

const KEY_BYTES = 64;
const LEAST_SECRET_BYTES = 16;
/** Most names and dates consist of a few hundred bigrams and figures. The bound is for whole dates and rare scripts. */
const MOST_TOKENS = 50_000;

type Known = Readonly<{ key: Uint8Array; places: Map<string, Uint16Array> }>;

/**
 * The places of tokens under one secret and schema; each token is hashed once.
 *
 * Each key of the schema is derived under its own name (HKDF-SHA-256), so adding or removing a part changes no other key.
 */
export class TokenBook {
  readonly #secret: Uint8Array;
  readonly #bits: number;
  readonly #parts: ReadonlyMap<ClientPart, Known>;

  static readonly #books = new WeakMap<Uint8Array, WeakMap<ClientSchema, TokenBook>>();

  /** Returns the book for the secret and schema. It is kept as long as both of them are. */
  static of(secret: Uint8Array, schema: ClientSchema): TokenBook {
    const books = TokenBook.#books.get(secret) ?? new WeakMap<ClientSchema, TokenBook>();
    TokenBook.#books.set(secret, books);
    const kept = books.get(schema);
    // The secret's bytes may have been overwritten in place since, with another secret or with zeros.
    if (kept?.isOf(secret)) return kept;
    const book = new TokenBook(secret, schema);
    books.set(schema, book);
    return book;
  }

  constructor(secret: Uint8Array, { parts, info, length, folds }: ClientSchema) {
    if (secret.length < LEAST_SECRET_BYTES) {
      throw new RangeError(
        `A linkage secret needs at least ${LEAST_SECRET_BYTES} bytes; this one has ${secret.length}.`,
      );
    }
    this.#secret = secret.slice();
    this.#bits = length * 2 ** folds;
    if (length % 8 !== 0 || !Number.isInteger(Math.log2(this.#bits)) || this.#bits > 65_536) {
      throw new RangeError(`A filter of ${length} bits folded ${folds} times cannot be made.`);
    }
    const keys = new Map<string, Known>();
    for (const { key, bitsPerToken } of parts) {
      // Two parts with the same key and weight share the hashes of their tokens.
      const name = `${bitsPerToken} ${key}`;
      if (keys.has(name)) continue;
      keys.set(name, {
        key: hkdf(sha256, secret, undefined, utf8ToBytes(`${info}\0${key}`), KEY_BYTES),
        places: new Map(),
      });
    }
    this.#parts = new Map(
      parts.flatMap((part) => {
        const known = keys.get(`${part.bitsPerToken} ${part.key}`);
        return known === undefined ? [] : [[part, known]];
      }),
    );
  }

  isOf(secret: Uint8Array): boolean {
    return this.#secret.length === secret.length && this.#secret.every((byte, place) => byte === secret[place]);
  }

  /** Returns the places of a token of the part; a place may occur twice. Throws RangeError for a part of another schema. */
  placesOf(token: string, part: ClientPart): Uint16Array {
    const known = this.#parts.get(part);
    if (known === undefined) throw new RangeError(`The part "${part.part}" is not in the linkage schema.`);
    const kept = known.places.get(token);
    if (kept !== undefined) return kept;
    const places = Uint16Array.from(blakePlaces(utf8ToBytes(token), part.bitsPerToken, known.key, this.#bits));
    if (known.places.size >= MOST_TOKENS) known.places.clear();
    known.places.set(token, places);
    return places;
  }
}
