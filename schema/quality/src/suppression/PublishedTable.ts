import type { Dimension } from './Dimension.ts';

/**
 * Cells that are counted together: those with one of these values in every dimension. `count` is 0, or `leastPublished` or
 * more; null if all of the table's cells together hold only 1 to 4.
 */
export type Group = Readonly<{ at: Readonly<Record<string, readonly string[]>>; count: number | null }>;

/** What may leave an agency: groups that together hold every cell once. Made only by `suppressTable`. */
export type PublishedTable = Readonly<{ dimensions: readonly Dimension[]; groups: readonly Group[] }>;

/** AIHW: counts from 1 to 4 are not published. */
export const leastPublished = 5;
