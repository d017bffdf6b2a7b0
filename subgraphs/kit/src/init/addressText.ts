import type { ColumnIdea } from './columnWords.ts';
import { keptBackText } from './keptBackText.ts';
import { wordsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import { overText } from './overText.ts';
import type { TableGuess } from './Proposal.ts';
import { sectionText } from './sectionText.ts';
import { tableText } from './tableText.ts';
import { property, type Writing } from './Writing.ts';

/** `address`, of the people's own columns, of a table beside them, or of tables that one leads to. */
export function addressText(writing: Writing): string {
  const { draft, proposal, people, used } = writing;
  const guess = proposal.address ?? people;
  const ideas: readonly ColumnIdea[] = ['line', 'suburb', 'state', 'postcode'];
  const lines = ideas.flatMap((idea) => property(writing, guess, idea, idea, wordsOver(writing, idea)));
  const same = proposal.address?.table === proposal.contact?.table ? 'contacts' : 'addresses';
  const kept = guess !== null && guess === people ? keptBackText(draft, guess, 'address') : null;
  return sectionText(used, 'address', 'one', tableText(writing, guess, same), lines, 'row', kept);
}

/** Words that stand in a table the row leads to. */
function wordsOver(writing: Writing, idea: ColumnIdea) {
  return ({ columns }: TableGuess, field: Field): string => {
    const { draft, used } = writing;
    const over = columns.find((column) => column.idea === idea)?.over ?? [];
    const row = overText(draft, over, 'row');
    return row === null ? 'null' : wordsText(field, used, row);
  };
}
