import type { Mention } from './mentionsFinder.ts';
import type { Token } from './tokensOf.ts';

export type Pronoun = 'HE' | 'SHE' | undefined;

/**
 * Returns the pronoun the note uses for the client, judged by its own words: "her husband" makes the client "she" and "his
 * wife" makes the client "he", and so do "Mr", "Ms" and the words a rule set lists. Undefined if the note points to both alike,
 * or to neither.
 */
export function clientIs(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lists: ReadonlyMap<string, readonly string[]>,
): Pronoun {
  const [he, she] = ['clientHe', 'clientShe'].map((name) => new Set(lists.get(name) ?? []));
  const [men, women] = ['men', 'women'].map((name) => new Set(lists.get(name) ?? []));
  let balance = 0;
  for (const { word } of tokens) balance += she?.has(word) ? 3 : he?.has(word) ? -3 : 0;
  const admits = new Set(lists.get('admits') ?? []);
  for (const [place, mention] of mentions.entries()) {
    // "Client admits that he …".
    const next = mentions[place + 1];
    if (
      mention.kind === 'CLIENT' &&
      next !== undefined &&
      next.place - mention.place <= 4 &&
      admits.has(tokens[mention.place + 1]?.word ?? '')
    )
      balance += next.kind === 'SHE' ? 2 : next.kind === 'HE' ? -2 : 0;
    if (mention.kind === 'FAMILY' && mentions[place - 1]?.place === mention.place - 1)
      balance += tokens[mention.place - 1]?.word === 'her' ? 1 : tokens[mention.place - 1]?.word === 'his' ? -1 : 0;
    if (mention.kind !== 'PARTNER') continue;
    const word = tokens[mention.place]?.word ?? '';
    const owner = mentions[place - 1];
    const owned = owner?.owns === true && mention.place - owner.place <= 2 ? tokens[owner.place]?.word : undefined;
    if (owned === 'her') balance += 2;
    else if (owned === 'his') balance -= 2;
    else if (men?.has(word.replace(/'s$/, ''))) balance += 1;
    else if (women?.has(word.replace(/'s$/, ''))) balance -= 1;
  }
  return balance > 0 ? 'SHE' : balance < 0 ? 'HE' : undefined;
}
