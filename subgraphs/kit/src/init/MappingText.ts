import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import { keyOf } from '../database/Catalogue.ts';
import { saysUnknown } from '../mapping/saysNone.ts';
import type { ColumnIdea } from './columnWords.ts';
import { epochUnit } from './epochColumn.ts';
import type { Field, Model, Models } from './Models.ts';
import { columnOf, type GoneGuess, type Guess, type TableGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** Everything a proposal's files are written from. */
export type Draft = Readonly<{ models: Models; shapes: Shapes }>;

/** The names that a written file uses from the kit, for its imports. */
export type Used = Set<string>;

export const percent = ({ confidence }: Guess): string => `${Math.round(confidence * 100)} %`;

export const modelOf = ({ models }: Draft, table: CatalogueTable): Model => {
  const model = models.models.find((one) => keyOf(one.table) === keyOf(table));
  if (!model) throw new Error(`"${table.name}" has no model; every table of a catalogue has one.`);
  return model;
};

export const fieldOf = (draft: Draft, table: CatalogueTable, column: string): Field | null =>
  modelOf(draft, table).fields.find((field) => field.column.name === column && field.type !== null) ?? null;

export const fieldFor = (draft: Draft, guess: TableGuess | null, idea: ColumnIdea): Field | null => {
  const column = columnOf(guess, idea);
  const table = guess?.columns.find((one) => one.idea === idea)?.over?.at(-1)?.to ?? guess?.table;
  return table && column ? fieldOf(draft, table, column.name) : null;
};

/** How record numbers are read for a key with this field's type. */
export function numbersFor({ type, native }: Field, used: Used): string | null {
  const word =
    type === 'Int'
      ? 'ints'
      : type === 'BigInt'
        ? native === '@db.UnsignedBigInt'
          ? 'unsignedBigints'
          : 'bigints'
        : native === '@db.Uuid'
          ? 'uuids'
          : type === 'String'
            ? 'texts'
            : type === 'Decimal'
              ? 'decimals'
              : null;
  if (word) used.add(word);
  return word;
}

/** The text that reads a key as text or a number: `row.id`. */
export function keyText({ name, type, column }: Field, row = 'row'): string {
  const value = `${row}.${name}`;
  if (type === 'Int' || type === 'String') return column.nullable ? `${value} ?? ''` : value;
  return `String(${value})`;
}

/** The text that reads a column as a day; null where its format could not be determined. */
export function dayText(
  draft: Draft,
  table: CatalogueTable,
  { name, type, column }: Field,
  used: Used,
  row = 'row',
): string {
  const value = `${row}.${name}`;
  const { days, like } = draft.shapes.of(table, column.name);
  if (isInstant(column)) {
    used.add('dayIn');
    return `dayIn(${value}, 'UTC')`;
  }
  if (type === 'DateTime' || (type === 'String' && days.pattern === null && like.day >= 0.8)) {
    used.add('day');
    return `day(${value})`;
  }
  const unit = epochUnit(column, draft.shapes.of(table, column.name));
  if (unit && (type === 'Int' || type === 'BigInt')) {
    for (const word of ['dayIn', 'epoch']) used.add(word);
    // A 0 means no time far more often than the first second of 1970.
    return `dayIn(epoch('${unit}')(${value} || null), 'UTC')`;
  }
  if (days.pattern === null || type === null || !['String', 'Int', 'BigInt', 'Decimal'].includes(type)) return 'null';
  used.add('dayWritten');
  const text = type === 'BigInt' || type === 'Decimal' ? `${value}?.toString()` : value;
  return `dayWritten('${days.pattern}'${like.day > 0 ? ", 'YYYY-MM-DD'" : ''})(${text})`;
}

/** An instant, whose date depends on the time zone. A time without a zone is read with the date it is written with. */
const isInstant = ({ type }: CatalogueColumn): boolean => /^(timestamp with time zone|datetimeoffset)/.test(type);

/** The text that reads a column as text; '' and spaces alone become null. */
export function wordsText({ name, type }: Field, used: Used, row = 'row'): string {
  if (type === 'String') {
    used.add('emptyAsNull');
    return `emptyAsNull(${row}.${name})`;
  }
  return `${row}.${name}?.toString() ?? null`;
}

/** The argument for a code map, which takes text, numbers and booleans. */
export const codeText = ({ name, type }: Field, row = 'row'): string =>
  ['BigInt', 'Decimal', 'DateTime', 'Bytes'].includes(type ?? '') ? `${row}.${name}?.toString()` : `${row}.${name}`;

/** `deletedAt: null`, from the columns that mark a row as gone; '' where there are none. */
export function liveText(draft: Draft, guess: Pick<TableGuess, 'table' | 'gone'>): string {
  const tests = guess.gone.flatMap((gone) => {
    const field = fieldOf(draft, guess.table, gone.column.name);
    return field ? [hereTests(field, gone, draft.shapes.of(guess.table, gone.column.name).nones)] : [];
  });
  const plain = tests.flatMap(([only, ...more]) => (only !== undefined && more.length === 0 ? [only] : []));
  const either = tests
    .filter(({ length }) => length > 1)
    .map((some) => `{ OR: [${some.map((one) => `{ ${one} }`).join(', ')}] }`);
  // Inside `AND`, so that another `OR` in the same `where` does not overwrite it.
  return [...plain, ...(either.length > 0 ? [`AND: [${either.join(', ')}]`] : [])].join(', ');
}

/**
 * Conditions of which one holds for every row that is not gone. In SQL, null neither equals a value nor differs from it, so
 * without a condition of its own a row with null would be left out together with the gone ones.
 */
function hereTests(
  { name, type, column, zero }: Field,
  { here, gone }: GoneGuess,
  nones: readonly string[],
): readonly string[] {
  const none = [
    ...(column.nullable ? [`${name}: null`] : []),
    ...(zero ? [`${name}: { lt: new Date('1000-01-01') }`] : []),
  ];
  if (gone === null) {
    // A row with an unknown deletion date was deleted.
    const written =
      type === 'String' && (here === null || here === '') ? nones.filter((value) => !saysUnknown(value)) : [];
    const told = here === null ? nothingIn({ type }) : [valueText({ type }, here)];
    const values = [...told, ...written.map((value) => valueText({ type }, value))];
    return [...(here === null ? none : []), ...values.map((value) => `${name}: ${value}`)];
  }
  const rest = type === 'Boolean' ? valueText({ type }, here) : `{ not: ${valueText({ type }, gone)} }`;
  return [...none, `${name}: ${rest}`];
}

/** What a date, or another row's number, may hold besides null where there is none. */
function nothingIn({ type }: Pick<Field, 'type'>): readonly string[] {
  if (type === 'String') return ["''"];
  return type === 'Int' || type === 'BigInt' || type === 'Decimal' ? [valueText({ type }, 0)] : [];
}

/** A value as a literal of the field's type. */
export function valueText({ type }: Pick<Field, 'type'>, here: null | boolean | number | string): string {
  if (here === null) return 'null';
  if (type === 'Boolean') return String(here === true || here === 1 || here === '1');
  if (type === 'BigInt') return `${Number(here)}n`;
  if (type === 'Int') return String(Number(here));
  return `'${String(here).replaceAll("'", "\\'")}'`;
}

/**
 * The text that tests whether a row's field holds a value, or another (`!==`). Two Decimals with the same value are
 * different objects. PostgreSQL and SQL Server fill a `CHAR(n)` up with spaces: `REF` would never be what it holds.
 */
export function holdsText(
  { name, type, native, column }: Tested,
  row: string,
  value: Parameters<typeof valueText>[1],
  sign: '===' | '!==' = '===',
): string {
  const isPadded =
    typeof value === 'string' && /^@db\.N?Char/.test(native ?? '') && (column.sizes[0] ?? 1) > value.length;
  const written = isPadded ? `${row}.${name}${column.nullable ? '?' : ''}.trim()` : `${row}.${name}`;
  // Nothing entered is null in one row and empty in another.
  const held = value === '' && column.nullable ? `(${written} ?? '')` : written;
  return `${type === 'Decimal' && value !== null ? `String(${held})` : held} ${sign} ${valueText({ type }, value)}`;
}

type Tested = Pick<Field, 'name' | 'type' | 'native'> &
  Readonly<{ column: Pick<CatalogueColumn, 'nullable' | 'sizes'> }>;

/** The reason for a guess, as a comment beside it: `// dob, 85 %: is called like it; holds days`. */
export const because = (guess: Guess & Readonly<{ column: CatalogueColumn }>): string =>
  `// ${oneLine(guess.column.name)}, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}`;

/** Names of tables and columns may contain anything: a line break in one would end the comment. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
