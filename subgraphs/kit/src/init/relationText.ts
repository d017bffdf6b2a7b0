import { columnsOf } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { fieldFor, modelOf } from './MappingText.ts';
import type { Field, Model } from './Models.ts';
import type { TableGuess } from './Proposal.ts';
import type { Writing } from './Writing.ts';

/** Prisma's relation for a column's foreign key. */
export function relationOf(writing: Writing, guess: TableGuess | null, idea: ColumnIdea): Model['relations'] {
  const { draft } = writing;
  const field = fieldFor(draft, guess, idea);
  const own = guess && modelOf(draft, guess.table);
  return (
    own?.relations.filter(({ keys }) => keys?.fields.length === 1 && keys.fields[0] === field?.name).slice(0, 1) ?? []
  );
}

export function fieldIsReference({ proposal }: Writing, { table }: TableGuess, field: Field): boolean {
  return proposal.references.some((one) => one.from === table && columnsOf(one).includes(field.column.name));
}

/** The text for the description of a row in a list. */
export function labelText(writing: Writing, { name, to, optional }: Model['relations'][number], row: string): string {
  const { draft } = writing;
  const target = draft.models.models.find((one) => one.name === to);
  const label = target?.fields.find(
    (field) => field.type === 'String' && /name|title|label|desc|dsc/i.test(field.column.name),
  );
  return label ? `${row}.${name}${optional ? '?' : ''}.${label.name}${optional ? ' ?? null' : ''}` : 'null';
}
