import type { Draw } from '../../../parts/Chart.tsx';
import { namePlace, roomsOf } from './roomsOf.ts';

/** A value with its interval, or the words in its place. */
export type RangeRow = Readonly<{
  id: string;
  name: string;
  value: Readonly<{ at: number; low: number | null; high: number | null }> | null;
  words: string;
  /** True: for all agencies together. */
  isWhole?: boolean;
}>;

type Scale = Readonly<{
  /** The range that the axis must cover at least. */
  from: number;
  to: number;
  format: (value: number) => string;
  /** The value that means no change, marked by a labelled vertical line. */
  none?: Readonly<{ at: number; word: string }>;
}>;

const lineHeight = 46;
const point = { fill: 'var(--brand)', stroke: 'var(--paper)', strokeWidth: 1.5 } as const;

const beside = {
  textAnchor: 'start',
  dx: 10,
  fill: 'var(--ink)',
  stroke: 'var(--paper)',
  strokeWidth: 5,
} as const;

/** Draws dots with whiskers, one per row. A row without a value has words and no dot. */
export function drawShares(rows: readonly RangeRow[], { from, to, format, none }: Scale): Draw {
  const told = rows.flatMap(({ id, words, value, isWhole }) =>
    value ? [{ id, words, ...value, isWhole: isWhole ?? false }] : [],
  );
  const untold = rows.filter(({ value }) => value === null);
  const ends = told.flatMap(({ at, low, high }) => [at, low ?? at, high ?? at]);
  const domain = [Math.min(from, ...ends), Math.max(to, ...ends)];
  return ({ axisX, dot, gridX, ruleX, ruleY, text }, { width }) => {
    const rooms = roomsOf(width);
    const { marginLeft, marginRight, wordsWidth, nameAbove, ticks } = rooms;
    return {
      ...{
        height: rows.length * (lineHeight + nameAbove / 2) + 50,
        marginLeft,
        marginRight,
        marginTop: 20,
        marginBottom: 28,
      },
      x: { domain, label: null },
      y: { type: 'point', domain: rows.map(({ id }) => id), axis: null, padding: 0.5 },
      marks: [
        gridX({ ticks, stroke: 'var(--line)', strokeOpacity: 1 }),
        axisX({ ticks, tickFormat: format, tickSize: 0, label: null }),
        ...(none
          ? [
              ruleX([none.at], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
              text([none.word], { x: none.at, frameAnchor: 'top', dy: -12, text: String, fill: 'var(--ink)' }),
            ]
          : []),
        ruleY(
          told.filter(({ low }) => low !== null),
          { y: 'id', x1: 'low', x2: 'high', stroke: 'var(--ink-2)', strokeWidth: 2.5 },
        ),
        // A diamond marks all agencies together, so that it can be told apart without colour.
        dot(
          told.filter(({ isWhole }) => !isWhole),
          { x: 'at', y: 'id', r: 6, ...point },
        ),
        dot(
          told.filter(({ isWhole }) => isWhole),
          { x: 'at', y: 'id', r: 7, symbol: 'diamond', ...point },
        ),
        text(rows, { y: 'id', text: 'name', ...namePlace(rooms) }),
        text(told, { y: 'id', x: ({ high, at }) => high ?? at, text: 'words', lineWidth: wordsWidth, ...beside }),
        text(untold, { y: 'id', frameAnchor: 'left', text: 'words', lineWidth: width / 16, ...beside }),
      ],
    };
  };
}
