import type { Batch } from '../mapping/table.ts';

/** A question about a record, as the agency's own audit asks it. */
export type PromptSource = Readonly<{
  /** The audit's own, stable while the question is the same. */
  id: string;
  /** The alert category that it asks about. */
  code: string;
  /** Kinds of information of whatever is quoted, and of the alert. */
  about: readonly string[];
  /** The newest first: spans of the record's own notes, and needs, with the rule's reason. */
  quotes: readonly Readonly<{ date: string; text: string; reason: string }>[];
  ruleSet: string;
}>;

/** Where an agency's prompts come from. What is answered is not its business: the own book has it. */
export type Prompts = Readonly<{ of(number: string, batch: Batch): Promise<readonly PromptSource[]> }>;

/** Prompts that are there already, by record number. */
export const promptsIn = (prompts: Readonly<Record<string, readonly PromptSource[]>>): Prompts => ({
  of: async (number) => (Object.hasOwn(prompts, number) ? prompts[number] : undefined) ?? [],
});
