import type { ColumnIdea } from './columnWords.ts';
import { type Draft, type Used, wordsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { Proposal, TableGuess } from './Proposal.ts';
import { propertyText } from './sectionText.ts';

/** A mapping that is being written: what it is written from, and what its sections have asked for so far. */
export type Writing = Readonly<{
  draft: Draft;
  proposal: Proposal;
  people: TableGuess;
  used: Used;
  /** The lines before the sections, which declare the tables they read. */
  tables: string[];
  /** The code maps there are, and those that are used. */
  maps: ReadonlySet<string>;
  usedMaps: Set<string>;
}>;

/** A word of the kit, for the imports. */
export function use({ used }: Writing, word: string): string {
  used.add(word);
  return word;
}

/** A value read by a code map; `otherwise` where there is no such map. */
export function map({ maps, usedMaps }: Writing, name: string, value: string, otherwise: string): string {
  if (!maps.has(name)) return otherwise;
  usedMaps.add(name);
  return `${name}(${value})`;
}

/** Gives what is read a name before the sections, and that name. */
export function declare({ tables }: Writing, name: string, text: string, why?: string): string {
  tables.push('', ...(why === undefined ? [] : [`  // ${why}`]), `  const ${name} = ${text};`);
  return name;
}

/** A line of a section, under the reason for it; none where no column was found. The column's words where no other value is given. */
export const property = (
  { draft, used }: Writing,
  guess: TableGuess | null,
  idea: ColumnIdea,
  name: string,
  value: (guess: TableGuess, field: Field) => string = (_, field) => wordsText(field, used),
): readonly string[] => propertyText(draft, guess, idea, name, value);
