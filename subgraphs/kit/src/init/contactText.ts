import { besideText, jointOf } from './besideText.ts';
import { keptBackText } from './keptBackText.ts';
import { type Draft, fieldFor, holdsText, oneLine, percent, wordsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { TableGuess } from './Proposal.ts';
import { propertyText, sectionText } from './sectionText.ts';
import { tableText } from './tableText.ts';
import {
  reachableTests,
  safeSaid,
  takenForNumbers,
  type UnreachableColumn,
  type UnsafeColumn,
  unreachableColumns,
  unreachableText,
  unsafeColumns,
} from './unsafeColumns.ts';
import { declare, use, type Writing } from './Writing.ts';

/** `contact`: from a table with a column for each way, or one with the way in one column and the value in another. */
export function contactText(writing: Writing): string {
  const { draft, proposal, people, used } = writing;
  const guess = proposal.contact ?? people;
  if (fieldFor(draft, guess, 'value')) return keptByKind(writing, guess);
  const unreachable = unreachableColumns(draft, guess);
  const lines = (['phone', 'email'] as const).flatMap((idea) =>
    propertyText(draft, guess, idea, idea, (_, field) => unless(unreachable, idea, wordsText(field, used))),
  );
  const unsafe =
    lines.length === 0 ? [] : unsafeText(draft, guess, (field, safe) => holdsText(field, 'row', safe, '!=='));
  const kept = keptBackText(draft, guess, 'contact', proposal.references);
  const from = tableText(writing, proposal.contact, 'contacts');
  const why = lines.length === 0 ? [] : whyNot(draft, guess, unreachable);
  return sectionText(used, 'contact', 'one', from, [...why, ...lines, ...unsafe], 'row', kept);
}

/** The people, each beside their rows in a table of ways, declared once; '' where their columns cannot be compared. */
export function waysText(writing: Writing, guess: TableGuess, name = 'peopleAndContacts'): string {
  if (writing.tables.some((line) => line.startsWith(`  const ${name} = `))) return name;
  const joint = jointOf(guess);
  const from = joint && besideText(writing.draft, writing.used, 'people', joint, guess);
  const why = `${oneLine(guess.table.name)} as contact, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}.`;
  return from ? declare(writing, name, from, why) : '';
}

/** The text for a number or address that is null where a column says that the person must not be reached by it. */
function unless(columns: readonly UnreachableColumn[], way: 'phone' | 'email', value: string): string {
  const test = unreachableText(columns, way);
  return test === '' ? value : `${test} ? null : ${value}`;
}

function whyNot(draft: Draft, { table }: TableGuess, columns: readonly UnreachableColumn[]): readonly string[] {
  const told = columns.map(safeSaid).join(', and ');
  const unsure = columns.filter(({ sure }) => !sure).map(({ field }) => oneLine(field.column.name));
  const numbers = takenForNumbers(table, draft.shapes).map(({ name }) => oneLine(name));
  return [
    ...(told === ''
      ? []
      : [`      // CONFIRM: no number is told unless ${told}. Empty or unknown is not known to be safe.`]),
    ...(unsure.length === 0
      ? []
      : [`      // CONFIRM FIRST what ${unsure.join(', ')} holds where it is safe: no value in it says yes or no.`]),
    ...(numbers.length === 0
      ? []
      : [
          `      // CONFIRM: ${numbers.join(', ')} is taken for a number, not for a refusal, by its name and because it holds 0 and 1.`,
        ]),
  ];
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
    const not = [...(kept ? [kept.not] : []), ...reachableTests(unreachable, way, 'one')];
    const is = not.length > 0 && kinds.length > 1 ? `(${kinds.join(' || ')})` : kinds.join(' || ');
    return [
      `      // ${oneLine(value.column.name)} if ${oneLine(kind.column.name)} is ${codes.map(oneLine).join(' or ')}, judging by its ${guess.ways ? 'name' : 'values'}. CONFIRM which one counts if there are several.`,
      `      ${way}: ${use(writing, 'emptyAsNull')}(points.find((one) => ${[is, ...not].join(' && ')})?.${value.name}),`,
    ];
  });
  if (lines.length === 0) return '';
  const from = waysText(writing, guess);
  const why = [...(kept ? [`      // ${kept.why}`] : []), ...whyNot(draft, guess, unreachable)];
  const unsafe = unsafeText(
    draft,
    guess,
    (field, safe) => `points.some((one) => ${holdsText(field, 'one', safe, '!==')})`,
  );
  return sectionText(used, 'contact', 'one', from, [...why, ...lines, ...unsafe], '[, points]');
}

/** `unsafe`: the ways that no column says are safe. In a row per way, one row without a clear answer is enough. */
function unsafeText(
  draft: Draft,
  guess: TableGuess,
  test: (field: Field, safe: UnsafeColumn['safe']) => string,
): readonly string[] {
  const found = unsafeColumns(draft, guess);
  if (found.length === 0) return [];
  const parts = found.map(({ field, safe, ways }) => {
    const list = `[${ways.map((way) => `'${way}'`).join(', ')}]`;
    return `...(${test(field, safe)} ? (${list} as const) : [])`;
  });
  return [
    `      // CONFIRM each: unsafe unless ${found.map(safeSaid).join(', and ')}. A way of contact that nobody has asked about is not known to be safe.`,
    `      unsafe: [${parts.join(', ')}],`,
  ];
}
