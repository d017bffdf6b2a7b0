/** Why there is no number: the counts do not give one. It is never NaN, nor a zero in its place. */
export type Why =
  /** Nothing was counted, so there is no share of it. */
  | 'NOTHING_COUNTED'
  /** Nothing was counted before, and there is no ratio to nothing. */
  | 'NONE_BEFORE'
  /** No scenario has two answers, so nobody can agree or disagree. */
  | 'NOTHING_TO_COMPARE'
  /** Every answer is the same, so agreement beyond chance cannot be measured. */
  | 'ONE_VALUE'
  /** Rows have different numbers of raters, which this measure does not allow for. */
  | 'UNEVEN_RATERS'
  /** Fewer points than the rule needs. */
  | 'TOO_FEW_POINTS';

export type Interval = Readonly<{ low: number; high: number }>;

/** A number with its 95% interval; null with the reason if there is none. `why` is null exactly when `estimate` is not. */
export type Estimate = Readonly<{ estimate: number | null; interval: Interval | null; why: Why | null }>;

export const estimated = (estimate: number, interval: Interval): Estimate => ({ estimate, interval, why: null });
export const without = (why: Why): Estimate => ({ estimate: null, interval: null, why });

/** The 0.975 quantile of the normal distribution: every interval here is a 95% one. */
export const z95 = 1.959963984540054;
