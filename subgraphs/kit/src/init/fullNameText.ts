import { type Draft, fieldFor, type Used, wordsText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';

/** The names of somebody whose whole name stands in one column, as expressions of `row`, and what is to be said of them. */
export type FullNameText = Readonly<{ given: string; family: string; why: string }>;

/**
 * `MOSS, Ada` is taken apart at the comma. Of a name written otherwise nobody can tell what is which: it is told whole, as the family
 * name, and finds nobody at other agencies. Null where no column holds whole names.
 */
export function fullNameText(draft: Draft, used: Used, people: TableGuess): FullNameText | null {
  const field = fieldFor(draft, people, 'fullName');
  if (!field) return null;
  if (field.type !== 'String' || draft.shapes.of(people.table, field.column.name).like.listedName <= 0.5)
    return {
      given: 'null',
      family: wordsText(field, used),
      why: 'CONFIRM: this column holds the whole name, which is told as the family name. Linkage needs given and family names apart.',
    };
  used.add('trimmed');
  const part = (nth: number) => `trimmed(row.${field.name}${field.column.nullable ? '?' : ''}.split(',')[${nth}])`;
  return {
    given: part(1),
    family: part(0),
    why: 'CONFIRM: the family name is before the comma, the given names after it.',
  };
}
