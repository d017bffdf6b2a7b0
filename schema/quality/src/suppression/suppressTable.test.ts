import { answerOf, type Question, shareOf } from '@accord/quality/suppression/answerOf';
import type { CountTable } from '@accord/quality/suppression/CountTable';
import { monthsBetween } from '@accord/quality/suppression/monthsBetween';
import { suppressTable } from '@accord/quality/suppression/suppressTable';

const outcome = { name: 'outcome', branches: ['gap', 'named'] };
const quarter = monthsBetween('2026-01', '2026-03');
/** Counts by outcome and then by month, January to March. */
const quarterly = (gap: readonly number[], named: readonly number[]): CountTable => ({
  dimensions: [outcome, quarter],
  cells: Object.entries({ gap, named }).flatMap(([key, counts]) =>
    counts.map((count, i) => ({ at: { outcome: key, month: `2026-0${i + 1}` }, count })),
  ),
});

describe('what is published', () => {
  test.each([
    ['nothing to hide: every cell is shown', [6, 7, 8], [9, 5, 0], [[6], [7], [8], [9], [5], [0]]],
    ['a small month is shown together with a second one', [3, 7, 8], [9, 5, 6], [['3+7'], [8], [9], [5], [6]]],
    [
      'a small cell is never separated from cells that would reveal it',
      [20, 20, 2],
      [9, 9, 9],
      [['20+20+2'], [9], [9], [9]],
    ],
    ['two small outcomes: the months of both, but no outcome', [1, 1, 1], [9, 8, 7], [['10'], ['9'], ['8']]],
  ])('%s', (_, gap, named, groups) => {
    const published = suppressTable(quarterly(gap, named)).groups.map((group) => group.count);
    const sums = groups.map(([one]) =>
      String(one)
        .split('+')
        .reduce((sum, part) => sum + Number(part), 0),
    );
    expect(published).toEqual(sums);
  });

  test('with fewer than five in all, nothing is published', () => {
    const published = suppressTable(quarterly([1, 0, 0], [2, 1, 0]));
    expect(published.groups).toEqual([
      { at: { outcome: ['gap', 'named'], month: ['2026-01', '2026-02', '2026-03'] }, count: null },
    ]);
    expect(answerOf(published, {})).toEqual({ kind: 'withheld', atLeast: 0, atMost: 4 });
  });

  test('none at all is published as none', () => {
    expect(answerOf(suppressTable(quarterly([0, 0, 0], [0, 0, 0])), {})).toEqual({ kind: 'counted', count: 0 });
  });
});

describe('a question is answered from what is published', () => {
  const published = suppressTable(quarterly([3, 7, 8], [9, 5, 6]));

  test.each<readonly [string, Question, number | readonly [number, number]]>([
    ['the whole', {}, 38],
    ['one outcome', { outcome: ['gap'] }, 18],
    ['a single month', { outcome: ['gap'], month: ['2026-03'] }, 8],
    ['a withheld month', { outcome: ['gap'], month: ['2026-01'] }, [0, 10]],
    ['one month, both outcomes, half of it withheld', { month: ['2026-01'] }, [9, 19]],
    ['the two months that are counted together', { outcome: ['gap'], month: ['2026-01', '2026-02'] }, 10],
  ])('%s', (_, question, answer) => {
    const expected =
      typeof answer === 'number'
        ? { kind: 'counted', count: answer }
        : { kind: 'withheld', atLeast: answer[0], atMost: answer[1] };
    expect(answerOf(published, question)).toEqual(expected);
  });

  test('a share needs both of its counts', () => {
    const of = { outcome: ['gap'] };
    expect(shareOf(published, { of, within: {} })).toEqual({ part: 18, whole: 38 });
    expect(shareOf(published, { of, within: { month: ['2026-03'] } })).toEqual({ part: 8, whole: 14 });
    expect(shareOf(published, { of, within: { month: ['2026-01'] } })).toBeNull();
    expect(() => shareOf(published, { of, within: of })).toThrow('in both the part and the whole');
  });

  test('a value the table does not have is a fault, not a zero', () => {
    expect(() => answerOf(published, { month: ['2026-04'] })).toThrow('does not have');
    expect(() => answerOf(published, { worker: ['ada'] })).toThrow('the table has outcome, month');
  });
});

test('a table that does not fit together is refused, without a count in the message', () => {
  const table =
    (cells: CountTable['cells'], dimensions: CountTable['dimensions'] = [outcome]) =>
    () =>
      suppressTable({ dimensions, cells });
  expect(table([{ at: {}, count: 7 }])).toThrow('no known value of "outcome": none');
  expect(table([{ at: { outcome: 'gap', worker: 'ada' }, count: 7 }])).toThrow('not a dimension');
  expect(
    table([
      { at: { outcome: 'gap' }, count: 7 },
      { at: { outcome: 'gap' }, count: 7 },
    ]),
  ).toThrow('twice');
  expect(table([{ at: { outcome: 'gap' }, count: 3.5 }])).toThrow(/^The count of the cell \["gap"\] is not a whole/);
  expect(table([], [])).toThrow('at least one');
  expect(table([], [outcome, outcome])).toThrow('same name');
  expect(table([], [{ name: 'x', branches: ['a', ['a']] }])).toThrow('a value twice');
});

test('months are cut at the calendar’s boundaries, wherever they begin', () => {
  expect(monthsBetween('2025-11', '2026-04').branches).toEqual([
    [[['2025-11', '2025-12']]],
    [[['2026-01', '2026-02', '2026-03'], ['2026-04']]],
  ]);
  expect(() => monthsBetween('2026-13', '2026-14')).toThrow('Write a month as YYYY-MM');
  expect(() => monthsBetween('2026-02', '2026-01')).toThrow('Give the earlier month first');
});
