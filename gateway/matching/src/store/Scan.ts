/**
 * Scans pages of the memory for records that lack no more of a query's bits than the count's start allows.
 *
 * Reads the first `blocks` blocks of 16 bits at `BITS`, the count's start at `BIAS` and the page addresses from `list` up
 * to `listEnd`. Writes survivors at `OUT` and how many at `FOUND`; each is a group of `lanes` x 32 records, in words:
 * page address, byte offset of the group in a line, two words unused, `lanes` words saying who survives, and the ten
 * planes of their counts, `lanes` words each. Of the ten planes only the first `planes` are read and written, and whoever
 * counts up to 2 ** planes is out.
 *
 * Returns the list address it came to: before `listEnd` where there was no room for another page's survivors.
 */
export type Scan = Readonly<{
  lanes: number;
  /** With how many planes it can count, fewest first. */
  planes: readonly number[];
  scan(planes: number, blocks: number, list: number, listEnd: number): number;
}>;

/** How many bytes one survivor takes. */
export const survivorBytes = (lanes: number): number => 16 + lanes * 4 * 11;
