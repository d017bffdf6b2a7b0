import type { Why } from './Estimate.ts';
import { wholeNumber } from './wholeNumber.ts';

export type Kappa = Readonly<{ estimate: number | null; why: Why | null }>;

/**
 * Returns agreement beyond chance, with the same number of raters on every row; `table[row][category]` counts raters.
 *
 * Fleiss (1971), Psychol Bull 76:378-382. For missing answers or ordered categories, use `krippendorffAlpha`.
 */
export function fleissKappa(table: readonly (readonly number[])[]): Kappa {
  const sums = table.map((row) => row.reduce((sum, count) => sum + wholeNumber(count, 'A count of raters'), 0));
  const raters = sums[0] ?? 0;
  if (sums.some((sum) => sum !== raters)) return { estimate: null, why: 'UNEVEN_RATERS' };
  if (raters < 2) return { estimate: null, why: 'NOTHING_TO_COMPARE' };
  const seen = mean(table.map((row) => (sumOf(row.map((n) => n * n)) - raters) / (raters * (raters - 1))));
  const width = Math.max(...table.map((row) => row.length));
  const shares = Array.from(
    { length: width },
    (_, c) => sumOf(table.map((row) => row[c] ?? 0)) / (raters * table.length),
  );
  const byChance = sumOf(shares.map((share) => share * share));
  if (shares.includes(1)) return { estimate: null, why: 'ONE_VALUE' };
  return { estimate: (seen - byChance) / (1 - byChance), why: null };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const mean = (values: readonly number[]): number => sumOf(values) / values.length;
