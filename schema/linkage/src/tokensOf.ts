import type { Comparison } from './ClkSchema.ts';
import { numericTokens } from './numericTokens.ts';

/**
 * Returns the parts of a value that are hashed. An empty value has no tokens and sets no bits.
 *
 * - ngram: the runs of `n` characters (code points) of the value, with `n - 1` blanks added at each end. If `positional`, each
 *   follows its position, counted from 1, and a blank.
 * - exact: the whole value.
 * - numeric: see `numericTokens`.
 *
 * Throws RangeError if the comparison makes no sense or its type is unknown.
 */
export function tokensOf(value: string, comparison: Comparison): readonly string[] {
  switch (comparison.type) {
    case 'ngram':
      return ngrams(value, comparison.n, comparison.positional ?? false);
    case 'exact':
      return value === '' ? [] : [value];
    case 'numeric':
      return numericTokens(value, comparison);
    default:
      comparison satisfies never;
      throw new RangeError(`Unknown comparison "${(comparison as { type: unknown }).type}".`);
  }
}

function ngrams(value: string, n: number, positional: boolean): readonly string[] {
  if (!Number.isInteger(n) || n < 1)
    throw new RangeError(`An n-gram needs a whole number of characters, 1 or more, not ${n}.`);
  if (value === '') return [];
  const margin = ' '.repeat(n - 1);
  const characters = [...(margin + value + margin)];
  const tokens: string[] = [];
  for (let place = 0; place + n <= characters.length; place += 1) {
    const run = characters.slice(place, place + n).join('');
    tokens.push(positional ? `${place + 1} ${run}` : run);
  }
  return tokens;
}
