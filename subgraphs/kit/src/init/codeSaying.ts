const words = {
  yes: ['Y', 'YES', 'T', 'TRUE', '1', '-1', 'J'],
  no: ['N', 'NO', 'F', 'FALSE', '0'],
} as const;

/** Of a column's codes the one that says yes, or no; undefined where none does or there are more than three. */
export const codeSaying = (answer: 'yes' | 'no', codes: readonly string[]): string | undefined =>
  codes.length > 3 ? undefined : codes.find((code) => words[answer].some((word) => word === code.toUpperCase()));
