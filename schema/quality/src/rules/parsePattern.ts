import type { Element, Pattern } from './RuleSet.ts';
import { folded } from './tokensOf.ts';

const WORD = /^(?:<[a-zA-Z]+>|[\p{L}\p{N}'+-]+\*?|\[x\]|\[\])$/u;
const GAP = /^\.\.([1-9])?$/;
const LONGEST = 12;

/**
 * Parses a pattern of words: `word`, `beginn*`, `one|other`, `<list>`, `maybe?`, and `..` for up to three words in between
 * (`..5` for up to five). Returns a text that says what is wrong if it is not a pattern.
 */
export function parsePattern(text: string, lists: ReadonlySet<string>): Pattern | string {
  const elements: Element[] = [];
  let step = 0;
  for (const part of text.trim().split(/\s+/)) {
    const gap = GAP.exec(part);
    if (gap !== null) {
      step = Number(gap[1] ?? 3);
      continue;
    }
    const optional = part.endsWith('?');
    const choices = (optional ? part.slice(0, -1) : part).split('|');
    for (const choice of choices) {
      if (!WORD.test(choice)) return `"${choice}" is no word, word* or <list>.`;
      if (choice.startsWith('<') && !lists.has(choice.slice(1, -1))) return `${choice} is not among the lists.`;
      if (choice.endsWith('*') && choice.length < 4) return `"${choice}" needs three letters before the star.`;
    }
    elements.push({
      choices: choices.map((choice) => (choice.startsWith('<') ? choice : folded(choice))),
      optional,
      step,
    });
    step = 0;
  }
  if (step > 0) return 'A pattern may not end with a gap.';
  if (elements.length > LONGEST) return `A pattern has at most ${LONGEST} words.`;
  if (elements[0] === undefined || elements[0].optional || elements[0].step > 0)
    return 'A pattern begins with a word that must be there.';
  return elements;
}
