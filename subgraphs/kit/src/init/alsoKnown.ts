import { type Draft, fieldFor, oneLine, percent, type Used, wordsText } from './MappingText.ts';
import type { Proposal } from './Proposal.ts';

/** The expression for a person's other names, and the reason for each. */
export type AlsoKnown = Readonly<{ text: string; why: readonly string[] }>;

/**
 * Former names and nicknames of `row`, one of the people; null where no column and no table holds any. `others`: the
 * variable with the rows of the table of such names, or null.
 */
export function alsoKnown(
  draft: Draft,
  { people, aliases }: Proposal,
  used: Used,
  others: string | null,
): AlsoKnown | null {
  const word = (guess: typeof people, idea: 'given' | 'family' | 'nick' | 'former', row: string) => {
    const field = fieldFor(draft, guess, idea);
    return field && wordsText(field, used, row);
  };
  const why = people?.columns.filter(({ idea }) => idea === 'nick' || idea === 'former') ?? [];
  const [given, family] = [word(people, 'given', 'row') ?? 'null', word(people, 'family', 'row') ?? 'null'];
  const [nick, former] = [word(people, 'nick', 'row'), word(people, 'former', 'row')];
  const parts = [
    ...(others && aliases
      ? [
          `${others}.map((one) => ({ given: ${word(aliases, 'given', 'one')}, family: ${word(aliases, 'family', 'one')} }))`,
        ]
      : []),
    ...(nick ? [`[${nick} ?? []].flat().map((given) => ({ given, family: ${family} }))`] : []),
    ...(former ? [`[${former} ?? []].flat().map((family) => ({ given: ${given}, family }))`] : []),
  ];
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return {
    text: more.length === 0 ? only : `[${parts.map((part) => `...${part}`).join(', ')}]`,
    why: [
      ...(others && aliases
        ? [`// ${oneLine(aliases.table.name)}, ${percent(aliases)}: ${aliases.reasons.map(oneLine).join('; ')}.`]
        : []),
      ...why.map((one) => `// ${oneLine(one.column.name)}, ${percent(one)}: ${one.reasons.map(oneLine).join('; ')}.`),
    ],
  };
}
