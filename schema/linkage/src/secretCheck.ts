import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url } from './base64.ts';

const checkBytes = 16;

/**
 * Returns a value by which two holders of a linkage secret can tell whether theirs is the same, without showing it:
 * HKDF-SHA-256 of the secret under a name of its own, 16 bytes in base64url.
 *
 * Null if the secret was evidently typed and not drawn at random: anyone with the check value of such a secret could try words
 * until one fits.
 */
export function secretCheck(secret: Uint8Array): string | null {
  return isDrawn(secret) ? base64url(hkdf(sha256, secret, undefined, utf8ToBytes(info), checkBytes)) : null;
}

const info = 'accord linkage secret check';

/** Takes fewer than one in a million million secrets of 32 random bytes for typed. */
const isDrawn = (secret: Uint8Array): boolean =>
  secret.some((byte) => byte < 0x20 || byte > 0x7e) && new Set(secret).size > secret.length / 2;
