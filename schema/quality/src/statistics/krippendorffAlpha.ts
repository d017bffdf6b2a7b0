import { type Estimate, type Interval, without } from './Estimate.ts';
import { quantile } from './quantile.ts';
import { seeded } from './seeded.ts';

/** What kind of answers these are: names, ordered steps, numbers on a scale, or numbers with a true zero. */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** One scenario's answers, one for each rater; null where a rater gave none. Names are allowed only for `nominal`. */
export type Unit<Answer extends string | number = string | number> = readonly (Answer | null)[];

export type Bootstrap = Readonly<{ seed: number; samples: number }>;
export type Agreement = Estimate & Readonly<{ units: number; answers: number }>;

/**
 * Returns agreement beyond chance: 1 is full agreement, 0 what chance gives, below 0 less than that. Scenarios with one answer
 * are left out.
 *
 * Krippendorff, Content Analysis (4th ed.), ch. 12: allows missing answers and any number of raters. If all answers are the
 * same the result is null (0/0), where some programs say 1. The 95% interval resamples scenarios, because they and not the
 * answers are independent; the same seed gives the same interval. Samples with only one value are left out, and the interval is
 * widened to contain the estimate. `units` and `answers` are the numbers that counted. Cost: O(samples x answers + samples x
 * values²).
 */
export function krippendorffAlpha(units: readonly Unit<number>[], metric: Metric, bootstrap?: Bootstrap): Agreement;
export function krippendorffAlpha(units: readonly Unit[], metric: 'nominal', bootstrap?: Bootstrap): Agreement;
export function krippendorffAlpha(units: readonly Unit[], metric: Metric, bootstrap?: Bootstrap): Agreement {
  const values = valuesOf(units, metric);
  const tables = units.map((unit) => countsOf(unit, values)).filter((counts) => total(counts) > 1);
  const told = { units: tables.length, answers: total(tables.map(total)) };
  const alpha = alphaOf(tables, values, metric);
  if (typeof alpha !== 'number') return { ...without(alpha.why), ...told };
  const interval = bootstrap ? resampled(tables, values, metric, alpha, bootstrap) : null;
  return { estimate: alpha, interval, why: null, ...told };
}

type Values = readonly (string | number)[];
type Counts = readonly number[];
type None = Readonly<{ why: 'NOTHING_TO_COMPARE' | 'ONE_VALUE' }>;

const total = (counts: Counts): number => counts.reduce((sum, count) => sum + count, 0);

function valuesOf(units: readonly Unit[], metric: Metric): Values {
  const given = new Set(units.flat().filter((answer) => answer !== null));
  const values = [...given].sort((a, b) => (a < b ? -1 : 1));
  const unfit = values.find((value) => (typeof value === 'number' ? !Number.isFinite(value) : metric !== 'nominal'));
  if (unfit !== undefined) throw new RangeError(`An answer that is not a number was given for the ${metric} measure.`);
  if (metric === 'ratio' && values.some((value) => Number(value) < 0)) {
    throw new RangeError('An answer below zero was given for the ratio measure, which starts at zero.');
  }
  return values;
}

function countsOf(unit: Unit, values: Values): Counts {
  const counts = new Map<string | number, number>();
  for (const answer of unit) if (answer !== null) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return values.map((value) => counts.get(value) ?? 0);
}

/** Returns one minus the observed disagreement over the disagreement that chance would give. */
function alphaOf(tables: readonly Counts[], values: Values, metric: Metric): number | None {
  if (tables.length === 0) return { why: 'NOTHING_TO_COMPARE' };
  const margins = values.map((_, v) => total(tables.map((counts) => counts[v] ?? 0)));
  const distance = distancesOf(margins, values, metric);
  const seen = total(tables.map((counts) => disagreement(counts, distance) / (total(counts) - 1)));
  const byChance = disagreement(margins, distance) / (total(margins) - 1);
  return byChance === 0 ? { why: 'ONE_VALUE' } : 1 - seen / byChance;
}

function disagreement(counts: Counts, distance: readonly Counts[]): number {
  let sum = 0;
  counts.forEach((one, i) => {
    if (one > 0) for (let j = 0; j < i; j += 1) sum += 2 * one * (counts[j] ?? 0) * (distance[i]?.[j] ?? 0);
  });
  return sum;
}

/** Returns squared differences between values, `[i][j]` for `j < i`. */
function distancesOf(margins: Counts, values: Values, metric: Metric): readonly Counts[] {
  return values.map((a, i) =>
    values.slice(0, i).map((b, j) => distanceOf(metric, Number(a), Number(b), margins.slice(j, i + 1))),
  );
}

function distanceOf(metric: Metric, a: number, b: number, between: Counts): number {
  switch (metric) {
    case 'nominal':
      return 1;
    case 'ordinal':
      return (total(between) - ((between[0] ?? 0) + (between.at(-1) ?? 0)) / 2) ** 2;
    case 'interval':
      return (a - b) ** 2;
    case 'ratio':
      return ((a - b) / (a + b)) ** 2;
    default:
      return metric satisfies never;
  }
}

function resampled(
  tables: readonly Counts[],
  values: Values,
  metric: Metric,
  alpha: number,
  { seed, samples }: Bootstrap,
): Interval | null {
  const next = seeded(seed);
  const alphas: number[] = [];
  for (let n = 0; n < samples; n += 1) {
    const again = tables.map((own) => tables[Math.floor(next() * tables.length)] ?? own);
    const found = alphaOf(again, values, metric);
    if (typeof found === 'number') alphas.push(found);
  }
  const [low, high] = [quantile(alphas, 0.025), quantile(alphas, 0.975)];
  return low === null || high === null ? null : { low: Math.min(low, alpha), high: Math.max(high, alpha) };
}
