/** What the hub keeps about a record for linkage, as its agency encoded it. None of it can be read back. */
export type Encoding = Readonly<{
  /** The keyed linkage key; null where none could be made. */
  slk: string | null;
  /** The filter with the names as they are written: 128 bytes. */
  clk: Uint8Array;
  /** One filter for each other name. */
  aliases: readonly Uint8Array[];
  /** Day, month, year: A accurate, E an estimate, U unknown; null where the agency keeps no indicator. */
  dobAccuracy: string | null;
  /** 1 male, 2 female, 3 another term, 9 not stated; null where it was not sent. */
  sexCode: string | null;
  /** Which parts are in the filter: `partBits`. */
  parts: number;
}>;

/** The bit of each part in `parts`, as it is sent (`schema/linkage` has the same numbers; a test keeps the two equal). */
export const partBits = {
  given: 1,
  family: 2,
  day: 4,
  month: 8,
  year: 16,
  sex: 32,
  suburb: 64,
  postcode: 128,
  birth: 256,
} as const;

export const NAMES = partBits.given | partBits.family;
export const DATE = partBits.day | partBits.month | partBits.year;
export const PLACE = partBits.suburb | partBits.postcode;

/** True if a mask has all the parts of another. */
export const hasAll = (mask: number, parts: number): boolean => (mask & parts) === parts;
/** True if a mask has any of the parts of another. */
export const hasAny = (mask: number, parts: number): boolean => (mask & parts) !== 0;
