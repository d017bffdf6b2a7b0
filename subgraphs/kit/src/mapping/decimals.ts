const plainNumber = /^[1-9]\d{0,19}$/;

/** Record numbers for tables keyed by whole numbers in a NUMERIC column, up to 20 digits; otherwise as `ints`. */
export const decimals = (numbers: readonly string[]): string[] => numbers.filter((number) => plainNumber.test(number));
