import { type Cell, type CountTable, checkTable, type Place } from './CountTable.ts';
import { type Branch, halvesOf, valuesOf } from './Dimension.ts';
import { type Group, leastPublished, type PublishedTable } from './PublishedTable.ts';

/**
 * Returns an agency's counts in a form that may leave it: no count from 1 to 4, nor any from which one could be worked out.
 *
 * All cells start as one group. A group is cut in two where the dimensions say, but only if neither part is from 1 to 4. If it
 * cannot be cut, that dimension stays uncut there and the next is tried. Where dimensions depend on each other (`places`), a
 * cut is not tried if its result would say something about a refused cut. SUPPRESSION.md shows why nobody who knows this code
 * and everything published can tell which of 1 to 4 a cell is.
 *
 * Cost: O((cells + places) x depth of the dimensions). Throws RangeError as `checkTable` does.
 */
export function suppressTable(table: CountTable): PublishedTable {
  checkTable(table);
  const counted = table.cells.filter((cell) => cell.count > 0);
  const names = table.dimensions.map(({ name }) => name);
  const whole = table.dimensions.map(({ branches }) => branches);
  const start = { cells: counted, places: table.places ?? null, refused: [] };
  const groups = isSmall(sumOf(counted)) ? [groupOf(names, whole, null)] : cut(names, whole, start, 0);
  return { dimensions: table.dimensions, groups };
}

/** What a group contains: who is counted in it, who can be in it (null: anybody), and the cuts that were refused in it. */
type Within = Readonly<{ cells: readonly Cell[]; places: readonly Place[] | null; refused: readonly Side[] }>;
/** One of the two parts of a cut. */
type Side = (at: Place) => boolean;

/** Returns the groups within `blocks`, cut along the dimensions from `next` on. */
function cut(names: readonly string[], blocks: readonly Branch[], within: Within, next: number): readonly Group[] {
  const { cells, places, refused } = within;
  const [name, block] = [names[next], blocks[next]];
  if (name === undefined || block === undefined || cells.length === 0) return [groupOf(names, blocks, sumOf(cells))];
  const halves = halvesOf(block);
  if (halves === null) return cut(names, blocks, within, next + 1);
  const values = new Set(valuesOf(halves[0]));
  const isFirst: Side = (at) => values.has(at[name] ?? '');
  const parts = [cells.filter(({ at }) => isFirst(at)), cells.filter(({ at }) => !isFirst(at))] as const;
  const hangs = places?.[0] !== undefined && name in places[0];
  const can = hangs ? ([places.filter(isFirst), places.filter((at) => !isFirst(at))] as const) : [places, places];
  // INVARIANT: whether a group is cut depends only on its two parts; and a dimension given up in a group is not taken up again
  // within it, nor is another that depends on it. The proof rests on both.
  if (!isFree(can, refused)) return cut(names, blocks, within, next + 1);
  if (parts.some((part) => isSmall(sumOf(part))))
    return cut(names, blocks, { ...within, refused: hangs ? [...refused, isFirst] : refused }, next + 1);
  const [first, second] = [
    { cells: parts[0], places: can[0] ?? null },
    { cells: parts[1], places: can[1] ?? null },
  ];
  return [
    ...cut(names, put(blocks, next, halves[0]), { ...first, refused }, next),
    ...cut(names, put(blocks, next, halves[1]), { ...second, refused }, next),
  ];
}

/**
 * True if either part of a cut is possible with every combination of parts of the refused cuts. Then the result of this cut
 * says nothing about them. That a part where nobody can be is empty is known anyway, and says nothing either.
 */
function isFree(can: readonly (readonly Place[] | null)[], refused: readonly Side[]): boolean {
  const held = can.filter((part) => part === null || part.length > 0);
  if (held.length < can.length) return held.length > 0;
  const sidesIn = (part: readonly Place[]): number =>
    new Set(part.map((at) => refused.map((isFirst) => isFirst(at)).join())).size;
  return held.every((part) => part === null || sidesIn(part) === 2 ** refused.length);
}

const isSmall = (count: number): boolean => count > 0 && count < leastPublished;
const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.count, 0);

function groupOf(names: readonly string[], blocks: readonly Branch[], count: number | null): Group {
  return { at: Object.fromEntries(names.map((name, i) => [name, valuesOf(blocks[i] ?? [])])), count };
}

const put = (blocks: readonly Branch[], at: number, half: Branch): readonly Branch[] =>
  blocks.map((block, i) => (i === at ? half : block));
