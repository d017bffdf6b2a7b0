import fc from 'fast-check';
import { Choices } from './Choices.ts';
import { namedOperation } from './namedOperation.ts';
import { randomQuery, type Template } from './randomQuery.ts';

/** A request to a hub. */
export type Asked = Readonly<{ query?: string; documentId?: string; variables: Readonly<Record<string, unknown>> }>;

/** Lists of choices, drawn from a seed. */
export const choicesFrom = (seed: number, count: number, size: number): readonly Choices[] =>
  fc
    .sample(fc.array(fc.nat(9_999_999), { minLength: 0, maxLength: size, size: 'max' }), { seed, numRuns: count })
    .map((list) => new Choices(list));

/**
 * Documents drawn from a seed. An agency's figures and data quality are left out: they count everybody on file and name nobody,
 * so no law applies to them.
 */
export const documentsFrom = (seed: number, count: number): readonly Template[] =>
  choicesFrom(seed, count, 160).map((choices) => randomQuery(choices, { without: ['figures', 'dataQuality'] }));

/** A question: one of the documents with variables, or an operation requested by name. */
export function randomQuestion(choices: Choices, documents: readonly Template[], cursors: readonly string[]): Asked {
  if (choices.chance(5)) return namedOperation(choices, cursors);
  const { query, draw } = choices.pick(documents);
  return { query, variables: draw(choices, cursors) };
}
