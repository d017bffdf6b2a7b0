import { saysNone } from '../mapping/saysNone.ts';

const words = {
  yes: ['Y', 'YES', 'T', 'TRUE', '1', '-1', 'J', 'X'],
  no: ['N', 'NO', 'F', 'FALSE', '0'],
} as const;
/** Of a word the one that goes with it: what a column will hold that says only the other so far. */
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

/** The opposite of a code that says yes or no, in its spelling. */
export const oppositeOf = (code: string): string => {
  const told = opposites.get(code.toUpperCase()) ?? '';
  return code === code.toUpperCase() ? told : told.toLowerCase();
};

/** Of a column's codes the one that says yes, or no; undefined where none does or there are more than three that say something. */
export const codeSaying = (answer: 'yes' | 'no', codes: readonly string[]): string | undefined =>
  codes.filter((code) => !saysNone(code)).length > 3
    ? undefined
    : codes.find((code) => words[answer].some((word) => word === code.toUpperCase()));
