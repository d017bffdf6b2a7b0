import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { bytesOfBase64 } from './base64.ts';
import type { ClkKdf } from './ClkSchema.ts';

/** The two keys of a feature: double hashing uses both, BLAKE2b the first. */
export type FeatureKeys = readonly [first: Uint8Array, second: Uint8Array];

const DEFAULT_KEY_BYTES = 64;

/**
 * Returns two keys for each of `count` features, including ignored ones: one long HKDF output (RFC 5869) over the secret, with
 * the schema's salt and info, cut in order. Adding features changes none of the keys before them.
 *
 * Throws RangeError for a KDF or hash that clkhash does not have.
 */
export function featureKeys(secret: Uint8Array | string, count: number, kdf: ClkKdf): readonly FeatureKeys[] {
  if (kdf.type !== 'HKDF') throw new RangeError(`Unknown key derivation "${kdf.type}".`);
  const size = kdf.keySize ?? DEFAULT_KEY_BYTES;
  const output = hkdf(
    hashOf(kdf.hash ?? 'SHA256'),
    typeof secret === 'string' ? utf8ToBytes(secret) : secret,
    kdf.salt === undefined ? undefined : bytesOfBase64(kdf.salt),
    kdf.info === undefined ? undefined : bytesOfBase64(kdf.info),
    2 * count * size,
  );
  const key = (place: number) => output.slice(place * size, (place + 1) * size);
  return Array.from({ length: count }, (_, feature) => [key(2 * feature), key(2 * feature + 1)]);
}

function hashOf(name: 'SHA256' | 'SHA512') {
  switch (name) {
    case 'SHA256':
      return sha256;
    case 'SHA512':
      return sha512;
    default:
      name satisfies never;
      throw new RangeError(`Unknown hash "${name}".`);
  }
}
