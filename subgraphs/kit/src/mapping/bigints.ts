const plainNumber = /^[1-9]\d{0,18}$/;
const largest = 2n ** 63n - 1n;

/** Record numbers for tables keyed by a 64-bit integer; otherwise as `ints`. */
export const bigints = (numbers: readonly string[]): bigint[] =>
  numbers
    .filter((number) => plainNumber.test(number))
    .map(BigInt)
    .filter((number) => number <= largest);
