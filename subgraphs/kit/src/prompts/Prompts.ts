import type { Batch } from '../mapping/table.ts';

/** A question about a record, as the agency's own audit asks it. */
export type PromptSource = Readonly<{
  /** The audit's own id, stable while the question is the same. */
  id: string;
  /** The alert category it asks about. */
  code: string;
  /** Kinds of information in everything quoted, and in the alert. */
  about: readonly string[];
  /** Newest first: excerpts of the record's own notes, and needs, with the rule's reason. */
  quotes: readonly Readonly<{ date: string; text: string; reason: string }>[];
  ruleSet: string;
}>;

/** Where an agency's prompts come from. Answers are kept elsewhere, in the own book. */
export type Prompts = Readonly<{ of(number: string, batch: Batch): Promise<readonly PromptSource[]> }>;

/** Prompts from a fixed list, by record number. */
export const promptsIn = (prompts: Readonly<Record<string, readonly PromptSource[]>>): Prompts => ({
  of: async (number) => (Object.hasOwn(prompts, number) ? prompts[number] : undefined) ?? [],
});
