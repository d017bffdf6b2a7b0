import type { Pattern } from './RuleSet.ts';
import type { Token } from './tokensOf.ts';

/** Where a pattern was found: the words from `from` up to, but not including, `to`. */
export type Found<Rule> = Readonly<{ rule: Rule; from: number; to: number }>;
export type Patterns<Rule> = readonly (readonly [Rule, readonly Pattern[]])[];

type Test = Readonly<{ optional: boolean; step: number; kinds: ReadonlySet<number>; first: readonly number[] }>;
type Entry<Rule> = Readonly<{ rule: Rule; tests: readonly Test[] }>;

/** What a word is: the numbers of the words, beginnings and list entries that it matches. */
export type WordKinds = Readonly<{ of(word: string): readonly number[]; numberOf(choice: string): readonly number[] }>;

/**
 * Searches for all patterns at once. At each word, only the patterns that can begin with it are tried, and no pattern extends
 * past the end of a sentence. The work is at most words x patterns that begin alike x their length.
 */
export function findPatterns<Rule>(patterns: Patterns<Rule>, kinds: WordKinds) {
  const beginning = new Map<number, Entry<Rule>[]>();
  for (const [rule, words] of patterns)
    for (const pattern of words) {
      const tests = pattern.map(({ choices, optional, step }) => ({
        optional,
        step,
        ...numbersOf(choices.flatMap((choice) => kinds.numberOf(choice))),
      }));
      for (const kind of new Set(tests[0]?.first ?? []))
        beginning.set(kind, [...(beginning.get(kind) ?? []), { rule, tests }]);
    }
  return (
    tokens: readonly Token[],
    kindsOf: readonly (readonly number[])[],
    counted?: () => void,
  ): readonly Found<Rule>[] => {
    const found: Found<Rule>[] = [];
    for (let from = 0; from < tokens.length; from += 1)
      for (const kind of kindsOf[from] ?? [])
        for (const { rule, tests } of beginning.get(kind) ?? []) {
          const to = endOf(tests, tokens, kindsOf, from, counted);
          if (to !== undefined) found.push({ rule, from, to });
        }
    return found;
  };
}

/** Follows all places where the tests so far can end in parallel, so that it never has to backtrack. */
function endOf(
  tests: readonly Test[],
  tokens: readonly Token[],
  kindsOf: readonly (readonly number[])[],
  from: number,
  counted?: () => void,
): number | undefined {
  const sentence = tokens[from]?.sentence;
  let ends: readonly number[] = [from + 1];
  for (let number = 1; number < tests.length; number += 1) {
    const test = tests[number];
    if (test === undefined) break;
    const { optional, step, kinds } = test;
    const next: number[] = optional ? [...ends] : [];
    for (const end of ends)
      for (let place = end; place <= end + step && tokens[place]?.sentence === sentence; place += 1) {
        counted?.();
        if (meets(kindsOf[place], kinds)) add(next, place + 1);
      }
    if (next.length === 0) return undefined;
    ends = next;
  }
  return Math.max(...ends);
}

const numbersOf = (numbers: readonly number[]) => ({ first: numbers, kinds: new Set(numbers) });

function meets(kinds: readonly number[] | undefined, wanted: ReadonlySet<number>): boolean {
  if (kinds === undefined) return false;
  for (const kind of kinds) if (wanted.has(kind)) return true;
  return false;
}

function add(places: number[], place: number): void {
  if (!places.includes(place)) places.push(place);
}
