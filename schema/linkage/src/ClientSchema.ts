import type { Comparison } from './ClkSchema.ts';
import type { SexTable } from './slk581.ts';

/**
 * How an agency encodes a client: everything that changes a bit of what it sends stands in here, so that two agencies
 * whose schemas have the same hash (`schemaHash`) encode alike.
 */
export type ClientSchema = Readonly<{
  /** Names the rules that are code (folding of letters, places of the key, hashes); changed when they change. */
  rules: 'accord-client-1';
  /** What the agency's codes mean, in the SLK and the filter. */
  sexTable: SexTable;
  /** Bits of a filter after folding. */
  length: number;
  /** How often a filter is folded onto itself, XOR; it is filled at `length * 2 ** folds` bits, a power of two. */
  folds: number;
  /** Keeps the keys apart from those of any other use of the secret. */
  info: string;
  parts: readonly ClientPart[];
}>;

export type ClientPart = Readonly<{
  part: PartName;
  /** Parts of one key are compared with each other: a name stands in the filter alike, be it given or family name. */
  key: string;
  comparison: Comparison;
  /** The weight of the part: how many bits each of its tokens sets. */
  bitsPerToken: number;
}>;

/** `birth` is the whole date of birth, there only where day, month and year are. */
export type PartName = 'given' | 'family' | 'day' | 'month' | 'year' | 'birth' | 'sex' | 'suburb' | 'postcode';
