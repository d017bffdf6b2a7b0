import type { Share } from '../Share.ts';
import type { Why } from './Estimate.ts';
import { type Signal, signalsOf } from './signals.ts';
import { checkShare } from './wilson.ts';

/** A month with nothing known or nothing counted has neither value nor limits. */
export type PPoint = Readonly<{
  share: Share | null;
  value: number | null;
  limits: Readonly<{ low: number; high: number }> | null;
  signals: readonly Signal[];
}>;
export type PChart = Readonly<{ centre: number | null; why: Why | null; points: readonly PPoint[] }>;

/**
 * Returns a chart of shares in order of time, each with its own limits: `p ± 3 √(p(1-p)/n)`, kept within 0 and 1.
 *
 * Montgomery, Introduction to Statistical Quality Control (7th ed.), 7.2, variable sample size. Null stands for a month that is
 * withheld or missing. It is left out and never counts as zero; signals are looked for across the remaining months.
 */
export function pChart(shares: readonly (Share | null)[]): PChart {
  const known = shares.filter((share) => share !== null);
  for (const share of known) checkShare(share);
  const whole = known.reduce((sum, share) => sum + share.whole, 0);
  if (whole === 0) {
    const points = shares.map((share) => ({ share, value: null, limits: null, signals: [] }));
    return { centre: null, why: 'NOTHING_COUNTED', points };
  }
  const centre = known.reduce((sum, share) => sum + share.part, 0) / whole;
  const reachOf = (share: Share): number => 3 * Math.sqrt((centre * (1 - centre)) / share.whole);
  const counted = known.filter((share) => share.whole > 0);
  const signals = signalsOf(
    counted.map((share) => {
      const [value, reach] = [share.part / share.whole, reachOf(share)];
      return { value, at: reach === 0 ? 0 : (value - centre) / reach };
    }),
  );
  let counting = 0;
  const points = shares.map((share) => {
    if (share === null || share.whole === 0) return { share, value: null, limits: null, signals: [] };
    const reach = reachOf(share);
    const limits = { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
    const own = signals[counting] ?? [];
    counting += 1;
    return { share, value: share.part / share.whole, limits, signals: own };
  });
  return { centre, why: null, points };
}
