import { binomialQuantile } from './binomial.ts';
import type { Why } from './Estimate.ts';
import { quantile } from './quantile.ts';
import { runsOf } from './signals.ts';

export type RunChart = Readonly<{
  /** Null, with `why`, if there are no values. */
  median: number | null;
  /** Points that are not on the median: the ones the rules count. */
  useful: number;
  longestRun: number;
  longestRunAllowed: number | null;
  crossings: number;
  crossingsNeeded: number | null;
  /** A shift that chance alone seldom causes; null, with `why`, for fewer than ten useful points. */
  shift: boolean | null;
  why: Why | null;
}>;

/**
 * Returns a chart of values in order of time against their median: too long a run on one side, or too few crossings, is a
 * shift.
 *
 * Anhoej and Olesen (2014), PLoS ONE 9(11):e113825: longest run over `round(log2 n) + 3`, crossings under `qbinom(0.05, n - 1,
 * 0.5)`.
 */
export function runChart(values: readonly number[]): RunChart {
  const median = quantile(values, 0.5);
  const sides = values.map((value) => Math.sign(value - (median ?? value))).filter((side) => side !== 0);
  const runs = runsOf(sides);
  const told = {
    median,
    useful: sides.length,
    longestRun: Math.max(0, ...runs.map((run) => run.to - run.from + 1)),
    crossings: Math.max(0, runs.length - 1),
  };
  if (sides.length < 10) {
    return { ...told, longestRunAllowed: null, crossingsNeeded: null, shift: null, why: 'TOO_FEW_POINTS' };
  }
  const longestRunAllowed = Math.round(Math.log2(sides.length)) + 3;
  const crossingsNeeded = binomialQuantile(0.05, sides.length - 1);
  const shift = told.longestRun > longestRunAllowed || told.crossings < crossingsNeeded;
  return { ...told, longestRunAllowed, crossingsNeeded, shift, why: null };
}
