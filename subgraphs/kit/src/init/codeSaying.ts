import { saysNone } from '../mapping/saysNone.ts';

const words = {
  yes: ['Y', 'YES', 'T', 'TRUE', '1', '-1', 'J', 'X'],
  no: ['N', 'NO', 'F', 'FALSE', '0'],
} as const;
/** For each word its opposite: what a column will hold that has had only the other value so far. */
const opposites: ReadonlyMap<string, string> = new Map([
  ...(
    [
      ['Y', 'N'],
      ['YES', 'NO'],
      ['T', 'F'],
      ['TRUE', 'FALSE'],
      ['1', '0'],
    ] as const
  ).flatMap(
    ([yes, no]) =>
      [
        [yes, no],
        [no, yes],
      ] as const,
  ),
  ...([
    ['-1', '0'],
    ['J', 'N'],
    ['X', ''],
  ] as const),
]);

/** The opposite of a yes or no code, in the same spelling. */
export const oppositeOf = (code: string): string => {
  const told = opposites.get(code.toUpperCase()) ?? '';
  return code === code.toUpperCase() ? told : told.toLowerCase();
};

/**
 * The one code among a column's that means yes, or no; undefined where none does, or where more than three codes mean
 * something.
 */
export const codeSaying = (answer: 'yes' | 'no', codes: readonly string[]): string | undefined =>
  codes.filter((code) => !saysNone(code)).length > 3
    ? undefined
    : codes.find((code) => words[answer].some((word) => word === code.toUpperCase()));
