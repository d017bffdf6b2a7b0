import { type Cell, type CountTable, checkTable } from './CountTable.ts';
import { type Branch, halvesOf, valuesOf } from './Dimension.ts';
import { type Group, leastPublished, type PublishedTable } from './PublishedTable.ts';

/**
 * An agency's counts as they may leave it: no count from 1 to 4, nor any from which one could be worked out.
 *
 * All cells start as one group. A group is cut in two where the dimensions say, and only if neither part is from 1 to 4;
 * when it cannot be, that dimension is left uncut there and the next is tried. SUPPRESSION.md shows why nobody who
 * knows this text and everything published can tell which of 1 to 4 a cell is.
 * Cost: O(cells x depth of the dimensions). Throws RangeError as `checkTable` does.
 */
export function suppressTable(table: CountTable): PublishedTable {
  checkTable(table);
  const counted = table.cells.filter((cell) => cell.count > 0);
  const names = table.dimensions.map(({ name }) => name);
  const whole = table.dimensions.map(({ branches }) => branches);
  const groups = isSmall(sumOf(counted)) ? [groupOf(names, whole, null)] : cut(names, whole, counted, 0);
  return { dimensions: table.dimensions, groups };
}

/** The groups within `blocks`, which hold `cells`, cut along the dimensions from `next` on. */
function cut(
  names: readonly string[],
  blocks: readonly Branch[],
  cells: readonly Cell[],
  next: number,
): readonly Group[] {
  const [name, block] = [names[next], blocks[next]];
  if (name === undefined || block === undefined || cells.length === 0) return [groupOf(names, blocks, sumOf(cells))];
  const halves = halvesOf(block);
  if (halves === null) return cut(names, blocks, cells, next + 1);
  const first = new Set(valuesOf(halves[0]));
  const isFirst = (cell: Cell): boolean => first.has(cell.at[name] ?? '');
  const parts = [cells.filter(isFirst), cells.filter((cell) => !isFirst(cell))] as const;
  // INVARIANT: whether a group is cut depends on its two parts only, and a dimension given up in a group is not taken up
  // again within it. Both are what the proof stands on.
  if (parts.some((part) => isSmall(sumOf(part)))) return cut(names, blocks, cells, next + 1);
  return [
    ...cut(names, put(blocks, next, halves[0]), parts[0], next),
    ...cut(names, put(blocks, next, halves[1]), parts[1], next),
  ];
}

const isSmall = (count: number): boolean => count > 0 && count < leastPublished;
const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.count, 0);

function groupOf(names: readonly string[], blocks: readonly Branch[], count: number | null): Group {
  return { at: Object.fromEntries(names.map((name, i) => [name, valuesOf(blocks[i] ?? [])])), count };
}

const put = (blocks: readonly Branch[], at: number, half: Branch): readonly Branch[] =>
  blocks.map((block, i) => (i === at ? half : block));
