import type { Reference } from '../database/references.ts';
import { besideText, type Declare, jointOf } from './besideText.ts';
import { keptBackText } from './keptBackText.ts';
import { type Draft, fieldFor, oneLine, percent, type Used, valueText, wordsText } from './MappingText.ts';
import type { TableGuess } from './Proposal.ts';
import { propertyText, sectionText } from './sectionText.ts';
import {
  type UnreachableColumn,
  type UnsafeColumn,
  unreachableColumns,
  unreachableText,
  unsafeColumns,
} from './unsafeColumns.ts';

/** `contact`, of a table with a column for each way, or of one that names the way in a column and has the value in another. */
export function contactText(
  draft: Draft,
  used: Used,
  guess: TableGuess | null,
  from: string,
  declare: Declare,
  references: readonly Reference[],
): string {
  if (!guess) return '';
  if (fieldFor(draft, guess, 'value')) return keptByKind(draft, used, guess, declare);
  const unreachable = unreachableColumns(draft, guess);
  const lines = (['phone', 'email'] as const).flatMap((idea) =>
    propertyText(draft, guess, idea, idea, (_, field) => unless(unreachable, idea, wordsText(field, used))),
  );
  const unsafe = lines.length === 0 ? [] : unsafeText(draft, guess, (field, says) => `row.${field} === ${says}`);
  const not = unreachable.map(({ field, says }) => `${oneLine(field.column.name)} is ${String(says)}`).join(', or ');
  const why = lines.length === 0 || not === '' ? [] : [`      // CONFIRM: no number is told where ${not}.`];
  const kept = keptBackText(draft, guess, 'contact', references);
  return sectionText(used, 'contact', 'one', from, [...why, ...lines, ...unsafe], 'row', kept);
}

/** A number or address that is null where a column says that the person is not to be reached by it. */
function unless(columns: readonly UnreachableColumn[], way: 'phone' | 'email', value: string): string {
  const test = unreachableText(columns, way);
  return test === '' ? value : `${test} ? null : ${value}`;
}

function keptByKind(draft: Draft, used: Used, guess: TableGuess, declare: Declare): string {
  const [kind, value] = [fieldFor(draft, guess, 'kind'), fieldFor(draft, guess, 'value')];
  const joint = jointOf(guess);
  const from = joint && besideText(draft, used, 'people', joint, guess);
  if (!kind || !value || !from) return '';
  const unreachable = unreachableColumns(draft, guess);
  const lines = (['phone', 'email'] as const).flatMap((way) => {
    const codes = guess.ways?.[way] ?? draft.shapes.codesBeside(guess.table, kind.column.name, value.column.name, way);
    if (codes.length === 0) return [];
    const kinds = codes.map((code) => `one.${kind.name} === ${valueText(kind, code)}`);
    const not = unreachable
      .filter(({ ways }) => ways.includes(way))
      .map(({ field, says }) => ` && one.${field.name} !== ${valueText(field, says)}`);
    const is =
      not.length > 0 && kinds.length > 1
        ? `(${kinds.join(' || ')})${not.join('')}`
        : `${kinds.join(' || ')}${not.join('')}`;
    used.add('emptyAsNull');
    return [
      `      // ${oneLine(value.column.name)} where ${oneLine(kind.column.name)} is ${codes.map(oneLine).join(' or ')}: that is what it ${guess.ways ? 'is called' : 'looks like'}. CONFIRM which of several counts.`,
      `      ${way}: emptyAsNull(points.find((one) => ${is})?.${value.name}),`,
    ];
  });
  const unsafe =
    lines.length === 0
      ? []
      : unsafeText(draft, guess, (field, says) => `points.some((one) => one.${field} === ${says})`);
  if (lines.length === 0) return '';
  const why = `${oneLine(guess.table.name)} as contact, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}.`;
  return sectionText(
    used,
    'contact',
    'one',
    declare('peopleAndContacts', from, why),
    [...lines, ...unsafe],
    '[, points]',
  );
}

/** `unsafe`, of the columns that say a way is not to be used: a no where it says what is, a yes where it says what is not. */
function unsafeText(
  draft: Draft,
  { table }: TableGuess,
  test: (field: string, says: string) => string,
): readonly string[] {
  const found: readonly UnsafeColumn[] = unsafeColumns(draft, table);
  if (found.length === 0) return [];
  const parts = found.map(({ field, says, ways }) => {
    const list = `[${ways.map((way) => `'${way}'`).join(', ')}]`;
    return `...(${test(field.name, valueText(field, says))} ? (${list} as const) : [])`;
  });
  const names = found.map(({ field, says }) => `${oneLine(field.column.name)} is ${String(says)}`).join(', or ');
  return [
    `      // CONFIRM each: unsafe where ${names}. A way nobody asked about is not known to be safe.`,
    `      unsafe: [${parts.join(', ')}],`,
  ];
}
