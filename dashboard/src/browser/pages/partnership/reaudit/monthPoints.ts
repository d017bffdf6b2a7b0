import type { TimePoint } from '../draw/drawTimes.ts';

type Chart = Readonly<{
  points: readonly Readonly<{ month: string; value: number; low: number | null; high: number | null }>[];
  leftOut: readonly string[];
}>;

/** The months of a chart, in order. A month that was left out keeps its place, with a word and no value. */
export const monthPoints = ({ points, leftOut }: Chart, word: string): readonly TimePoint[] =>
  [
    ...points.map(({ month, value, low, high }) => ({ time: month, value, low, high, words: '' })),
    ...leftOut.map((month) => ({ time: month, value: null, low: null, high: null, words: word })),
  ].sort((a, b) => a.time.localeCompare(b.time));
