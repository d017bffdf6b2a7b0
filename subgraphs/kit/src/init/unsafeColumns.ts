import type { ContactWay } from '@accord/contract/generated/api';
import type { CatalogueTable } from '../database/Catalogue.ts';
import { wordsIn } from '../database/wordsIn.ts';
import { codeSaying } from './codeSaying.ts';
import { type Draft, fieldOf } from './MappingText.ts';
import type { Field } from './Models.ts';

/** A column that says of ways of reaching somebody that they are unsafe, and what it holds where they are. */
export type UnsafeColumn = Readonly<{ field: Field; says: boolean | string; ways: readonly ContactWay[] }>;

const allowed = /\b(ok|okay|safe|can|may|allow(ed)?|permit(ted)?|leave)\b/;
const forbidden = /\b(no|not|dont|never|unsafe)\b/;
const ways: readonly (readonly [RegExp, readonly ContactWay[]])[] = [
  [/\b(sms|texts?)\b/, ['SMS']],
  [/\b(voice ?mails?|vm|answering)\b/, ['VOICEMAIL']],
  [/\b(letters?|mail|post)\b/, ['LETTER']],
  // A message may be either.
  [/\b(messages?|msgs?)\b/, ['VOICEMAIL', 'SMS']],
];

/** The columns of a table that say which ways are unsafe (`no_sms`, `ok_message`), where they hold yes and no. */
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
