import { parse } from 'yaml';

/** Words that others may read differently from what is meant, and what to say instead. */
export type WordingEntry = Readonly<{ terms: readonly string[]; instead: readonly string[]; why: string }>;

/** A word as it appears in a text, with what might be said instead. */
export type WordingHint = Readonly<{ term: string; instead: readonly string[]; why: string }>;

/** Parses the list (`wording.yaml`). Throws, naming the entry, if it is not a valid list. */
export function parseWording(text: string): readonly WordingEntry[] {
  const read: unknown = parse(text);
  if (!Array.isArray(read)) throw new Error('The list of words is not a list.');
  return read.map((entry: unknown, nth) => {
    const [terms, instead, why] = ['terms', 'instead', 'why'].map((key) =>
      typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined,
    );
    if (!isTexts(terms) || !isTexts(instead) || typeof why !== 'string')
      throw new Error(`Entry ${nth + 1} of the list of words needs "terms", "instead" and "why".`);
    return { terms, instead, why };
  });
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one !== '');

/** Returns the words of a text that are in the list, in the order of the text, each once. Hints suggest; they never refuse. */
export function wordingHints(text: string, entries: readonly WordingEntry[]): readonly WordingHint[] {
  const found = entries.flatMap(({ terms, instead, why }) =>
    terms.flatMap((term) => {
      const at = patternOf(term).exec(text);
      return at?.[1] === undefined ? [] : [{ at: at.index, hint: { term: at[1], instead, why } }];
    }),
  );
  const once = new Map(found.sort((a, b) => a.at - b.at).map(({ hint }) => [hint.term.toLowerCase(), hint]));
  return [...once.values()];
}

function patternOf(term: string): RegExp {
  const words = term
    .replace(/\*$/, '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(${words}${term.endsWith('*') ? '[\\p{L}\\p{N}]*' : ''})(?![\\p{L}\\p{N}])`,
    'iu',
  );
}
