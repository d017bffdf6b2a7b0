import fc from 'fast-check';
import { type ShiftCell, shiftTable } from './shiftTable.ts';

type Table = readonly (readonly number[])[];

const movesOf = (table: Table) =>
  table.flatMap((row, from) =>
    row.flatMap((count, to) => new Array(count).fill({ from: `from${from}`, to: `to${to}` })),
  );
const shown = (table: Table): readonly ShiftCell[] => shiftTable(movesOf(table));

test('moves of five or more people are shown, and smaller ones are not', () => {
  // Hidden moves could be in either of two columns of each row.
  const table = [
    [7, 1, 2],
    [2, 8, 1],
    [1, 2, 9],
  ];
  expect(shown(table).map(({ from, to, count }) => [from, to, count])).toEqual([
    ...[
      ['from2', 'to2', 9],
      ['from1', 'to1', 8],
    ],
    ['from0', 'to0', 7],
  ]);
});

test('nothing is shown if subtraction would then reveal how few of those who answered alike moved', () => {
  expect(
    shown([
      [5, 0],
      [6, 1],
    ]),
  ).toEqual([]);
});

test('somebody who answered in one round only is not revealed by what the others did', () => {
  expect(
    shown([
      [11, 0],
      [0, 1],
    ]),
  ).toEqual([]);
});

test('where the two rounds’ counts already reveal everything, the table is shown', () => {
  expect(shown([[9, 3]])).toMatchObject([{ count: 9 }]);
});

/** Yields every table with the same sums: those that are possible to somebody who knows both rounds' counts. */
function* tablesLike(table: Table): Generator<Table> {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, to) => table.reduce((sum, row) => sum + (row[to] ?? 0), 0));
  function* rowsLike(sum: number, left: readonly number[]): Generator<readonly number[]> {
    const [first = 0, ...rest] = left;
    if (rest.length === 0) {
      if (sum <= first) yield [sum];
      return;
    }
    for (let count = 0; count <= Math.min(sum, first); count += 1)
      for (const others of rowsLike(sum - count, rest)) yield [count, ...others];
  }
  function* from(row: number, left: readonly number[]): Generator<Table> {
    const sum = rows[row];
    if (sum === undefined) {
      if (left.every((count) => count === 0)) yield [];
      return;
    }
    for (const one of rowsLike(sum, left))
      for (const others of from(
        row + 1,
        left.map((count, to) => count - (one[to] ?? 0)),
      ))
        yield [one, ...others];
  }
  yield* from(0, columns);
}

test('from the table, knowing both rounds’ counts and how it is made reveals nothing about fewer than five', () => {
  const tables = fc
    .integer({ min: 2, max: 3 })
    .chain((size) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 6 })), {
          minLength: size,
          maxLength: size,
        }),
        {
          minLength: 2,
          maxLength: 3,
        },
      ),
    )
    // Answers that nobody gave have no row or column in the table.
    .filter(
      (table) =>
        table.every((row) => row.some(Boolean)) && (table[0] ?? []).every((_, to) => table.some((row) => row[to])),
    )
    .filter((table) => table.flat().reduce((sum, count) => sum + count, 0) <= 22);
  fc.assert(
    fc.property(tables, (table) => {
      const told = JSON.stringify(shown(table));
      const byMargins = [...tablesLike(table)];
      const likely = byMargins.filter((other) => JSON.stringify(shown(other)) === told);
      for (const [from, row] of table.entries())
        for (const [to, count] of row.entries()) {
          if (count < 1 || count > 4) continue;
          const only = (those: readonly Table[]): boolean => those.every((other) => other[from]?.[to] === count);
          if (only(likely)) expect(only(byMargins)).toBe(true);
        }
    }),
    { numRuns: 150, seed: 5 },
  );
});
