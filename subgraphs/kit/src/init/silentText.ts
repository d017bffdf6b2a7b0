import type { Whereabouts } from '../guard/mentionOf.ts';
import { keptBackText } from './keptBackText.ts';
import { fieldFor, wordsText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';
import { unreachableColumns, unreachableText } from './unsafeColumns.ts';
import { use, type Writing } from './Writing.ts';

/**
 * `silent`: what `address` and `contact` leave out of the people's own columns for a mark in them, so that it is looked for in notes. ''
 * where nothing is. What other tables leave out is to be put there by hand.
 */
export function silentText(writing: Writing): string {
  const { draft, proposal, people } = writing;
  const lines = [
    ...(isPeoples(proposal.address) ? entry(writing, 'line', keptBackText(draft, people, 'address')?.test ?? '') : []),
    ...(isPeoples(proposal.contact) ? reachLines(writing) : []),
  ];
  if (lines.length === 0) return '';
  return [
    '    // Told to nobody, and looked for in notes, which are withheld where they hold it. CONFIRM as above.',
    `    silent: ${use(writing, 'manyIn')}(people, (row) => [`,
    ...lines,
    '    ]),',
  ].join('\n');
}

const isPeoples = (guess: TableGuess | null): boolean => guess === null || guess.as === 'people';

function reachLines(writing: Writing): readonly string[] {
  const { draft, people } = writing;
  const kept = keptBackText(draft, people, 'contact');
  const columns = unreachableColumns(draft, people);
  return (['phone', 'email'] as const).flatMap((way) =>
    entry(writing, way, [...(kept ? [kept.test] : []), unreachableText(columns, way)].filter(Boolean).join(' || ')),
  );
}

function entry(writing: Writing, idea: keyof Whereabouts, test: string): readonly string[] {
  const { draft, people, used } = writing;
  const field = fieldFor(draft, people, idea);
  return field && test !== '' ? [`      ...(${test} ? [{ ${idea}: ${wordsText(field, used)} }] : []),`] : [];
}
