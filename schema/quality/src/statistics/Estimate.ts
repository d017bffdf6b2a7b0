/** Why there is no number: what was counted does not say. Never NaN, never a zero that stands for it. */
export type Why =
  /** Nothing was counted, so there is no share of it. */
  | 'NOTHING_COUNTED'
  /** A count of none to compare with: there is no ratio to nothing. */
  | 'NONE_BEFORE'
  /** Fewer than two answers to any one scenario, so nobody can agree or not. */
  | 'NOTHING_TO_COMPARE'
  /** Every answer is the same one: agreement beyond chance cannot be told from that. */
  | 'ONE_VALUE'
  /** Rows with different numbers of raters, which this measure is not made for. */
  | 'UNEVEN_RATERS'
  /** Fewer points than the rule needs. */
  | 'TOO_FEW_POINTS';

export type Interval = Readonly<{ low: number; high: number }>;

/** A number with its 95% interval; null with the reason where there is none. `why` is null exactly when `estimate` is not. */
export type Estimate = Readonly<{ estimate: number | null; interval: Interval | null; why: Why | null }>;

export const estimated = (estimate: number, interval: Interval): Estimate => ({ estimate, interval, why: null });
export const without = (why: Why): Estimate => ({ estimate: null, interval: null, why });

/** The 0.975 quantile of the normal distribution: every interval here is a 95% one. */
export const z95 = 1.959963984540054;
