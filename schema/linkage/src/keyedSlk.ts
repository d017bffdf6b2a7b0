import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url } from './base64.ts';

const LEAST_SECRET_BYTES = 16;

/**
 * Returns the HMAC-SHA-256 of the key under the partnership's linkage secret, base64url without padding (43 characters).
 *
 * Unkeyed hashes of linkage keys have been reversed by trying every name and date. Without the secret, which the hub never
 * holds, that is impossible. Throws RangeError if the secret is shorter than 16 bytes.
 */
export function keyedSlk(slk: string, secret: Uint8Array): string {
  if (secret.length < LEAST_SECRET_BYTES) {
    throw new RangeError(`A linkage secret needs at least ${LEAST_SECRET_BYTES} bytes; this one has ${secret.length}.`);
  }
  return base64url(hmac(sha256, secret, utf8ToBytes(slk)));
}
