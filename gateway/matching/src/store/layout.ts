/**
 * How filters are laid out in memory.
 *
 * A page holds 512 records *by bit and not by record*: line `i` (64 bytes) says for each of the 512 whether its filter LACKS
 * bit `i`. One instruction then compares one bit of a query with 128 records. A query reads only the lines of its own bits, and
 * stops once no record on the page can reach the threshold any more.
 *
 * A free place is a record that lacks every bit. No query finds it, so no list of used places is needed.
 */
export const FILTER_BITS = 1_024;
export const FILTER_BYTES = FILTER_BITS / 8;

export const PAGE_RECORDS = 512;
export const LINE_BYTES = PAGE_RECORDS / 8;
/** A line of zeros (no record lacks it), which pads the list of a query's bits to whole blocks. */
export const ZERO_LINE = FILTER_BITS * LINE_BYTES;
/** Two bytes per record: how many bits are set, or `FREE`. */
export const POPCOUNTS = ZERO_LINE + LINE_BYTES;
/** Four bytes per record: the number the caller keeps with the filter. */
export const EXTRAS = POPCOUNTS + PAGE_RECORDS * 2;
export const PAGE_BYTES = EXTRAS + PAGE_RECORDS * 4;
export const FREE = 0xffff;

/** Pages hold filters of similar length (16 bit counts to a class), so that the bounds on length rule out whole pages. */
export const CLASS_WIDTH = 16;
export const CLASSES = FILTER_BITS / CLASS_WIDTH + 1;

/** The scan reads a query's bits in blocks of 16 and checks after each block whether any record is left. */
export const BLOCK_BITS = 16;
/** Counts of missing bits are kept as planes of one bit each: enough for the most bits that may be missing, … */
export const COUNT_PLANES = 10;
/** … or fewer planes where fewer bits may be missing, because each plane costs two instructions in every block. */
export const FEWER_PLANES: readonly number[] = [6, 7, 8, COUNT_PLANES];

// The input and output of a scan are stored before the pages.
/** How many survivors the scan wrote. */
export const FOUND = 0;
/** The query's bits as byte offsets of lines, four bytes each, padded to whole blocks. */
export const BITS = 64;
/** What the count starts from: ten planes of 16 bytes. */
export const BIAS = BITS + (FILTER_BITS + BLOCK_BITS) * 4;
/** Addresses of the pages to scan, four bytes each. */
export const LIST = BIAS + COUNT_PLANES * 16;
export const LIST_LENGTH = 4_096;
/** Survivors: see `Scan`. */
export const OUT = LIST + LIST_LENGTH * 4;
export const OUT_END = 65_536;
export const PAGES = OUT_END;

/** Returns a RangeError if these are not the bytes of a filter. */
export function faultOfFilter(filter: Uint8Array): RangeError | undefined {
  if (filter.length === FILTER_BYTES) return undefined;
  return new RangeError(`A filter has ${FILTER_BYTES} bytes; this one has ${filter.length}.`);
}
