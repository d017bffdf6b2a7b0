import type { Comparison } from './ClkSchema.ts';
import type { SexTable } from './slk581.ts';

/**
 * How an agency encodes a client. Everything that affects any bit of what it sends is in here, so two agencies whose schemas
 * have the same hash (`schemaHash`) encode alike.
 */
export type ClientSchema = Readonly<{
  /** Names the rules that are code (folding of letters, places of the key, hashes). It changes when they do. */
  rules: 'accord-client-1';
  /** What the agency's sex codes mean, in the SLK and in the filter. */
  sexTable: SexTable;
  /** Length of a filter after folding, in bits. */
  length: number;
  /**
   * How often a filter is folded onto itself with XOR. It is filled at `length * 2 ** folds` bits, which must be a power of
   * two.
   */
  folds: number;
  /** Separates these keys from those of any other use of the secret. */
  info: string;
  parts: readonly ClientPart[];
}>;

export type ClientPart = Readonly<{
  part: PartName;
  /** Parts with the same key are compared with each other: a name sets the same bits as a given name and as a family name. */
  key: string;
  comparison: Comparison;
  /** The weight of the part: how many bits each of its tokens sets. */
  bitsPerToken: number;
}>;

/** `birth` is the whole date of birth; it is present only if day, month and year all are. */
export type PartName = 'given' | 'family' | 'day' | 'month' | 'year' | 'birth' | 'sex' | 'suburb' | 'postcode';
