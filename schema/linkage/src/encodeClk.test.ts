import fc from 'fast-check';
import { base64 } from './base64.ts';
import type { ClkFeature, ClkSchema } from './ClkSchema.ts';
import { clkEncoder, encodeClk } from './encodeClk.ts';
import { featureKeys } from './featureKeys.ts';
import { popcount } from './popcount.ts';

const name: ClkFeature = {
  identifier: 'name',
  format: { type: 'string' },
  hashing: { comparison: { type: 'ngram', n: 2 }, strategy: { bitsPerToken: 20 } },
};
const age: ClkFeature = {
  identifier: 'age',
  format: { type: 'integer' },
  hashing: { comparison: { type: 'ngram', n: 1 }, strategy: { bitsPerFeature: 40 } },
};
const schemaOf = (features: ClkSchema['features'], clkConfig: Partial<ClkSchema['clkConfig']> = {}): ClkSchema => ({
  version: 3,
  clkConfig: { l: 1024, kdf: { type: 'HKDF' }, ...clkConfig },
  features,
});
const encode = (record: readonly string[], schema: ClkSchema) => base64(encodeClk(record, 'secret', schema));

test('a sentinel is encoded as its replacement', () => {
  const missing = schemaOf([
    { ...name, hashing: { ...name.hashing, missingValue: { sentinel: 'null', replaceWith: 'Bob' } } },
    { ...age, hashing: { ...age.hashing, missingValue: { sentinel: 'NA', replaceWith: '42' } } },
  ]);
  expect(encode(['null', 'NA'], missing)).toBe(encode(['Bob', '42'], missing));
  expect(encode(['null', '42'], missing)).not.toBe(encode(['null', '42'], schemaOf([name, age])));
});

test('a sentinel without a replacement is encoded as it is, whatever the format', () => {
  const unasked = { ...age, hashing: { ...age.hashing, missingValue: { sentinel: '' } } };
  expect(popcount(encodeClk([''], 'secret', schemaOf([unasked])))).toBe(0);
  expect(() => encode([''], schemaOf([age]))).toThrow('A value of "age" does not fit its format.');
});

test('a whole number gives the same filter however it is written', () => {
  for (const written of [' 65', '+65', '065', '65 ']) {
    expect(encode([written], schemaOf([age]))).toBe(encode(['65'], schemaOf([age])));
  }
});

test('a date gives the same filter however it is written, and must exist in the calendar', () => {
  const born = (format: string): ClkSchema =>
    schemaOf([{ identifier: 'dob', format: { type: 'date', format }, hashing: name.hashing }]);
  const day = encode(['1970-02-01'], born('%Y-%m-%d'));
  expect(encode(['1/2/1970'], born('%d/%m/%Y'))).toBe(day);
  expect(encode(['01.02.70'], born('%d.%m.%y'))).toBe(day);
  expect(encode(['01.02.69'], born('%d.%m.%y'))).toBe(encode(['1969-02-01'], born('%Y-%m-%d')));
  expect(encode(['01.02.68'], born('%d.%m.%y'))).toBe(encode(['2068-02-01'], born('%Y-%m-%d')));
  expect(encode(['19700201'], schemaOf([{ ...name, identifier: 'dob' }]))).toBe(day);
  expect(() => encode(['30/2/1970'], born('%d/%m/%Y'))).toThrow('does not fit');
  expect(() => encode(['01x02x70'], born('%d.%m.%y'))).toThrow('does not fit');
  expect(() => encode(['Feb 1970'], born('%b %Y'))).toThrow('"%b"');
});

test('an ignored column sets no bit but still takes up its keys', () => {
  const ignored = { identifier: 'id', ignored: true } as const;
  const behind = schemaOf([ignored, name]);
  expect(encode(['1', 'Ada'], behind)).toBe(encode(['2', 'Ada'], behind));
  const keys = featureKeys('secret', 2, { type: 'HKDF' });
  expect(base64(clkEncoder(schemaOf([name]), keys.slice(1))(['Ada']))).toBe(encode(['1', 'Ada'], behind));
  expect(encode(['1', 'Ada'], behind)).not.toBe(encode(['Ada', '1'], schemaOf([name, ignored])));
});

test('folding XORs the halves of the longer filter, repeatedly', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 3 }), (value, folds) => {
      let long = encodeClk([value], 'secret', schemaOf([name], { l: 256 * 2 ** folds }));
      for (let fold = 0; fold < folds; fold += 1) {
        const half = long.length / 2;
        long = long.slice(0, half).map((byte, place) => byte ^ (long[half + place] ?? 0));
      }
      expect(encode([value], schemaOf([name], { l: 256, xor_folds: folds }))).toBe(base64(long));
    }),
  );
});

test('a filter that does not end on a byte boundary is padded with zeros', () => {
  const doubled: ClkFeature = { ...name, hashing: { ...name.hashing, hash: { type: 'doubleHash' } } };
  const clk = encodeClk(['a long enough name to fill it'], 'secret', schemaOf([doubled], { l: 21 }));
  expect([...clk]).toEqual([255, 255, 0b11111000]);
});

test.each<readonly [string, unknown, readonly string[]]>([
  ['version 2', { ...schemaOf([name]), version: 2 }, ['Ada']],
  ['1 features, but the record has 2 values', schemaOf([name]), ['Ada', '1']],
  ['must be a power of two, not 1000 bits', schemaOf([name], { l: 1000 }), ['Ada']],
  ['Unknown key derivation "PBKDF2"', schemaOf([name], { kdf: { type: 'PBKDF2' } as never }), ['Ada']],
  ['Unknown hash "MD4"', schemaOf([name], { kdf: { type: 'HKDF', hash: 'MD4' as never } }), ['Ada']],
  [
    'Unknown hash "sip"',
    schemaOf([{ ...name, hashing: { ...name.hashing, hash: { type: 'sip' } as never } }]),
    ['Ada'],
  ],
  [
    'whole number of bits, 1 or more, not 1.5',
    schemaOf([{ ...name, hashing: { ...name.hashing, strategy: { bitsPerToken: 1.5 } } }]),
    ['Ada'],
  ],
  ['ASCII', schemaOf([{ ...name, format: { type: 'string', encoding: 'ascii' } }]), ['Zoë']],
])('refused, saying why: %s', (message, schema, record) => {
  expect(() => encode(record, schema as ClkSchema)).toThrow(message);
});

test('an error does not show the value', () => {
  const ascii: ClkFeature = { ...name, format: { type: 'string', encoding: 'ascii' } };
  for (const [feature, value] of [
    [ascii, 'Zoë'],
    [age, 'Zoë'],
  ] as const) {
    expect(() => encode([value], schemaOf([feature]))).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Zoë') }),
    );
  }
});
