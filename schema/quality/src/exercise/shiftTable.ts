import { fewest } from './Placing.ts';

/** How many went from one answer to another between the rounds; staying is from and to the same. */
export type ShiftCell = Readonly<{ from: string; to: string; count: number }>;

/** Of somebody who answered in one of the rounds only. */
export const notAnswered = 'NOT_ANSWERED';

/**
 * The cells that may be told of who went where: all of five people and more, or none of them.
 *
 * What both rounds placed is known (the margins of this table, `NOT_ANSWERED` among them). None is told where another cell that
 * speaks of fewer than five follows from those of five and more, and not from the margins alone. All or none: which cells are
 * left out would tell something too. A cell not in the answer may be anything, zero too.
 *
 * Cost: O(cells^3), of a dozen answers.
 */
export function shiftTable(moves: readonly Readonly<{ from: string; to: string }>[]): readonly ShiftCell[] {
  const cells = cellsOf(moves);
  const byMargins = new Set(determined(cells, cells, Number.POSITIVE_INFINITY).map(keyOf));
  const shown = cells.filter(({ count }) => count >= fewest);
  const hidden = cells.filter(({ count }) => count < fewest);
  // Whoever is told all of five and more knows that no other has as many.
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
 * Hidden cells that speak of fewer than five people and can have one value only, given the margins and the cells shown; a hidden
 * cell is known to hold `most` at most.
 *
 * A cell can have another value where a round of changes leads through it that keeps every margin: alternately up and down.
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

/** Whether changes of other hidden cells can make up for one in `start`: in its column `inColumn`, in a row `inRow`, and so on. */
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
