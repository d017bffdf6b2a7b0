import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { takesGzip } from '@accord/contract/takesGzip';

/** Smaller answers fit a few packets as they are: bytes, taken as characters. */
const least = 4_096;
/** Fastest: a fifth of the bytes of a caseload. The usual level takes a sixth off that, for two to three times the processor. */
const level = 1;

const pack = promisify(gzip);

/**
 * The text under gzip, where the hub takes that and it is worth it; else as it is. In other threads: an agency answers several questions at a time.
 *
 * Who chooses words of an answer (its aliases) may read all of it, and no answer is for two people: lengths tell them nothing they are not told (BREACH).
 */
export async function gzipped(text: string, accepted: string | undefined): Promise<string | Buffer> {
  return text.length >= least && takesGzip(accepted) ? pack(text, { level }) : text;
}
