import type { Whereabouts } from '../guard/mentionOf.ts';
import { addressesText, wordsOver } from './addressText.ts';
import { waysText } from './contactText.ts';
import { saysInUse } from './goneColumns.ts';
import { keptBackText } from './keptBackText.ts';
import { fieldFor, wordsText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';
import { tableText } from './tableText.ts';
import { unreachableColumns, unreachableText } from './unsafeColumns.ts';
import { use, type Writing } from './Writing.ts';

/** `silent`: what `address` and `contact` leave out for a mark in the row, so that it is looked for in notes. '' where nothing is. */
export function silentText(writing: Writing): string {
  const { draft, proposal, people } = writing;
  const { furtherContact, furtherAddress } = proposal;
  const byTable = new Map<string, readonly string[]>();
  const add = (from: string, lines: readonly string[]) => {
    if (from !== '' && lines.length > 0) byTable.set(from, [...(byTable.get(from) ?? []), ...lines]);
  };
  const { address, contact } = proposal;
  add(everAddresses(writing), addressLines(writing, address ?? people));
  const isByKind = fieldFor(draft, contact, 'value') !== null;
  const reach = isByKind ? [] : reachLines(writing, contact ?? people);
  if (reach.length > 0) add(everContacts(writing), reach);
  const isFurtherByKind = fieldFor(draft, furtherContact, 'value') !== null;
  const addresses = furtherAddress ? addressLines(writing, furtherAddress) : [];
  const contacts = furtherContact && !isFurtherByKind ? reachLines(writing, furtherContact) : [];
  if (addresses.length > 0) add(tableText(writing, furtherAddress, 'furtherAddresses'), addresses);
  if (contacts.length > 0) add(tableText(writing, furtherContact, 'furtherContacts'), contacts);
  const sections = [
    ...[...byTable].map(([from, lines]) => [
      `${use(writing, 'manyIn')}(${from}, (row) => [`,
      ...lines.map((line) => `      ${line}`),
      '    ])',
    ]),
    ...(contact && isByKind
      ? waysSections(writing, everIn(contact), ...(hasFormer(contact) ? ['peopleAndEverContacts'] : []))
      : []),
    ...(furtherContact && isFurtherByKind ? waysSections(writing, furtherContact, 'peopleAndFurtherContacts') : []),
  ];
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
  return ['    // Told to nobody; notes that mention it are withheld. CONFIRM as above.', ...text].join('\n');
}

/** The addresses on file with those that hold no more: a refuge that somebody has left is a refuge still. */
function everAddresses(writing: Writing): string {
  const { address } = writing.proposal;
  return address && hasFormer(address) ? tableText(writing, everIn(address), 'everAddresses') : addressesText(writing);
}

/** Likewise the numbers: what was silent stays so when it is used no more. */
function everContacts(writing: Writing): string {
  const { address, contact } = writing.proposal;
  if (!contact || !hasFormer(contact)) return tableText(writing, contact, 'contacts');
  return tableText(writing, everIn(contact), address?.table === contact.table ? 'everAddresses' : 'everContacts');
}

/** A table with its rows that are said to be used no more. */
const everIn = (guess: TableGuess): TableGuess => ({ ...guess, gone: guess.gone.filter((one) => !saysInUse(one)) });

const hasFormer = (guess: TableGuess): boolean => guess.gone.some(saysInUse);

/** Of a table of ways, one a row, every row that is marked, whichever way it is. */
function waysSections(writing: Writing, guess: TableGuess, name?: string): readonly (readonly string[])[] {
  const value = fieldFor(writing.draft, guess, 'value');
  const [phone, email] = (['phone', 'email'] as const).map((way) => hiddenTest(writing, guess, way, 'one'));
  const from = value && (phone || email) ? waysText(writing, guess, name) : '';
  if (!value || from === '') return [];
  const words = wordsText(value, writing.used, 'one');
  const lines =
    phone === email
      ? [`...(${phone} ? [{ phone: ${words}, email: ${words} }] : []),`]
      : [
          ...(phone ? [`...(${phone} ? [{ phone: ${words} }] : []),`] : []),
          ...(email ? [`...(${email} ? [{ email: ${words} }] : []),`] : []),
        ];
  return [
    [
      `${use(writing, 'manyIn')}(${from}, ([, points]) =>`,
      '      points.flatMap((one) => [',
      ...lines.map((line) => `        ${line}`),
      '      ]),',
      '    )',
    ],
  ];
}

/** When a number or an address in a row is told to nobody; '' where nothing says so. */
function hiddenTest({ draft, proposal }: Writing, guess: TableGuess, way: 'phone' | 'email', row: string): string {
  const kept = keptBackText(draft, guess, 'contact', proposal.references, row);
  const tests = [...(kept ? [kept.test] : []), unreachableText(unreachableColumns(draft, guess), way, row)];
  return tests.filter(Boolean).join(' || ');
}

const addressLines = (writing: Writing, guess: TableGuess): readonly string[] =>
  entry(writing, guess, 'line', keptBackText(writing.draft, guess, 'address', writing.proposal.references)?.test ?? '');

const reachLines = (writing: Writing, guess: TableGuess): readonly string[] =>
  (['phone', 'email'] as const).flatMap((way) => entry(writing, guess, way, hiddenTest(writing, guess, way, 'row')));

function entry(writing: Writing, guess: TableGuess, idea: keyof Whereabouts, test: string): readonly string[] {
  const { draft } = writing;
  const field = fieldFor(draft, guess, idea);
  if (!field || test === '') return [];
  const words = wordsOver(writing, idea)(guess, field);
  // Where there is one column for numbers, e-mail stands in it, too.
  const isBoth =
    idea === 'phone' &&
    !fieldFor(draft, guess, 'email') &&
    draft.shapes.of(guess.table, field.column.name).like.email > 0;
  return [`...(${test} ? [{ ${idea}: ${words}${isBoth ? `, email: ${words}` : ''} }] : []),`];
}
