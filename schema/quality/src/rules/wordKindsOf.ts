import type { WordKinds } from './findPatterns.ts';

const NONE: readonly number[] = [];

/** Numbers the words, beginnings and lists of a rule set, so that each word of a note is looked up once. */
export function wordKindsOf(choices: Iterable<string>, lists: ReadonlyMap<string, readonly string[]>): WordKinds {
  const numbers = new Map<string, number>();
  const numberOf = (choice: string): readonly number[] => {
    if (choice.startsWith('<')) return (lists.get(choice.slice(1, -1)) ?? NONE_WORDS).flatMap(numberOf);
    const number = numbers.get(choice) ?? numbers.size;
    numbers.set(choice, number);
    return [number];
  };
  for (const choice of choices) numberOf(choice);
  const shortest = 3;
  const of = (word: string): readonly number[] => {
    const found: number[] = [];
    const whole = numbers.get(word);
    if (whole !== undefined) found.push(whole);
    for (let length = shortest; length <= Math.min(word.length, 16); length += 1) {
      const stem = numbers.get(`${word.slice(0, length)}*`);
      if (stem !== undefined) found.push(stem);
    }
    return found.length === 0 ? NONE : found;
  };
  return { of, numberOf };
}

const NONE_WORDS: readonly string[] = [];
