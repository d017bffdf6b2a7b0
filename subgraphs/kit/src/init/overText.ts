import type { Reference } from '../database/references.ts';
import { type Draft, fieldOf, modelOf } from './MappingText.ts';
import type { ColumnGuess, TableGuess } from './Proposal.ts';

/** The way to a column in a table that a row leads to: `row.dwelling?.street`; null where Prisma has no relation on the way. */
export function overText(draft: Draft, over: readonly Reference[], row: string): string | null {
  const steps = relationsOver(draft, over);
  return steps && [row, ...steps.map(({ name, optional }) => `${name}${optional ? '?' : ''}`)].join('.');
}

/**
 * What to include with each row for the columns it leads to: `dwelling: { include: { street: true } }`; empty where all
 * columns are its own.
 */
export function includesOver(draft: Draft, { columns }: TableGuess): readonly string[] {
  const ways = columns.flatMap(({ over = [] }: ColumnGuess) => {
    const steps = relationsOver(draft, over);
    return steps && steps.length > 0 ? [steps.map(({ name }) => name)] : [];
  });
  return nested(ways);
}

function nested(ways: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(ways.flatMap(([first]) => first ?? []))].map((name) => {
    const further = nested(ways.filter(([first, next]) => first === name && next).map((way) => way.slice(1)));
    return further.length === 0 ? `${name}: true` : `${name}: { include: { ${further.join(', ')} } }`;
  });
}

function relationsOver(draft: Draft, over: readonly Reference[]) {
  const steps = over.map(({ from, column }) => {
    const field = fieldOf(draft, from, column);
    return modelOf(draft, from).relations.find(
      ({ keys }) => keys?.fields.length === 1 && keys.fields[0] === field?.name,
    );
  });
  return steps.every((step) => step !== undefined) ? steps : null;
}
