import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { takesGzip } from '@accord/contract/takesGzip';

/** Smaller answers fit into a few packets uncompressed. Bytes, taken as characters. */
const least = 4_096;
/**
 * The fastest level: it leaves a fifth of a caseload's bytes. The default level saves a further sixth, for two to three
 * times the CPU time.
 */
const level = 1;

const pack = promisify(gzip);

/**
 * The text gzipped, where the hub accepts that and it is worth it; otherwise unchanged. Compression runs in other threads,
 * because an agency answers several questions at a time.
 *
 * Compression does not leak through lengths (BREACH): whoever can choose words in an answer (its aliases) may read all of
 * it, and no answer serves two people. Somebody who can put words into a record would also have to watch this connection while
 * the same request is repeated again and again; where that is to be feared, the hub is set not to ask for gzip.
 */
export async function gzipped(text: string, accepted: string | undefined): Promise<string | Buffer> {
  return text.length >= least && takesGzip(accepted) ? pack(text, { level }) : text;
}
