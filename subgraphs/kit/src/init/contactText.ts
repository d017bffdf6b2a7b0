import { besideText, jointOf } from './besideText.ts';
import { keptBackText } from './keptBackText.ts';
import { type Draft, fieldFor, holdsText, oneLine, percent, wordsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { TableGuess } from './Proposal.ts';
import { propertyText, sectionText } from './sectionText.ts';
import { tableText } from './tableText.ts';
import {
  type UnreachableColumn,
  type UnsafeColumn,
  unreachableColumns,
  unreachableText,
  unsafeColumns,
} from './unsafeColumns.ts';
import { declare, use, type Writing } from './Writing.ts';

/** `contact`, of a table with a column for each way, or of one that names the way in a column and has the value in another. */
export function contactText(writing: Writing): string {
  const { draft, proposal, people, used } = writing;
  const guess = proposal.contact ?? people;
  if (fieldFor(draft, guess, 'value')) return keptByKind(writing, guess);
  const unreachable = unreachableColumns(draft, guess);
  const lines = (['phone', 'email'] as const).flatMap((idea) =>
    propertyText(draft, guess, idea, idea, (_, field) => unless(unreachable, idea, wordsText(field, used))),
  );
  const unsafe = lines.length === 0 ? [] : unsafeText(draft, guess, (field, says) => holdsText(field, 'row', says));
  const kept = keptBackText(draft, guess, 'contact', proposal.references);
  const from = tableText(writing, proposal.contact, 'contacts');
  const why = lines.length === 0 ? [] : whyNot(unreachable);
  return sectionText(used, 'contact', 'one', from, [...why, ...lines, ...unsafe], 'row', kept);
}

/** The people, each beside their rows of a table of ways, declared once; '' where their columns cannot be compared. */
export function waysText(writing: Writing, guess: TableGuess, name = 'peopleAndContacts'): string {
  if (writing.tables.some((line) => line.startsWith(`  const ${name} = `))) return name;
  const joint = jointOf(guess);
  const from = joint && besideText(writing.draft, writing.used, 'people', joint, guess);
  const why = `${oneLine(guess.table.name)} as contact, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}.`;
  return from ? declare(writing, name, from, why) : '';
}

/** A number or address that is null where a column says that the person is not to be reached by it. */
function unless(columns: readonly UnreachableColumn[], way: 'phone' | 'email', value: string): string {
  const test = unreachableText(columns, way);
  return test === '' ? value : `${test} ? null : ${value}`;
}

function whyNot(columns: readonly UnreachableColumn[]): readonly string[] {
  const not = columns.map(({ field, says }) => `${oneLine(field.column.name)} is ${String(says)}`).join(', or ');
  return not === '' ? [] : [`      // CONFIRM: no number is told if ${not}.`];
}

function keptByKind(writing: Writing, guess: TableGuess): string {
  const { draft, proposal, used } = writing;
  const [kind, value] = [fieldFor(draft, guess, 'kind'), fieldFor(draft, guess, 'value')];
  if (!kind || !value) return '';
  const unreachable = unreachableColumns(draft, guess);
  const kept = keptBackText(draft, guess, 'contact', proposal.references, 'one');
  const lines = (['phone', 'email'] as const).flatMap((way) => {
    const codes = guess.ways?.[way] ?? draft.shapes.codesBeside(guess.table, kind.column.name, value.column.name, way);
    if (codes.length === 0) return [];
    const kinds = codes.map((code) => holdsText(kind, 'one', code));
    const not = [
      ...(kept ? [kept.not] : []),
      ...unreachable
        .filter(({ ways }) => ways.includes(way))
        .map(({ field, says }) => holdsText(field, 'one', says, '!==')),
    ];
    const is = not.length > 0 && kinds.length > 1 ? `(${kinds.join(' || ')})` : kinds.join(' || ');
    return [
      `      // ${oneLine(value.column.name)} if ${oneLine(kind.column.name)} is ${codes.map(oneLine).join(' or ')}, judging by its ${guess.ways ? 'name' : 'values'}. CONFIRM which one counts if there are several.`,
      `      ${way}: ${use(writing, 'emptyAsNull')}(points.find((one) => ${[is, ...not].join(' && ')})?.${value.name}),`,
    ];
  });
  if (lines.length === 0) return '';
  const from = waysText(writing, guess);
  const why = [...(kept ? [`      // ${kept.why}`] : []), ...whyNot(unreachable)];
  const unsafe = unsafeText(draft, guess, (field, says) => `points.some((one) => ${holdsText(field, 'one', says)})`);
  return sectionText(used, 'contact', 'one', from, [...why, ...lines, ...unsafe], '[, points]');
}

/** `unsafe`, of the columns that say a way is not to be used: a no where it says what is, a yes where it says what is not. */
function unsafeText(
  draft: Draft,
  { table }: TableGuess,
  test: (field: Field, says: boolean | string) => string,
): readonly string[] {
  const found: readonly UnsafeColumn[] = unsafeColumns(draft, table);
  if (found.length === 0) return [];
  const parts = found.map(({ field, says, ways }) => {
    const list = `[${ways.map((way) => `'${way}'`).join(', ')}]`;
    return `...(${test(field, says)} ? (${list} as const) : [])`;
  });
  const names = found.map(({ field, says }) => `${oneLine(field.column.name)} is ${String(says)}`).join(', or ');
  return [
    `      // CONFIRM each: unsafe if ${names}. A way of contact that nobody has asked about is not known to be safe.`,
    `      unsafe: [${parts.join(', ')}],`,
  ];
}
