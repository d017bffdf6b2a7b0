import { blake2b } from '@noble/hashes/blake2.js';
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { HashType } from './ClkSchema.ts';
import type { FeatureKeys } from './featureKeys.ts';

/**
 * Returns the places of the `count` bits that a token sets in a filter of `length` bits; a place may occur twice.
 *
 * Throws RangeError for an unknown hash, and for BLAKE2b if `length` is not a power of two.
 */
export function tokenPlaces(
  token: Uint8Array,
  count: number,
  { keys, hash, length }: Readonly<{ keys: FeatureKeys; hash: HashType; length: number }>,
): readonly number[] {
  switch (hash.type) {
    case 'blakeHash':
      return blakePlaces(token, count, keys[0], length);
    case 'doubleHash':
      return doublePlaces(token, count, keys, length, hash.prevent_singularity ?? false);
    default:
      hash satisfies never;
      throw new RangeError(`Unknown hash "${(hash as { type: unknown }).type}".`);
  }
}

const PLACES_IN_A_HASH = 32;
const SALT_BYTES = 16;

/** Each keyed BLAKE2b gives 32 places of two bytes each, low byte first. The salts are "0", "1", … padded with zeros. */
export function blakePlaces(token: Uint8Array, count: number, key: Uint8Array, length: number): readonly number[] {
  if (!Number.isInteger(Math.log2(length))) {
    throw new RangeError(`The length of a filter for BLAKE2b must be a power of two, not ${length} bits.`);
  }
  const places: number[] = [];
  for (let round = 0; places.length < count; round += 1) {
    const salt = new Uint8Array(SALT_BYTES);
    salt.set(utf8ToBytes(String(round)));
    const digest = blake2b(token, { key, salt });
    const wanted = Math.min(PLACES_IN_A_HASH, count - places.length);
    for (let place = 0; place < wanted; place += 1) {
      places.push(((digest[2 * place] ?? 0) | ((digest[2 * place + 1] ?? 0) << 8)) % length);
    }
  }
  return places;
}

/**
 * Schnell's double hashing: HMAC-SHA1 plus a multiple of HMAC-MD5 that counts up, modulo the length.
 *
 * If the second hash is a multiple of the length, all bits coincide. To prevent that, characters that count up are appended to
 * the token until it is not.
 */
function doublePlaces(
  token: Uint8Array,
  count: number,
  keys: FeatureKeys,
  length: number,
  preventSingularity: boolean,
): readonly number[] {
  const start = modulo(hmac(sha1, keys[0], token), length);
  let step = modulo(hmac(md5, keys[1], token), length);
  for (let turn = 0; step === 0 && preventSingularity; turn += 1) {
    step = modulo(hmac(md5, keys[1], concatBytes(token, utf8ToBytes(String.fromCodePoint(turn)))), length);
  }
  return Array.from({ length: count }, (_, place) => (start + place * step) % length);
}

/** Returns a big-endian number modulo a small one. */
function modulo(bytes: Uint8Array, length: number): number {
  return bytes.reduce((rest, byte) => (rest * 256 + byte) % length, 0);
}
