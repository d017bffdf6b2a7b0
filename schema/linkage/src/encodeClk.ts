import { bitsForTokens } from './bitsForTokens.ts';
import type { ClkFeature, ClkSchema } from './ClkSchema.ts';
import { encodeText } from './encodeText.ts';
import { type FeatureKeys, featureKeys } from './featureKeys.ts';
import { foldedFilter } from './foldedFilter.ts';
import { formatValue } from './formatValue.ts';
import { tokenPlaces } from './tokenPlaces.ts';
import { tokensOf } from './tokensOf.ts';

/**
 * Returns the cryptographic long-term key of a record: byte for byte what clkhash gives under the same secret and a version 3
 * schema. The record has one value for each feature of the schema, including ignored ones.
 *
 * Throws RangeError for a schema of another version, a record of another length or a value that does not fit.
 */
export function encodeClk(record: readonly string[], secret: Uint8Array | string, schema: ClkSchema): Uint8Array {
  return clkEncoder(schema, featureKeys(secret, schema.features.length, schema.clkConfig.kdf))(record);
}

/** Returns an encoder for many records, with the keys derived once (`featureKeys`). */
export function clkEncoder(schema: ClkSchema, keys: readonly FeatureKeys[]): (record: readonly string[]) => Uint8Array {
  if (schema.version !== 3)
    throw new RangeError(`The linkage schema is version ${schema.version}. Only version 3 is supported.`);
  const { l, xor_folds: folds = 0 } = schema.clkConfig;
  if (!Number.isInteger(l) || l < 1 || !Number.isInteger(folds) || folds < 0) {
    throw new RangeError(`A filter of ${l} bits folded ${folds} times cannot be made.`);
  }
  return (record) => {
    if (record.length !== schema.features.length) {
      throw new RangeError(
        `The schema has ${schema.features.length} features, but the record has ${record.length} values.`,
      );
    }
    const places = schema.features.map((feature, column) => {
      const value = record[column];
      const own = keys[column];
      if ('ignored' in feature || value === undefined || own === undefined) return [];
      return placesOf(value, feature, own, l * 2 ** folds);
    });
    return foldedFilter(places, l, folds);
  };
}

function placesOf(value: string, feature: ClkFeature, keys: FeatureKeys, length: number): readonly number[] {
  const { comparison, strategy, hash = { type: 'blakeHash' } } = feature.hashing;
  const encoding = feature.format.type === 'string' ? (feature.format.encoding ?? 'utf-8') : 'utf-8';
  const tokens = tokensOf(formatValue(value, feature), comparison);
  const bits = bitsForTokens(tokens.length, strategy);
  return tokens.flatMap((token, place) =>
    tokenPlaces(encodeText(token, encoding), bits[place] ?? 0, { keys, hash, length }),
  );
}
