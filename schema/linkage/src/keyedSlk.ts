import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

const LEAST_SECRET_BYTES = 16;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * HMAC-SHA-256 of the key under the partnership's linkage secret, base64url without padding (43 characters).
 *
 * Unkeyed hashes of linkage keys have been reversed by trying every name and date; without the secret, which the hub
 * never holds, this cannot be. Throws RangeError where the secret is shorter than 16 bytes.
 */
export function keyedSlk(slk: string, secret: Uint8Array): string {
  if (secret.length < LEAST_SECRET_BYTES) {
    throw new RangeError(`A linkage secret has at least ${LEAST_SECRET_BYTES} bytes; this one has ${secret.length}.`);
  }
  return base64url(hmac(sha256, secret, utf8ToBytes(slk)));
}

/** Written out because this package runs where neither Buffer nor btoa may be relied on. */
function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const [first = 0, second, third] = bytes.subarray(start, start + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    text += ALPHABET.charAt(bits >>> 18) + ALPHABET.charAt((bits >>> 12) & 63);
    if (second !== undefined) text += ALPHABET.charAt((bits >>> 6) & 63);
    if (third !== undefined) text += ALPHABET.charAt(bits & 63);
  }
  return text;
}
