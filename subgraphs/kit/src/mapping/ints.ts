const plainNumber = /^[1-9]\d{0,9}$/;
const largest = 2 ** 31 - 1;

/**
 * Record numbers as integers, for tables keyed by a 32-bit integer.
 *
 * Any spelling but the usual one is left out, so that `007` or `7e0` matches no record rather than record 7.
 */
export const ints = (numbers: readonly string[]): number[] =>
  numbers
    .filter((number) => plainNumber.test(number))
    .map(Number)
    .filter((number) => number <= largest);
