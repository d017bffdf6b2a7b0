import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64url } from './base64.ts';

/** Other names that are compared of one record: the hub takes no more. */
export const mostAliases = 20;

/** What an agency announces of one record: keys and what the hub needs beside them, no name and no date. */
export type Announcement = Readonly<{
  /** The agency's own number of the record. */
  number: string;
  /** The keyed SLK-581, base64url; null where too little is known. */
  slk: string | null;
  /** The filter, base64url; null where too little is known. */
  clk: string | null;
  /** Filters of other names the person goes by, base64url; at most `mostAliases`. */
  aliases: readonly string[];
  /** Which parts the filter was made of (`partBits`). */
  parts: number;
  /** 1, 2, 3 or 9, as in the SLK; null where it is not told. */
  sexCode: string | null;
  dobAccuracy: string;
  /** The agency's own sign-in name of the worker in charge. */
  worker: string | null;
  open: boolean;
}>;

/**
 * SHA-256 of an announcement under an encoding, base64url: equal digests, nothing to announce anew. Agency and hub make it alike, so
 * that an agency can ask what the hub has and send the rest.
 */
export function announcementDigest(
  { number, slk, clk, aliases, parts, sexCode, dobAccuracy, worker, open }: Announcement,
  { schemaHash, keyEpoch }: Readonly<{ schemaHash: string; keyEpoch: number }>,
): string {
  const told = [schemaHash, keyEpoch, number, slk, clk, aliases, parts, sexCode, dobAccuracy, worker, open];
  return base64url(sha256(utf8ToBytes(JSON.stringify(told))));
}
