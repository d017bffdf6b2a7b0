/**
 * Scans pages of the memory for records that lack no more of a query's bits than the count's start allows.
 *
 * Reads the first `blocks` blocks of 16 bits at `BITS`, the count's start at `BIAS` and the page addresses from `list` up to
 * `listEnd`. Writes survivors at `OUT` and their number at `FOUND`. Each survivor is a group of `lanes` x 32 records, in words:
 * page address, byte offset of the group in a line, two words unused, `lanes` words saying which records survive, and the ten
 * planes of their counts, `lanes` words each. Only the first `planes` of the ten planes are read and written; a record whose
 * count reaches 2 ** planes is out.
 *
 * Returns the list address it reached: below `listEnd` if there was no room for another page's survivors.
 */
export type Scan = Readonly<{
  lanes: number;
  /** The numbers of planes it can count with, fewest first. */
  planes: readonly number[];
  scan(planes: number, blocks: number, list: number, listEnd: number): number;
}>;

/** Returns how many bytes one survivor takes. */
export const survivorBytes = (lanes: number): number => 16 + lanes * 4 * 11;
