import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClientSchema } from './ClientSchema.ts';

/**
 * Returns the SHA-256, in hexadecimal, of the schema in one canonical form: JSON with the keys of every object sorted and no
 * white space. Any change to the schema changes it; the order in which its keys are written does not.
 */
export function schemaHash(schema: ClientSchema): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(schema))));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  // By code unit, not by the local alphabet.
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`;
}
