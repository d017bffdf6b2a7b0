/** How two samples of durations differ. */
export type Difference = Readonly<{
  /** Median of `a` minus median of `b`, in milliseconds. */
  medianMs: number;
  /** Probability of a difference at least this large by chance alone (Mann-Whitney U, two-sided, normal approximation). */
  chance: number;
}>;

/**
 * Compares two samples that were taken alternately, so that whatever else the machine does affects both. It compares ranks, not
 * means, so a garbage collection pause counts no more than any other slow answer.
 */
export function compareTimes(a: readonly number[], b: readonly number[]): Difference {
  const all = [...a.map((ms) => ({ ms, first: true })), ...b.map((ms) => ({ ms, first: false }))];
  all.sort((x, y) => x.ms - y.ms);
  const ranks = all.reduce((sum, { first }, place) => (first ? sum + place + 1 : sum), 0);
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const spread = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  return { medianMs: median(a) - median(b), chance: twoSided((u - (a.length * b.length) / 2) / spread) };
}

export function median(sample: readonly number[]): number {
  const sorted = [...sample].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Two-sided p-value of a normal deviate: Abramowitz and Stegun 26.2.17. */
function twoSided(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 2 * density * tail;
}
