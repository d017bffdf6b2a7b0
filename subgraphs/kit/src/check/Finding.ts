/**
 * Something that a check found about how the agency's records are served. It never names a person or repeats what somebody
 * wrote.
 */
export type Finding = Readonly<{
  /** Which check found it. */
  check:
    | 'DATES_OF_BIRTH'
    | 'NAMES'
    | 'SOFT_DELETES'
    | 'DEAD_REFERENCES'
    | 'SLOW_TABLES'
    | 'EXTRACT'
    | 'TOLD_TO_NOBODY'
    | 'CODES'
    | 'VALUES';
  /** `MEND`: something is served that should not be, or is missing although it exists. `LOOK`: it may be right as it is. */
  gravity: 'MEND' | 'LOOK';
  /** A section, or a table and column. */
  where: string;
  found: string;
  todo: string;
}>;

/** `1 record`, `12 records`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
