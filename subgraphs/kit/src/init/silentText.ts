import type { Whereabouts } from '../guard/mentionOf.ts';
import { addressesText, wordsOver } from './addressText.ts';
import { saysInUse } from './goneColumns.ts';
import { keptBackText } from './keptBackText.ts';
import { fieldFor } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';
import { tableText } from './tableText.ts';
import { unreachableColumns, unreachableText } from './unsafeColumns.ts';
import { use, type Writing } from './Writing.ts';

/**
 * `silent`: what `address` and `contact` leave out for a mark in the row, so that it is looked for in notes. '' where nothing is. What a
 * table of ways of contact, one a row, leaves out is to be put there by hand.
 */
export function silentText(writing: Writing): string {
  const { proposal, people } = writing;
  const byTable = new Map<string, readonly string[]>();
  const add = (from: string, lines: readonly string[]) => {
    if (from !== '' && lines.length > 0) byTable.set(from, [...(byTable.get(from) ?? []), ...lines]);
  };
  const { address, contact } = proposal;
  add(everAddresses(writing), addressLines(writing, address ?? people));
  if (!fieldFor(writing.draft, contact, 'value'))
    add(tableText(writing, contact, 'contacts'), reachLines(writing, contact ?? people));
  const sections = [...byTable].map(([from, lines]) => [
    `${use(writing, 'manyIn')}(${from}, (row) => [`,
    ...lines.map((line) => `      ${line}`),
    '    ])',
  ]);
  const [only, ...more] = sections;
  if (!only) return '';
  const text =
    more.length === 0
      ? [`    silent: ${only.join('\n')},`]
      : [
          `    silent: ${use(writing, 'together')}(`,
          ...sections.map((lines) =>
            lines
              .map((line) => `      ${line.replace(/^ {4}/, '')}`)
              .join('\n')
              .concat(','),
          ),
          '    ),',
        ];
  return [
    '    // Told to nobody, and looked for in notes, which are withheld where they hold it. CONFIRM as above.',
    ...text,
  ].join('\n');
}

/** The addresses on file with those that hold no more: a refuge that somebody has left is a refuge still. */
function everAddresses(writing: Writing): string {
  const { address } = writing.proposal;
  const gone = address?.gone.filter((one) => !saysInUse(one)) ?? [];
  if (!address || gone.length === address.gone.length) return addressesText(writing);
  return tableText(writing, { ...address, gone }, 'everAddresses');
}

const addressLines = (writing: Writing, guess: TableGuess): readonly string[] =>
  entry(writing, guess, 'line', keptBackText(writing.draft, guess, 'address', writing.proposal.references)?.test ?? '');

function reachLines(writing: Writing, guess: TableGuess): readonly string[] {
  const { draft, proposal } = writing;
  const kept = keptBackText(draft, guess, 'contact', proposal.references);
  const columns = unreachableColumns(draft, guess);
  return (['phone', 'email'] as const).flatMap((way) =>
    entry(
      writing,
      guess,
      way,
      [...(kept ? [kept.test] : []), unreachableText(columns, way)].filter(Boolean).join(' || '),
    ),
  );
}

function entry(writing: Writing, guess: TableGuess, idea: keyof Whereabouts, test: string): readonly string[] {
  const field = fieldFor(writing.draft, guess, idea);
  return field && test !== '' ? [`...(${test} ? [{ ${idea}: ${wordsOver(writing, idea)(guess, field)} }] : []),`] : [];
}
