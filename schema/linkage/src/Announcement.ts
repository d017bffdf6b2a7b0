import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url } from './base64.ts';

/** The most other names of one record that are compared: the hub takes no more. */
export const mostAliases = 20;

/** What an agency announces about one record: keys, and what else the hub needs for linkage. No name and no date. */
export type Announcement = Readonly<{
  /** The agency's own number for the record. */
  number: string;
  /** The keyed SLK-581, base64url; null where too little is known. */
  slk: string | null;
  /** The filter, base64url; null where too little is known. */
  clk: string | null;
  /** Filters of other names the person goes by, base64url; at most `mostAliases`. */
  aliases: readonly string[];
  /** Which parts the filter was made from (`partBits`). */
  parts: number;
  /** 1, 2, 3 or 9, as in the SLK; null where it is not disclosed. */
  sexCode: string | null;
  dobAccuracy: string;
  /** The name with which the worker in charge signs in at the agency. */
  worker: string | null;
  open: boolean;
}>;

/**
 * Returns the SHA-256 of an announcement under an encoding, base64url. If two digests are equal, there is nothing to announce
 * again.
 *
 * Agency and hub compute it the same way, so that an agency can ask what the hub already has and send only the rest.
 */
export function announcementDigest(
  { number, slk, clk, aliases, parts, sexCode, dobAccuracy, worker, open }: Announcement,
  { schemaHash, keyEpoch }: Readonly<{ schemaHash: string; keyEpoch: number }>,
): string {
  const told = [schemaHash, keyEpoch, number, slk, clk, aliases, parts, sexCode, dobAccuracy, worker, open];
  return base64url(sha256(utf8ToBytes(JSON.stringify(told))));
}
