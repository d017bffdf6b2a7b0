import type { Why } from './Estimate.ts';
import { type Signal, signalsOf } from './signals.ts';

export type XmrPoint = Readonly<{ value: number; movingRange: number | null; signals: readonly Signal[] }>;
export type XmrChart = Readonly<{
  /** Null, with `why`, for fewer than two values. */
  limits: Readonly<{ centre: number; low: number; high: number; meanMovingRange: number }> | null;
  why: Why | null;
  points: readonly XmrPoint[];
}>;

/**
 * Returns a chart of values in order of time, with limits for what is usual: mean ± 2.66 x mean moving range (NHS England,
 * Making Data Count). `baseline`: how many of the first values set the limits (all by default).
 *
 * A limit may be below zero; if the values are counts, whoever draws the chart must leave out that part.
 */
export function xmrChart(values: readonly number[], baseline: number = values.length): XmrChart {
  const unfit = values.find((value) => !Number.isFinite(value));
  if (unfit !== undefined)
    throw new RangeError(`A value of ${unfit} was given for a chart. Leave out values that are not known.`);
  const ranges = values.map((value, i) => (i === 0 ? null : Math.abs(value - (values[i - 1] ?? value))));
  const first = values.slice(0, baseline);
  if (first.length < 2) {
    const points = values.map((value, i) => ({ value, movingRange: ranges[i] ?? null, signals: [] }));
    return { limits: null, why: 'TOO_FEW_POINTS', points };
  }
  const centre = mean(first);
  const meanMovingRange = mean(ranges.slice(1, first.length).map((range) => range ?? 0));
  const reach = 2.66 * meanMovingRange;
  const at = (value: number): number => (reach === 0 ? Math.sign(value - centre) * 2 : (value - centre) / reach);
  const signals = signalsOf(values.map((value) => ({ value, at: at(value) })));
  return {
    limits: { centre, low: centre - reach, high: centre + reach, meanMovingRange },
    why: null,
    points: values.map((value, i) => ({ value, movingRange: ranges[i] ?? null, signals: signals[i] ?? [] })),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
