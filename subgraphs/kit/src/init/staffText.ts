import { leadOf, pairsOf } from '../database/references.ts';
import { besideText, type Declare } from './besideText.ts';
import type { ColumnIdea } from './columnWords.ts';
import { because, codeText, type Draft, fieldFor, type Used } from './MappingText.ts';
import type { Proposal, TableGuess } from './Proposal.ts';

/** Rows of a section beside the staff who wrote them, and the line that tells in which position. */
export type StaffText = Readonly<{ from: string; row: string; lines: readonly string[] }>;

/**
 * Reads beside each row the position of whoever wrote it, and nothing else of them: their name is nobody's business elsewhere. Null
 * where no column leads to staff, or staff have no position.
 */
export function staffText(
  draft: Draft,
  used: Used,
  { workers, references }: Proposal,
  guess: TableGuess,
  from: string,
  property: 'raisedBy' | 'writtenBy',
  declare: Declare,
): StaffText | null {
  const author = guess.columns.find(({ idea }) => idea === ('author' satisfies ColumnIdea));
  const position = fieldFor(draft, workers, 'position');
  const lead = author && leadOf(references, guess.table, author.column.name);
  if (!workers || !author || !position || lead?.to !== workers.table || from === '') return null;
  const joint = { own: guess.table, other: lead.to, pairs: pairsOf(lead) };
  // Also of those who have left: what they wrote stays.
  const text = besideText(draft, used, from, joint, { table: workers.table, gone: [] }, [position.name]);
  if (text === null) return null;
  return {
    from: declare(`${from}AndStaff`, text),
    row: '[row, [staff]]',
    lines: [
      `      ${because(author)}. CONFIRM: only the position is read, never a name.`,
      `      ${property}: position(${codeText(position, 'staff?')}),`,
    ],
  };
}
