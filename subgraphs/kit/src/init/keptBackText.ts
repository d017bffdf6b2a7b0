import type { CatalogueTable } from '../database/Catalogue.ts';
import type { Reference } from '../database/references.ts';
import { goneColumns, isKeptBack, partKeptBack, partNamed } from './goneColumns.ts';
import { listOf } from './listOf.ts';
import { type Draft, fieldOf, holdsText, oneLine } from './MappingText.ts';
import type { Field } from './Models.ts';
import { meaningIn } from './meaningIn.ts';
import type { GoneGuess, TableGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';
import { codeListWords, hiddenWords } from './tableWords.ts';

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
  const tests = [...markTests(draft, guess, part), ...kindTests(draft, guess, part, references)];
  if (tests.length === 0) return null;
  const names = [...new Set(tests.map(({ field }) => oneLine(field.column.name)))].join(', ');
  return {
    test: tests.map(({ field, holds, says }) => holdsText(field, row, says, holds ? '===' : '!==')).join(' || '),
    not: tests.map(({ field, holds, says }) => holdsText(field, row, says, holds ? '!==' : '===')).join(' && '),
    why: `CONFIRM: told to nobody if ${names} keeps it back; notes that mention what is in "silent" are withheld.`,
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

function kindTests(
  draft: Draft,
  { table, as }: TableGuess,
  part: 'address' | 'contact',
  references: readonly Reference[],
): readonly Test[] {
  return hiddenKinds(draft.shapes, references, table).flatMap(({ column, code }): Test[] => {
    const field = fieldOf(draft, table, column);
    // What is said of somebody beside their number or address may be about anything else.
    const isMeant = as !== 'people' || (field !== null && partNamed(field.column) === part);
    return field && isMeant ? [{ field, holds: true, says: code }] : [];
  });
}

/**
 * The kinds of rows that are a refuge, or not to be used, by the code itself or by what a list calls it. Of
 * somebody that a row leads to, whose it is or who wrote it, nothing is a kind of it.
 */
export const hiddenKinds = (
  shapes: Shapes,
  references: readonly Reference[],
  table: CatalogueTable,
): readonly Readonly<{ column: string; code: string }>[] =>
  table.columns.flatMap(({ name }) => {
    const list = listOf(shapes, references, table, name);
    if (list && !list.shared && isOfSomebody(list.table)) return [];
    const labels = list?.labels ?? new Map<string, string>();
    // A code that was taken off its list is on file still.
    const others = shapes.of(table, name).codes.filter((code) => !labels.has(code));
    const said = [...labels, ...others.map((code) => [code, code] as const)];
    return said
      .filter(([, label]) => hiddenWords.test(meaningIn(label).join(' ')))
      .map(([code]) => ({ column: name, code }));
  });

/** A refuge may have somebody to ask for: `contact_surname` is no column of people. */
const personal = /^((given|first) name|surname)$|\b(birth|dob|login|username)\b/;
const staffWords = /\b(staff|usr|users?|emp|employees?|workers?|wkr|personnel)\b/;

function isOfSomebody({ name, columns }: CatalogueTable): boolean {
  const words = meaningIn(name).join(' ');
  return (
    columns.some((column) => personal.test(meaningIn(column.name).join(' '))) ||
    (staffWords.test(words) && !codeListWords.test(words))
  );
}
