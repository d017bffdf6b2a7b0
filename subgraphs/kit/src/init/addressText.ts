import type { ColumnIdea } from './columnWords.ts';
import { guessColumns } from './guessColumns.ts';
import { keptBackText } from './keptBackText.ts';
import { dayText, fieldOf, oneLine, wordsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import { overText } from './overText.ts';
import type { TableGuess } from './Proposal.ts';
import { sectionText } from './sectionText.ts';
import { tableText } from './tableText.ts';
import { declare, property, use, type Writing } from './Writing.ts';

/** `address`, of the people's own columns, of a table beside them, or of tables that one leads to. */
export function addressText(writing: Writing): string {
  const { draft, proposal, people, used } = writing;
  const guess = proposal.address ?? people;
  const ideas: readonly ColumnIdea[] = ['line', 'suburb', 'state', 'postcode'];
  const lines = ideas.flatMap((idea) => property(writing, guess, idea, idea, wordsOver(writing, idea)));
  const all = addressesText(writing);
  const from = guess === people || all === '' ? all : nowText(writing, guess, all);
  return sectionText(
    used,
    'address',
    'one',
    from,
    lines,
    'row',
    keptBackText(draft, guess, 'address', proposal.references),
  );
}

/** The table that holds addresses, all of a person's. */
export function addressesText(writing: Writing): string {
  const { proposal, people } = writing;
  const same = proposal.address?.table === proposal.contact?.table ? 'contacts' : 'addresses';
  return tableText(writing, proposal.address ?? people, same);
}

/** Of the addresses on file those that hold now, the newest first, by their days: whoever moved out is to be found there by nobody. */
function nowText(writing: Writing, guess: TableGuess, from: string): string {
  const { draft, proposal, used } = writing;
  const { table, columns, path } = guess;
  const taken = new Set([...path, ...columns].map(({ column }) => (typeof column === 'string' ? column : column.name)));
  const found = guessColumns(table, ['end', 'begin'], draft.shapes, proposal.references, taken);
  const days = found.flatMap(({ idea, column }) => {
    const field = fieldOf(draft, table, column.name);
    const text = field ? dayText(draft, table, field, used) : 'null';
    return text === 'null' ? [] : [{ idea, name: column.name, text }];
  });
  const [begin, end] = (['begin', 'end'] as const).map((idea) => days.find((one) => one.idea === idea));
  if (!begin && !end) return from;
  const names = [begin, end].flatMap((one) => (one ? [oneLine(one.name)] : [])).join(' and ');
  const why = `CONFIRM: the address somebody lives at now is chosen by ${names}.`;
  const since = begin ? `(row) => ${begin.text}` : '() => null';
  const until = end ? `(row) => ${end.text}` : '() => null';
  const held = [
    `${use(writing, 'asOf')}(${from}, {`,
    `      since: ${since},`,
    `      until: ${until},`,
    '    })',
  ].join('\n');
  const now = ['', `    ${held},`, `    ${since},`, '  '].join('\n');
  return declare(writing, 'addressNow', `${use(writing, 'latest')}(${now})`, why);
}

/** Words that stand in a table the row leads to. */
export function wordsOver(writing: Writing, idea: ColumnIdea) {
  return ({ columns }: TableGuess, field: Field): string => {
    const { draft, used } = writing;
    const over = columns.find((column) => column.idea === idea)?.over ?? [];
    const row = overText(draft, over, 'row');
    return row === null ? 'null' : wordsText(field, used, row);
  };
}
