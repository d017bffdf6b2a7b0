const plainNumber = /^[1-9]\d{0,9}$/;
const largest = 2 ** 31 - 1;

/**
 * Record numbers as integers, for tables keyed by a 32-bit integer.
 *
 * What is not the usual spelling of such a number is left out, so that `007` or `7e0` is nobody's record, not record 7.
 */
export const ints = (numbers: readonly string[]): number[] =>
  numbers
    .filter((number) => plainNumber.test(number))
    .map(Number)
    .filter((number) => number <= largest);
