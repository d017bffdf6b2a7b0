// biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL refuses a text with a NUL, so it is nobody's number.
const key = /^(?! )[^\u0000-\u001f\u007f]{1,200}(?<! )$/;

/** Record numbers as text, for tables keyed by a text column. Text that cannot be one (empty, spaces at its ends) is left out. */
export const texts = (numbers: readonly string[]): string[] => numbers.filter((number) => key.test(number));
