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

/** Tests of `row` for when its part is withheld and when it is not, and the reason. */
export type KeptBackText = Readonly<{ test: string; not: string; why: string }>;

/**
 * When the address or the contact in a row is withheld: by columns such as `silent_addr_yn`, or because its kind says that
 * it is a refuge's. Null where nothing says so. Where the column has a word for "may be disclosed", any other value
 * withholds. In a row of people, a column may withhold one part only; in a row of a table beside them, it withholds what
 * the row holds.
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

/** Withheld where a field holds `says`, or (`holds` false) where it holds anything else. */
type Test = Readonly<{ field: Field; holds: boolean; says: GoneGuess['here'] }>;

const markTests = (draft: Draft, { table, as }: TableGuess, part: 'address' | 'contact'): readonly Test[] =>
  goneColumns(table, draft.shapes).flatMap((kept) => {
    const isEither = kept.ownWords === true && partNamed(kept.column) === null;
    const isMeant = as === 'people' ? partKeptBack(kept) === part || isEither : isKeptBack(kept);
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
  const hidden = hiddenKinds(draft.shapes, references, table);
  return hidden.flatMap(({ column, code, safe }, nth): Test[] => {
    const field = fieldOf(draft, table, column);
    // A mark on a person, beside their number or address, may be about anything else.
    const isMeant = as !== 'people' || (field !== null && partNamed(field.column) === part);
    if (!field || !isMeant) return [];
    if (safe === null) return [{ field, holds: true, says: code }];
    return hidden.findIndex((one) => one.column === column) === nth ? [{ field, holds: false, says: safe }] : [];
  });
}

/**
 * The kinds of rows that are a refuge's, or not to be used, judged by the code itself or by its description in a list. A
 * row that this one leads to because of its owner or author is not its kind.
 */
export const hiddenKinds = (
  shapes: Shapes,
  references: readonly Reference[],
  table: CatalogueTable,
): readonly HiddenKind[] =>
  table.columns.flatMap(({ name }) => {
    const list = listOf(shapes, references, table, name);
    if (list && !list.shared && isOfSomebody(list.table)) return [];
    const labels = list?.labels ?? new Map<string, string>();
    // A code that was removed from its list is still on file.
    const others = shapes.of(table, name).codes.filter((code) => !labels.has(code));
    const said = [...labels, ...others.map((code) => [code, code] as const)].map(
      ([code, label]) => [code, meaningIn(label).join(' ')] as const,
    );
    const hidden = said.filter(([, label]) => hiddenWords.test(label));
    const isSafety = hidden.some(([, label]) => /\b(unsafe|not safe)\b/.test(label));
    const safe = isSafety ? (said.find(([, label]) => safeWords.test(label))?.[0] ?? null) : null;
    return hidden.map(([code]) => ({ column: name, code, safe }));
  });

/** `safe`: the value by which a column of `UNSAFE` and `OK` says that it may be told; any other is not known to be safe. */
type HiddenKind = Readonly<{ column: string; code: string; safe: string | null }>;

const safeWords = /^(ok|okay|safe|is safe|safe to (call|contact|ring|use|phone))$/;

/** A refuge may have a contact person: `contact_surname` does not make it a table of people. */
const personal = /^((given|first) name|surname)$|\b(birth|dob|login|username)\b/;
const staffWords = /\b(staff|usr|users?|emp|employees?|workers?|wkr|personnel)\b/;

function isOfSomebody({ name, columns }: CatalogueTable): boolean {
  const words = meaningIn(name).join(' ');
  return (
    columns.some((column) => personal.test(meaningIn(column.name).join(' '))) ||
    (staffWords.test(words) && !codeListWords.test(words))
  );
}
