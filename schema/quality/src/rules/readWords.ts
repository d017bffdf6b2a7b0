import type { WordKinds } from './findPatterns.ts';
import type { RuleSet } from './RuleSet.ts';
import { spellingOf } from './spellingOf.ts';
import { type Token, tokensOf } from './tokensOf.ts';
import { wordKindsOf } from './wordKindsOf.ts';

/** A note's words with their spelling corrected and, for each, what it is to the rules. */
export type WordsRead = Readonly<{ tokens: readonly Token[]; kindsOf: readonly (readonly number[])[] }>;

/** The most different words remembered between notes; beyond that the memory starts afresh. */
const REMEMBERED = 50_000;

/** Returns the words that a rule set knows, the numbers of what it looks for, and a function that reads a note by them. */
export function readWords(
  rules: RuleSet,
): Readonly<{ known: ReadonlySet<string>; kinds: WordKinds; read(text: string): WordsRead }> {
  const choices = [rules.signs, rules.silences, rules.acts, rules.statements].flatMap((list) =>
    list.flatMap(({ words }) => words.flatMap((pattern) => pattern.flatMap(({ choices }) => choices))),
  );
  const kinds = wordKindsOf(choices, rules.lists);
  const people = [...rules.people.values()].flat();
  const plain = [...choices, ...[...rules.lists.values()].flat()].filter((choice) => !/[<*]/.test(choice));
  const known = new Set([...plain, ...people]);
  const guess = spellingOf(known, rules.ordinary);
  const remembered = new Map<string, readonly [string, readonly number[]]>();
  const wordAndKinds = (word: string): readonly [string, readonly number[]] => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const meant = rules.spelling.get(word) ?? guess(word);
    const base = meant.replace(/'s$/, '');
    const both = [meant, base === meant ? kinds.of(meant) : [...kinds.of(meant), ...kinds.of(base)]] as const;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, both);
    return both;
  };
  const read = (text: string): WordsRead => {
    const written = tokensOf(text);
    const looked = written.map(({ word }) => wordAndKinds(word));
    return {
      tokens: written.map((token, place) => ({ ...token, word: looked[place]?.[0] ?? token.word })),
      kindsOf: looked.map(([, found]) => found),
    };
  };
  return { known, kinds, read };
}
