import fc from 'fast-check';
import { bitsForTokens } from './bitsForTokens.ts';
import { tokensOf } from './tokensOf.ts';

// These examples are from clkhash's documentation.

test('the bigrams of a word, including its ends', () => {
  const bigrams = [' c', 'cl', 'lk', 'kh', 'ha', 'as', 'sh', 'h '];
  expect(tokensOf('clkhash', { type: 'ngram', n: 2 })).toEqual(bigrams);
  expect(tokensOf('clkhash', { type: 'ngram', n: 2, positional: true })).toEqual(
    bigrams.map((bigram, place) => `${place + 1} ${bigram}`),
  );
});

test('a figure with its position', () => {
  expect(tokensOf('222', { type: 'ngram', n: 1, positional: true })).toEqual(['1 2', '2 2', '3 2']);
});

test('a character outside the basic plane is one character', () => {
  expect(tokensOf('𠮷野', { type: 'ngram', n: 2 })).toEqual([' 𠮷', '𠮷野', '野 ']);
});

test('an empty value has no tokens, whatever the comparison', () => {
  expect(tokensOf('', { type: 'ngram', n: 3 })).toEqual([]);
  expect(tokensOf('', { type: 'exact' })).toEqual([]);
  expect(tokensOf('', { type: 'numeric', thresholdDistance: 1, resolution: 20, fractional_precision: 3 })).toEqual([]);
});

test('a number gives itself and its neighbourhood', () => {
  const comparison = { type: 'numeric', thresholdDistance: 8, resolution: 2 } as const;
  expect(tokensOf('25', comparison)).toEqual(['88', '96', '104', '112', '120']);
  expect(tokensOf('-25', comparison)).toEqual(['-112', '-104', '-96', '-88', '-80']);
});

test('a number gives the same tokens however it is written', () => {
  const comparison = { type: 'numeric', thresholdDistance: 1, resolution: 20, fractional_precision: 3 } as const;
  for (const written of ['42.000', '4.2e1', ' +42 ']) {
    expect(tokensOf(written, comparison)).toEqual(tokensOf('42', comparison));
  }
});

test('numbers exactly the threshold apart share one token; numbers half as far apart again share none', () => {
  const whole = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(fc.bigInt(), whole, fc.integer({ min: 1, max: 64 }), (number, thresholdDistance, resolution) => {
      const comparison = { type: 'numeric', thresholdDistance, resolution } as const;
      const mine = tokensOf(String(number), comparison);
      const shared = (distance: number) => {
        const other = tokensOf(String(number + BigInt(distance)), comparison);
        return other.filter((token) => mine.includes(token)).length;
      };
      expect(new Set(mine).size).toBe(2 * resolution + 1);
      expect(shared(thresholdDistance)).toBe(1);
      expect(shared(thresholdDistance + Math.ceil(thresholdDistance / 2))).toBe(0);
    }),
  );
});

test.each([
  [{ type: 'ngram', n: 0 }, /not 0/],
  [{ type: 'numeric', thresholdDistance: 0, resolution: 1 }, /above zero/],
  [{ type: 'numeric', thresholdDistance: 1, resolution: 0 }, /resolution must be a whole number, 1 or more/],
  [{ type: 'numeric', thresholdDistance: 1, resolution: 1, fractional_precision: -1 }, /0 or more/],
  [{ type: 'numeric', thresholdDistance: 0.001, resolution: 1, fractional_precision: 2 }, /more fractional_precision/],
  [{ type: 'apples' }, /Unknown comparison "apples"/],
])('%j is not a valid comparison', (comparison, message) => {
  expect(() => tokensOf('1', comparison as never)).toThrow(message);
});

test('bits that do not divide evenly go to the first tokens', () => {
  expect(bitsForTokens(3, { bitsPerFeature: 11 })).toEqual([4, 4, 3]);
  expect(bitsForTokens(3, { bitsPerToken: 11 })).toEqual([11, 11, 11]);
  expect(bitsForTokens(0, { bitsPerFeature: 11 })).toEqual([]);
});
