const plainNumber = /^[1-9]\d{0,19}$/;
const largest = 2n ** 63n - 1n;
const largestUnsigned = 2n ** 64n - 1n;

/** Record numbers for tables keyed by a 64-bit integer; otherwise as `ints`. */
export const bigints = (numbers: readonly string[]): bigint[] => upTo(largest, numbers);

/** The same for `BIGINT UNSIGNED` in MariaDB and MySQL. Other databases fail on numbers this large. */
export const unsignedBigints = (numbers: readonly string[]): bigint[] => upTo(largestUnsigned, numbers);

const upTo = (most: bigint, numbers: readonly string[]): bigint[] =>
  numbers
    .filter((number) => plainNumber.test(number))
    .map(BigInt)
    .filter((number) => number <= most);
