import type { Comparison } from './ClkSchema.ts';

type Numeric = Extract<Comparison, { type: 'numeric' }>;

/**
 * Returns a number and its neighbourhood as tokens (Vatsalan and Christen 2015, as in clkhash): `2 * resolution + 1` of them.
 * The nearer two numbers are, the more tokens they share; beyond about `thresholdDistance` they share none.
 *
 * Everything is multiplied by `2 * resolution` instead of dividing the distance, so whole numbers stay exact. Fractions are
 * rounded to `fractional_precision` decimal places. Throws RangeError if the value is not a number.
 */
export function numericTokens(value: string, comparison: Numeric): readonly string[] {
  const { thresholdDistance, resolution, fractional_precision: precision = 0 } = comparison;
  if (!(thresholdDistance > 0)) throw new RangeError(`thresholdDistance must be above zero, not ${thresholdDistance}.`);
  if (!Number.isInteger(resolution) || resolution < 1)
    throw new RangeError(`resolution must be a whole number, 1 or more, not ${resolution}.`);
  if (!Number.isInteger(precision) || precision < 0)
    throw new RangeError(`fractional_precision must be a whole number, 0 or more, not ${precision}.`);
  const interval = BigInt(roundHalfToEven(thresholdDistance * 10 ** precision));
  if (interval === 0n) throw new RangeError('thresholdDistance is too small. It needs more fractional_precision.');
  if (value === '') return [];
  const near = nearestStep(wholeOf(value, precision) * 2n * BigInt(resolution), interval);
  return Array.from({ length: 2 * resolution + 1 }, (_, step) => String(near + BigInt(step - resolution) * interval));
}

/** Returns the multiple of `interval` nearest to `value`; the upper one if two are equally near. */
function nearestStep(value: bigint, interval: bigint): bigint {
  const residue = ((value % interval) + interval) % interval;
  if (residue === 0n) return value;
  return 2n * residue < interval ? value - residue : value + interval - residue;
}

/** Returns the value times `10 ** precision`, as a whole number. */
function wholeOf(value: string, precision: number): bigint {
  const text = value.trim();
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace('+', '')) * 10n ** BigInt(precision);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text))
    throw new RangeError('The value of a numeric feature is not a number.');
  const number = Number(text);
  return BigInt(precision > 0 ? roundHalfToEven(number * 10 ** precision) : Math.trunc(number));
}

function roundHalfToEven(number: number): number {
  const below = Math.floor(number);
  const rest = number - below;
  if (rest !== 0.5) return Math.round(number);
  return below % 2 === 0 ? below : below + 1;
}
