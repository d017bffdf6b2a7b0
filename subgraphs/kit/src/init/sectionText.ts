import type { ColumnIdea } from './columnWords.ts';
import type { KeptBackText } from './keptBackText.ts';
import { because, type Draft, fieldFor, type Used } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { TableGuess } from './Proposal.ts';

/** A line of a section, under the reason for it; none where no column was found. */
export function propertyText(
  draft: Draft,
  guess: TableGuess | null,
  idea: ColumnIdea,
  name: string,
  value: (guess: TableGuess, field: Field) => string,
): readonly string[] {
  const column = guess?.columns.find((one) => one.idea === idea);
  const field = fieldFor(draft, guess, idea);
  if (!guess || !column || !field) return [];
  const text = value(guess, field);
  const why = draft.shapes.of(guess.table, field.column.name).days;
  const doubt =
    text.startsWith('dayWritten') && !why.sure
      ? ' CONFIRM which part is the day and which the month.'
      : text.startsWith('dayIn(')
        ? ` CONFIRM${text.includes('epoch(') ? ' that it counts from 1970, and' : ':'} replace UTC with your own time zone, such as Australia/Melbourne.`
        : text === 'null'
          ? ' CONFIRM: it is written in a way that init does not recognise.'
          : '';
  return [`      ${because(column)}.${doubt}`, `      ${name}: ${text},`];
}

/**
 * A section of a mapping; '' where it has no line or nothing to be read from. `row`: what the section's function is given. `kept`: when
 * it gives null.
 */
export function sectionText(
  used: Used,
  name: string,
  kind: 'one' | 'many',
  from: string,
  lines: readonly string[],
  row = 'row',
  kept: KeptBackText | null = null,
): string {
  if (from === '' || lines.length === 0) return '';
  used.add(kind);
  if (kept)
    return [
      `    // ${kept.why}`,
      `    ${name}: ${kind}(${from}, (${row}) =>`,
      `      ${kept.test}`,
      '        ? null',
      '        : {',
      ...lines.map((line) => `      ${line}`),
      '          },',
      '    ),',
    ].join('\n');
  return [`    ${name}: ${kind}(${from}, (${row}) => ({`, ...lines, '    })),'].join('\n');
}
