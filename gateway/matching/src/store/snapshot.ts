import { FILTER_BITS, PAGE_BYTES } from './layout.ts';

/** `ACF1`, little-endian, marks the layout. A store in another layout is not converted: its records must be encoded again. */
const MARK = 0x31464341;
const HEAD_BYTES = 16 + FILTER_BITS * 4;

/**
 * Writes the mark, the number of pages, a checksum and an unused word; then how many filters have each bit; then the pages as
 * in memory.
 */
export function writeSnapshot(pages: number, counts: Uint32Array, memory: Uint8Array): Uint8Array {
  const words = new Int32Array((HEAD_BYTES + memory.length) / 4);
  words[0] = MARK;
  words[1] = pages;
  words.set(counts, 4);
  const bytes = new Uint8Array(words.buffer);
  bytes.set(memory, HEAD_BYTES);
  words[2] = checkSum(words);
  return bytes;
}

/** Reads a snapshot. Throws RangeError if the bytes are not a snapshot, or are not as they were written. */
export function readSnapshot(bytes: Uint8Array): { pages: number; counts: Uint32Array; memory: Uint8Array } {
  // Copies only if the bytes are not aligned to whole words.
  const whole = bytes.byteOffset % 4 === 0 && bytes.length % 4 === 0;
  const aligned = whole ? bytes : bytes.slice(0, bytes.length - (bytes.length % 4));
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
  if (words[0] !== MARK) throw new RangeError('These bytes are no snapshot of filters, or one of another layout.');
  const [, pages = -1] = words;
  if (bytes.length !== HEAD_BYTES + pages * PAGE_BYTES)
    throw new RangeError(`This snapshot has ${bytes.length} bytes, which does not fit its ${pages} pages.`);
  if (words[2] !== checkSum(words)) throw new RangeError('This snapshot was damaged: its check sum is wrong.');
  return {
    pages,
    counts: Uint32Array.from(words.subarray(4, HEAD_BYTES / 4)),
    memory: bytes.subarray(HEAD_BYTES),
  };
}

/** FNV-1a over words. Detects damage, not tampering. */
function checkSum(words: Int32Array): number {
  let sum = 0x811c9dc5 ^ (words[1] ?? 0);
  for (let place = 4; place < words.length; place += 1) sum = Math.imul(sum ^ (words[place] ?? 0), 0x01000193);
  return sum | 0;
}
