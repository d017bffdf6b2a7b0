import type { ContactWay } from '@accord/contract/generated/api';
import type { CatalogueTable } from '../database/Catalogue.ts';
import { wordsIn } from '../database/wordsIn.ts';
import { codeSaying } from './codeSaying.ts';
import { type Draft, fieldOf, holdsText } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { TableGuess } from './Proposal.ts';

/** A column that says whether ways to reach somebody are unsafe, and the value it holds where they are. */
export type UnsafeColumn = Readonly<{ field: Field; says: boolean | string; ways: readonly ContactWay[] }>;

const allowed = /\b(ok|okay|safe|can|may|allow(ed)?|permit(ted)?|leave)\b/;
const forbidden = /\b(no|not|dont|never|unsafe|dnc)\b/;
const ways: readonly (readonly [RegExp, readonly ContactWay[]])[] = [
  [/\b(sms|texts?)\b/, ['SMS']],
  [/\b(voice ?mails?|vm|answering)\b/, ['VOICEMAIL']],
  [/\b(letters?|mail|post)\b/, ['LETTER']],
  // A message may be either.
  [/\b(messages?|msgs?)\b/, ['VOICEMAIL', 'SMS']],
];

/** A table's yes-or-no columns that say which ways are unsafe (`no_sms`, `ok_message`). */
export const unsafeColumns = (draft: Draft, table: CatalogueTable): readonly UnsafeColumn[] =>
  table.columns.flatMap((column): UnsafeColumn[] => {
    const words = wordsIn(column.name).join(' ');
    const field = fieldOf(draft, table, column.name);
    const meant = ways.find(([test]) => test.test(words))?.[1];
    const isForbidden = forbidden.test(words);
    if (!field || !meant || (!isForbidden && !allowed.test(words))) return [];
    if (field.type === 'Boolean') return [{ field, says: isForbidden, ways: meant }];
    const says = codeSaying(isForbidden ? 'yes' : 'no', draft.shapes.of(table, column.name).codes);
    return says === undefined ? [] : [{ field, says, ways: meant }];
  });

/** A column that says the person must not be reached by a telephone number or an e-mail address at all. */
export type UnreachableColumn = Readonly<{
  field: Field;
  says: boolean | string;
  ways: readonly ('phone' | 'email')[];
}>;

const reach: readonly (readonly [RegExp, UnreachableColumn['ways']])[] = [
  [/\b(e ?mails?|eml)\b/, ['email']],
  [/\b(calls?|rings?|telephone|tel|phones?|ph|phn|mobile|mob)\b/, ['phone']],
  [/\b(contact(ed)?|dnc)\b/, ['phone', 'email']],
];

/**
 * The ways that a column's name says are not safe (`phone_safe_yn`, `do_not_contact`), or are; null for any other column.
 * In a table of ways to reach people, a column named only `safe` is about the row.
 */
export function unreachableWays(name: string, as: TableGuess['as']): UnreachableColumn['ways'] | null {
  const words = wordsIn(name).join(' ');
  if (ways.some(([test]) => test.test(words)) || (!forbidden.test(words) && !allowed.test(words))) return null;
  return reach.find(([test]) => test.test(words))?.[1] ?? (as === 'contact' ? ['phone', 'email'] : null);
}

/** The yes-or-no columns that say a number is not safe. */
export const unreachableColumns = (draft: Draft, { table, as }: TableGuess): readonly UnreachableColumn[] =>
  table.columns.flatMap((column): UnreachableColumn[] => {
    const meant = unreachableWays(column.name, as);
    const isForbidden = forbidden.test(wordsIn(column.name).join(' '));
    const field = fieldOf(draft, table, column.name);
    if (!field || !meant) return [];
    if (field.type === 'Boolean') return [{ field, says: isForbidden, ways: meant }];
    const says = codeSaying(isForbidden ? 'yes' : 'no', draft.shapes.of(table, column.name).codes);
    return says === undefined ? [] : [{ field, says, ways: meant }];
  });

/** A test of the row for when one of these columns says that the person must not be reached this way; '' where none is about it. */
export const unreachableText = (columns: readonly UnreachableColumn[], way: 'phone' | 'email', row = 'row'): string =>
  columns
    .filter(({ ways }) => ways.includes(way))
    .map(({ field, says }) => holdsText(field, row, says))
    .join(' || ');
