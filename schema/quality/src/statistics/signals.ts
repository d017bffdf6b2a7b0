/**
 * What a point may signal: it is beyond a limit; it is one of seven or more in a row on one side of the centre; it is one of
 * seven or more that each rise (or each fall); or it is one of two out of three in the outer third near a limit, on the same
 * side.
 */
export type Signal = 'OUTSIDE' | 'SEVEN_ONE_SIDE' | 'SEVEN_TREND' | 'TWO_OF_THREE_NEAR';

/** `at` is the point's position between centre and limit: 0 on the centre, 1 on the upper limit, -1 on the lower. */
export type Placed = Readonly<{ value: number; at: number }>;

/**
 * Returns the signals of every point, in order. A point on the centre, or equal to the one before, ends a run.
 *
 * NHS England, Making Data Count: the rules of its XmR charts.
 */
export function signalsOf(points: readonly Placed[]): readonly (readonly Signal[])[] {
  const found = points.map(() => new Set<Signal>());
  const mark = (from: number, to: number, signal: Signal): void => {
    for (let i = from; i <= to; i += 1) found[i]?.add(signal);
  };
  points.forEach((point, i) => {
    if (Math.abs(point.at) > 1) mark(i, i, 'OUTSIDE');
  });
  for (const run of runsOf(points.map((point) => Math.sign(point.at)))) {
    if (run.sign !== 0 && run.to - run.from >= 6) mark(run.from, run.to, 'SEVEN_ONE_SIDE');
  }
  const steps = points.slice(1).map((point, i) => Math.sign(point.value - (points[i]?.value ?? point.value)));
  for (const run of runsOf(steps)) {
    if (run.sign !== 0 && run.to - run.from >= 5) mark(run.from, run.to + 1, 'SEVEN_TREND');
  }
  points.forEach((_, i) => {
    for (const side of [1, -1]) {
      const near = [i - 2, i - 1, i].filter((n) => (points[n]?.at ?? 0) * side > 2 / 3);
      if (i >= 2 && near.length >= 2) for (const n of near) mark(n, n, 'TWO_OF_THREE_NEAR');
    }
  });
  return found.map((signals) => [...signals]);
}

/** Returns the stretches of equal sign. */
export function runsOf(signs: readonly number[]): readonly Readonly<{ sign: number; from: number; to: number }>[] {
  const runs: { sign: number; from: number; to: number }[] = [];
  signs.forEach((sign, i) => {
    const last = runs.at(-1);
    if (last?.sign === sign) last.to = i;
    else runs.push({ sign, from: i, to: i });
  });
  return runs;
}
