import { wordsText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';
import { fieldIsReference, labelText, relationOf } from './relationText.ts';
import { property, type Writing } from './Writing.ts';

/**
 * `programme`: the description of the row that the column refers to, or the column's own text; null where it refers to
 * something that was not recognised.
 */
export function programmeText(writing: Writing, guess: TableGuess | null): readonly string[] {
  const programme = relationOf(writing, guess, 'programme')[0];
  return property(writing, guess, 'programme', 'programme', (one, field) => {
    if (programme) return labelText(writing, programme, 'row');
    return fieldIsReference(writing, one, field) ? 'null' : wordsText(field, writing.used);
  });
}
