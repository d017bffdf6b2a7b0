import { wholeNumber } from './wholeNumber.ts';

/** Returns the chance of at most `k` heads in `n` throws of a fair coin. Cost: O(k). */
export function binomialAtMost(k: number, n: number): number {
  wholeNumber(n, 'The number of throws');
  if (k < 0) return 0;
  if (k >= n) return 1;
  let sum = 0;
  for (let i = 0; i <= k; i += 1) sum += Math.exp(logChoose(n, i) - n * Math.LN2);
  return Math.min(1, sum);
}

/** Returns the least `k` such that at most `k` heads have a chance of at least `p`: R's `qbinom(p, n, 0.5)`. Cost: O(n). */
export function binomialQuantile(p: number, n: number): number {
  wholeNumber(n, 'The number of throws');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability of ${p} was given. Give one from 0 to 1.`);
  let sum = 0;
  for (let k = 0; k < n; k += 1) {
    sum += Math.exp(logChoose(n, k) - n * Math.LN2);
    // As in R, a rounding error does not move the result to the next value.
    if (sum >= p * (1 - 64 * Number.EPSILON)) return k;
  }
  return n;
}

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) sum += Math.log((n - i + 1) / i);
  return sum;
}
