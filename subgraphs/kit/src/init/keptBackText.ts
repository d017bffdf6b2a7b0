import type { Reference } from '../database/references.ts';
import { goneColumns, isKeptBack, partKeptBack } from './goneColumns.ts';
import { listOf } from './listOf.ts';
import { type Draft, fieldOf, holdsText, oneLine } from './MappingText.ts';
import type { Field } from './Models.ts';
import { meaningIn } from './meaningIn.ts';
import type { GoneGuess, TableGuess } from './Proposal.ts';
import { hiddenWords } from './tableWords.ts';

/** When a row's part is told to nobody, and when not, as tests of `row`, and why. */
export type KeptBackText = Readonly<{ test: string; not: string; why: string }>;

/**
 * When the address or the contact in a row is kept back, by columns such as `silent_addr_yn`, or because it is a refuge's by its kind;
 * null where nothing says so. What does not say that it may be told is kept back, where the column has a word for that. Of a row of
 * people a column may keep back one part only; of a table beside them it keeps back what the row holds.
 */
export function keptBackText(
  draft: Draft,
  guess: TableGuess,
  part: 'address' | 'contact',
  references: readonly Reference[],
  row = 'row',
): KeptBackText | null {
  const tests = [...markTests(draft, guess, part), ...kindTests(draft, guess, references)];
  if (tests.length === 0) return null;
  const names = [...new Set(tests.map(({ field }) => oneLine(field.column.name)))].join(', ');
  return {
    test: tests.map(({ field, holds, says }) => holdsText(field, row, says, holds ? '===' : '!==')).join(' || '),
    not: tests.map(({ field, holds, says }) => holdsText(field, row, says, holds ? '!==' : '===')).join(' && '),
    why: `CONFIRM: told to nobody where ${names} keeps it back; notes are looked through for what stands in silent.`,
  };
}

/** It is kept back where a field holds what is said, or where it holds anything else. */
type Test = Readonly<{ field: Field; holds: boolean; says: GoneGuess['here'] }>;

const markTests = (draft: Draft, { table, as }: TableGuess, part: 'address' | 'contact'): readonly Test[] =>
  goneColumns(table, draft.shapes).flatMap((kept) => {
    const isMeant = as === 'people' ? partKeptBack(kept) === part : isKeptBack(kept);
    const field = isMeant ? fieldOf(draft, table, kept.column.name) : null;
    if (!field) return [];
    const { here, gone } = kept;
    return [{ field, holds: gone !== null, says: gone ?? here }];
  });

/** Of a table beside the people the rows whose kind is a refuge, or not to be used, by the code itself or by what a list calls it. */
function kindTests(draft: Draft, { table, as }: TableGuess, references: readonly Reference[]): readonly Test[] {
  if (as === 'people') return [];
  return table.columns.flatMap(({ name }) => {
    const field = fieldOf(draft, table, name);
    const list = listOf(draft.shapes, references, table, name);
    const said: readonly (readonly [string, string])[] = list
      ? [...list.labels]
      : draft.shapes.of(table, name).codes.map((code) => [code, code]);
    const codes = said.filter(([, label]) => hiddenWords.test(meaningIn(label).join(' ')));
    return field ? codes.map(([code]) => ({ field, holds: true, says: code })) : [];
  });
}
