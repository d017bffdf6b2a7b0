import { base64 } from './base64.ts';
import type { ClkFeature, ClkKdf, ClkSchema, HashType, Strategy } from './ClkSchema.ts';
import { clkEncoder, encodeClk } from './encodeClk.ts';
import { featureKeys } from './featureKeys.ts';

// Filters published by clkhash (CSIRO's Data61, Apache-2.0). Only the numbers are taken from it.

const salt = 'SCbL2zHNnmsckfzchsNkZY9XoHk96P/G5nUBrM7ybymlEFsMV6PAeDZCNp3rfNUPCtLDMOGQHG4pCQpfhiHCyA==';
const info = 'c2NoZW1hX2V4YW1wbGU=';

/** clkhash `tests/test_clk.py`, `test_encoding_regression`: a version 1 schema, written here as version 3. */
describe('the encoding regression test of clkhash', () => {
  const feature = (
    identifier: string,
    format: ClkFeature['format'],
    [n, positional, bitsPerToken]: readonly [number, boolean, number],
  ): ClkFeature => ({
    identifier,
    format,
    hashing: { comparison: { type: 'ngram', n, positional }, strategy: { bitsPerToken }, hash: { type: 'doubleHash' } },
  });
  const schema: ClkSchema = {
    version: 3,
    clkConfig: { l: 1024, kdf: { type: 'HKDF', hash: 'SHA256', salt, info, keySize: 64 } },
    features: [
      feature('name', { type: 'string', encoding: 'utf-8' }, [2, false, 60]),
      feature('id', { type: 'string', encoding: 'ascii' }, [1, true, 30]),
      feature('dob', { type: 'date', format: '%Y-%m-%d' }, [2, true, 15]),
      feature('gender', { type: 'enum', values: ['M', 'F'] }, [1, false, 30]),
      feature('children', { type: 'integer' }, [1, true, 30]),
    ],
  };

  test.each([
    [
      ['KÉVIN', 'kev007', '1963-12-13', 'M', '1'],
      'SU9+/O/Jzzi0sfzH8K2l3+qfhn8Ky3jVI21DVdH9j2fXE++JH8GcQGSeYxDZFxALCAT8CHwYJyQcRT3MhUQOFWcOf5fWdr6ofh6DYy8iv////weyunbMahfV9RMWkRwQmBL3fjreUVOCS9D9kAbQC2XgULidKCTHd9ZpbPJ91eE=',
    ],
    [
      ['JOHN HOWARD, ESQ.', 'stv534', '1992-02-29', 'M', '16'],
      'Pfl1/d7/31/+9u9x9zv//76/83//0v1Xt/dX/3X/e79XP7vd+Xfkf//2/9Xb/7Fd73e9f/n0f/c7Vb99B/X29d8997Pz/vJ87X/X/vcX9vt1d+/+5bP1fvfevnfX8d/f/j0XPL7f999kc/28/3d4c7t/9b/+Pf411/f2+3z1d/s=',
    ],
  ])('%j', (record, clk) => {
    expect(base64(encodeClk(record, 'chicken', schema))).toBe(clk);
  });
});

/** The first record of febrl4, which the tutorials of clkhash and anonlink-client encode. */
const michaela = [
  ...['rec-1070-org', 'michaela', 'neumann', '8', 'stanley street', 'miami', 'winston hills'],
  ...['4223', 'nsw', '19151111', '5304218'],
];
const columns = [
  ...['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb'],
  ...['postcode', 'state', 'date_of_birth', 'soc_sec_id'],
];
const numbers = new Set(['street_number', 'postcode', 'date_of_birth']);
const strong = new Set(['given_name', 'surname', 'date_of_birth']);

function febrlSchema(
  hash: HashType,
  strategyOf: (strong: boolean) => Strategy,
  kdf: ClkKdf = { type: 'HKDF' },
): ClkSchema {
  return {
    version: 3,
    clkConfig: { l: 1024, kdf },
    features: columns.map((identifier) =>
      identifier === 'rec_id' || identifier === 'soc_sec_id'
        ? { identifier, ignored: true }
        : {
            identifier,
            format: { type: numbers.has(identifier) ? 'integer' : 'string' },
            hashing: {
              comparison: numbers.has(identifier) ? { type: 'ngram', n: 1, positional: true } : { type: 'ngram', n: 2 },
              strategy: strategyOf(strong.has(identifier)),
              hash,
              missingValue: { sentinel: '' },
            },
          },
    ),
  };
}

/** data61/anonlink-client `docs/tutorial/tutorial_api.ipynb`: the filter shown for the first record. */
test('BLAKE2b with a number of bits per feature: the tutorial of anonlink-client', () => {
  const schema = febrlSchema({ type: 'blakeHash' }, (name) => ({ bitsPerFeature: name ? 200 : 100 }));
  const published =
    '1111111100101100001100011011110111100111001111111000111110010100011101111111111110111000110111111110111101011111111001011111011110111011101111001101011101100111101110001101101101010011001100110011010111110011010100101010111011111100101000111111101101111011100011100111110011110110110011110001010101101011011111111011011111110101100110010101111101111111101110001111110111111101010111100101110111100110111110100100110001100010110110111101101111011010111111110011110100101010111111110111011111100110111011111100001011111100011110000101010111111011101111011110110110001000100111111111111011101111101100111110111111011011001111100011111110111110100101101001000100011110101001000010101001110110111111111001111111111111010101011001110110101010110101100110110111000111111110111111000010111111000111110011111000100101111111111011111001111100011001101000110010111110111010001111111101110100101110001111001011111011111111011010110011011011001011010101011111111011011111110101111001101111010101111111011101111010001101110011101110111101';
  const bits = [...encodeClk(michaela, 'secret', schema)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  expect(bits).toBe(published);
});

// clkhash used to derive the two keys of a feature from two secrets.
function keysOfTwoSecrets(kdf: ClkKdf) {
  const keysOf = (secret: string) => featureKeys(secret, Math.ceil(columns.length / 2), kdf).flat();
  const [first, second] = [keysOf('key1'), keysOf('key2')];
  return columns.map((_, place) => [first[place] ?? new Uint8Array(), second[place] ?? new Uint8Array()] as const);
}

/** data61/clkhash `docs/tutorial_api.ipynb` (commit 05eb431). */
test('BLAKE2b with a number of bits per feature, under the older derivation: the tutorial of clkhash', () => {
  const schema = febrlSchema({ type: 'blakeHash' }, (name) => ({ bitsPerFeature: name ? 200 : 100 }));
  expect(base64(clkEncoder(schema, keysOfTwoSecrets(schema.clkConfig.kdf))(michaela))).toBe(
    'wTmf3/rPF3Pj/85fORXpee/9+v3/1o9714/7d/bW+G7+9N3Cij///a1//nr/9/cZn/BT9+kWnl9203/eOtvM4G4s3e8lX+7X+f0kXez7XbOfevz7/r6wvN99Mncp367yPeZW3uMYv9Evf9/sPuOq3+p79t6/qn/v7O5e/Jurvr8=',
  );
});

/** data61/clkhash `docs/tutorial_api.ipynb` (commit 58abd51). */
test('double hashing with a number of bits per token, under the older derivation: the older tutorial of clkhash', () => {
  const schema = febrlSchema({ type: 'doubleHash' }, (name) => ({ bitsPerToken: name ? 20 : 10 }), {
    type: 'HKDF',
    salt,
    info,
  });
  expect(base64(clkEncoder(schema, keysOfTwoSecrets(schema.clkConfig.kdf))(michaela))).toBe(
    'BD8JWW7DzwP82PjV5/jbN40+bT3V4z7V+QBtHYcdF32WpPvDvHUdLXCX3tuV1/4rv+23v9R1fKmJcmoNi7OvoecRLMnHzqv9J5SfT15VXe7KPht9d49zRt73+l3Tfs+Web8kx32vSdo+SfnlHqKbn11V6w9zFm3kb07e67MX7tw=',
  );
});
