import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InputFault } from '../../InputFault.ts';
import { whyOf } from '../../whyOf.ts';

const LEAST_BYTES = 16;

/**
 * The secret in a file: 32 bytes in base64url, as agencies have it, or any other bytes unchanged; without a file, a new secret.
 */
export function readSecret(file: string | undefined): Uint8Array {
  if (file === undefined) return randomBytes(32);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new InputFault(`${file}: cannot be read${whyOf(error)}.`);
  }
  const text = bytes.toString('latin1').trim();
  const secret = /^[\w-]{43}$/.test(text) ? Buffer.from(text, 'base64url') : bytes;
  if (secret.length < LEAST_BYTES)
    throw new InputFault(`${file}: has ${secret.length} bytes; expected a secret of ${LEAST_BYTES} or more.`);
  return secret;
}
