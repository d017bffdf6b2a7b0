import { type Estimate, estimated, without, z95 } from './Estimate.ts';
import { wholeNumber } from './wholeNumber.ts';

/** A count over a number of months, or of records at risk. */
export type Rate = Readonly<{ count: number; over: number }>;

/**
 * Returns the rate after divided by the rate before, with a 95% interval.
 *
 * The large-sample interval on the log scale, `exp(log(ratio) ± z √(1/a + 1/b))`: Rothman, Greenland and Lash, Modern
 * Epidemiology (3rd ed.), ch. 14, person-time data. It gives QUALITY's 30 -> 40: 0.83-2.14 and 90 -> 120: 1.01-1.75; the score
 * and the exact conditional interval give 0.83-2.13 and 0.81-2.21.
 *
 * None after: the ratio is 0, and its upper end the exact conditional one (Clopper and Pearson 1934). None before: null.
 */
export function rateRatio(before: Rate, after: Rate): Estimate {
  const [a, b] = [checked(before), checked(after)];
  if (a.count === 0) return without(b.count === 0 ? 'NOTHING_COUNTED' : 'NONE_BEFORE');
  const scale = a.over / b.over;
  if (b.count === 0) return estimated(0, { low: 0, high: (0.025 ** (-1 / a.count) - 1) * scale });
  const ratio = (b.count / a.count) * scale;
  const spread = Math.exp(z95 * Math.sqrt(1 / a.count + 1 / b.count));
  return estimated(ratio, { low: ratio / spread, high: ratio * spread });
}

function checked(rate: Rate): Rate {
  wholeNumber(rate.count, 'A count');
  if (rate.over > 0 && Number.isFinite(rate.over)) return rate;
  throw new RangeError(`A count over ${rate.over} was given. What it was counted over must be more than 0.`);
}
