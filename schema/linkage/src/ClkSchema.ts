/**
 * A clkhash linkage schema, version 3, as in its JSON: what is hashed, how, and into how long a filter.
 *
 * The rules by which clkhash refuses a value (lengths, patterns, minima) affect no bit of a filter and are not read here.
 */
export type ClkSchema = Readonly<{
  version: number;
  clkConfig: Readonly<{
    /** Length of the filter after folding, in bits. */
    l: number;
    /** How often the filter is folded onto itself. It is filled at `l * 2 ** xor_folds` bits. */
    xor_folds?: number;
    kdf: ClkKdf;
  }>;
  /** One for each column of a record, in order. */
  features: readonly (ClkFeature | IgnoredFeature)[];
}>;

export type ClkKdf = Readonly<{
  type: 'HKDF';
  hash?: 'SHA256' | 'SHA512';
  /** Base64. */
  salt?: string;
  /** Base64. */
  info?: string;
  /** Length of each key in bytes; 64 where unset. */
  keySize?: number;
}>;

/** A column that is not hashed. It still takes up its keys. */
export type IgnoredFeature = Readonly<{ identifier: string; ignored: true }>;

export type ClkFeature = Readonly<{ identifier: string; format: ClkFormat; hashing: ClkHashing }>;

export type ClkFormat =
  | Readonly<{ type: 'string'; encoding?: TextEncoding }>
  | Readonly<{ type: 'integer' }>
  /** `format` uses the notation of strptime. */
  | Readonly<{ type: 'date'; format: string }>
  | Readonly<{ type: 'enum'; values: readonly string[] }>;

export type TextEncoding = 'ascii' | 'utf-8' | 'utf-16' | 'utf-32';

export type ClkHashing = Readonly<{
  comparison: Comparison;
  strategy: Strategy;
  /** `blakeHash` where unset. */
  hash?: HashType;
  missingValue?: Readonly<{ sentinel: string; replaceWith?: string }>;
}>;

export type Comparison =
  | Readonly<{ type: 'ngram'; n: number; positional?: boolean }>
  | Readonly<{ type: 'exact' }>
  | Readonly<{ type: 'numeric'; thresholdDistance: number; resolution: number; fractional_precision?: number }>;

/** A number of bits for each token, or a number for the whole feature, divided among its tokens. */
export type Strategy = Readonly<{ bitsPerToken: number }> | Readonly<{ bitsPerFeature: number }>;

export type HashType =
  | Readonly<{ type: 'blakeHash' }>
  | Readonly<{ type: 'doubleHash'; prevent_singularity?: boolean }>;
