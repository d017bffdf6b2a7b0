import { wordsText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';
import { fieldIsReference, labelText, relationOf } from './relationText.ts';
import { property, type Writing } from './Writing.ts';

/** `programme`: what the row is called that the column leads to, or the column's own words; null where it leads to what was not made out. */
export function programmeText(writing: Writing, guess: TableGuess | null): readonly string[] {
  const programme = relationOf(writing, guess, 'programme')[0];
  return property(writing, guess, 'programme', 'programme', (one, field) => {
    if (programme) return labelText(writing, programme, 'row');
    return fieldIsReference(writing, one, field) ? 'null' : wordsText(field, writing.used);
  });
}
