/** The median of a list of numbers. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Median, minimum and maximum. */
export const spread = (values) => ({ median: median(values), min: Math.min(...values), max: Math.max(...values) });

/** The medians of all rounds, key by key. */
export function medians(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));
}

/** The ratio of `one` to `other`, round by round. */
export const ratioOf = (one, other, key) => spread(one.map((round, at) => round[key] / other[at][key]));

/** Shown as "4.51 (4.40 to 4.66)". */
export const shown = ({ median: middle, min, max }) => `${middle.toFixed(2)} (${min.toFixed(2)} to ${max.toFixed(2)})`;
