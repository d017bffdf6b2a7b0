import { fewest } from './Placing.ts';

/** How many people went from one answer to another between the rounds. If they stayed, `from` and `to` are the same. */
export type ShiftCell = Readonly<{ from: string; to: string; count: number }>;

/** Stands for the missing answer of somebody who answered in one round only. */
export const notAnswered = 'NOT_ANSWERED';

/**
 * Returns the cells that may be shown of who went where: all those of five people or more, or none.
 *
 * What both rounds placed is known (the margins of this table, including `NOT_ANSWERED`). No cell is shown if the cells of five
 * or more would reveal another cell about fewer than five that the margins alone do not. It is all or none, because which cells
 * are left out would reveal something too. A cell missing from the answer may be anything, including zero.
 *
 * Cost: O(cells^3), for about a dozen answers.
 */
export function shiftTable(moves: readonly Readonly<{ from: string; to: string }>[]): readonly ShiftCell[] {
  const cells = cellsOf(moves);
  const byMargins = new Set(determined(cells, cells, Number.POSITIVE_INFINITY).map(keyOf));
  const shown = cells.filter(({ count }) => count >= fewest);
  const hidden = cells.filter(({ count }) => count < fewest);
  // Anyone who is shown all cells of five or more knows that every other cell is smaller.
  const told = determined(cells, hidden, fewest - 1).some((cell) => !byMargins.has(keyOf(cell)));
  return told ? [] : [...shown].sort((a, b) => b.count - a.count);
}

const keyOf = ({ from, to }: Omit<ShiftCell, 'count'>): string => JSON.stringify([from, to]);

function cellsOf(moves: readonly Readonly<{ from: string; to: string }>[]): readonly ShiftCell[] {
  const counted = new Map<string, number>();
  for (const { from, to } of moves) counted.set(keyOf({ from, to }), (counted.get(keyOf({ from, to })) ?? 0) + 1);
  const froms = [...new Set(moves.map(({ from }) => from))].sort();
  const tos = [...new Set(moves.map(({ to }) => to))].sort();
  return froms.flatMap((from) => tos.map((to) => ({ from, to, count: counted.get(keyOf({ from, to })) ?? 0 })));
}

/**
 * Returns the hidden cells about fewer than five people that can have only one value, given the margins and the cells shown. A
 * hidden cell is known to hold at most `most`.
 *
 * A cell can have another value if a cycle of changes through it, alternately up and down, keeps every margin.
 */
function determined(cells: readonly ShiftCell[], hidden: readonly ShiftCell[], most: number): readonly ShiftCell[] {
  const canRise = ({ count }: ShiftCell): boolean => count < most;
  const canFall = ({ count }: ShiftCell): boolean => count > 0;
  const ofFew = ({ from, to, count }: ShiftCell): boolean =>
    few(count) ||
    (count === 0 &&
      (few(sum(cells.filter((cell) => cell.from === from))) || few(sum(cells.filter((cell) => cell.to === to)))));
  return hidden.filter(
    (cell) =>
      ofFew(cell) &&
      !(canRise(cell) && leadsBack(cell, hidden, canFall, canRise)) &&
      !(canFall(cell) && leadsBack(cell, hidden, canRise, canFall)),
  );
}

const few = (count: number): boolean => count > 0 && count < fewest;
const sum = (cells: readonly ShiftCell[]): number => cells.reduce((total, { count }) => total + count, 0);

/**
 * True if changes to other hidden cells can compensate for one in `start`: `inColumn` within its column, `inRow` within a row,
 * and so on.
 */
function leadsBack(
  start: ShiftCell,
  hidden: readonly ShiftCell[],
  inColumn: (cell: ShiftCell) => boolean,
  inRow: (cell: ShiftCell) => boolean,
): boolean {
  const rows = new Set<string>();
  const columns = [start.to];
  const seen = new Set(columns);
  for (let column = columns.pop(); column !== undefined; column = columns.pop()) {
    for (const { from } of hidden.filter((cell) => cell !== start && cell.to === column && inColumn(cell))) {
      if (from === start.from) return true;
      if (rows.has(from)) continue;
      rows.add(from);
      for (const { to } of hidden.filter((cell) => cell.from === from && inRow(cell))) {
        if (seen.has(to)) continue;
        seen.add(to);
        columns.push(to);
      }
    }
  }
  return false;
}
