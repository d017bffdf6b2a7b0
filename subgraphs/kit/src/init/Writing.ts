import type { ColumnIdea } from './columnWords.ts';
import { type Draft, type Used, wordsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { Proposal, TableGuess } from './Proposal.ts';
import { propertyText } from './sectionText.ts';

/** A mapping being written: what it is written from, and what its sections have needed so far. */
export type Writing = Readonly<{
  draft: Draft;
  proposal: Proposal;
  people: TableGuess;
  used: Used;
  /** The lines before the sections, which declare the tables that they read. */
  tables: string[];
  /** The code maps that exist, and those that are used. */
  maps: ReadonlySet<string>;
  usedMaps: Set<string>;
}>;

/** Returns a name from the kit, and notes it for the imports. */
export function use({ used }: Writing, word: string): string {
  used.add(word);
  return word;
}

/** The text that reads a value with a code map; `otherwise` where there is no such map. */
export function map({ maps, usedMaps }: Writing, name: string, value: string, otherwise: string): string {
  if (!maps.has(name)) return otherwise;
  usedMaps.add(name);
  return `${name}(${value})`;
}

/** Declares a name for an expression before the sections, and returns the name. */
export function declare({ tables }: Writing, name: string, text: string, why?: string): string {
  tables.push('', ...(why === undefined ? [] : [`  // ${why}`]), `  const ${name} = ${text};`);
  return name;
}

/** A line of a section, below the reason for it; none where no column was found. Without a `value`, it reads the column as text. */
export const property = (
  { draft, used }: Writing,
  guess: TableGuess | null,
  idea: ColumnIdea,
  name: string,
  value: (guess: TableGuess, field: Field) => string = (_, field) => wordsText(field, used),
): readonly string[] => propertyText(draft, guess, idea, name, value);
