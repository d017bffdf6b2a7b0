import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import { keyOf } from '../database/Catalogue.ts';
import { saysUnknown } from '../mapping/saysNone.ts';
import type { ColumnIdea } from './columnWords.ts';
import { epochUnit } from './epochColumn.ts';
import type { Field, Model, Models } from './Models.ts';
import { columnOf, type GoneGuess, type Guess, type TableGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** Everything that the files of a proposal are written from. */
export type Draft = Readonly<{ models: Models; shapes: Shapes }>;

/** The kit's words that a written file uses, for its imports. */
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

/** How numbers of records are read for a key of this field's type. */
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

/** A key as a text or number: `row.id`. */
export function keyText({ name, type, column }: Field, row = 'row'): string {
  const value = `${row}.${name}`;
  if (type === 'Int' || type === 'String') return column.nullable ? `${value} ?? ''` : value;
  return `String(${value})`;
}

/** A column's day, or null where nobody can say how it is written. */
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
    // 0 stands for no time far more often than for the first second of 1970.
    return `dayIn(epoch('${unit}')(${value} || null), 'UTC')`;
  }
  if (days.pattern === null || type === null || !['String', 'Int', 'BigInt', 'Decimal'].includes(type)) return 'null';
  used.add('dayWritten');
  const text = type === 'BigInt' || type === 'Decimal' ? `${value}?.toString()` : value;
  return `dayWritten('${days.pattern}'${like.day > 0 ? ", 'YYYY-MM-DD'" : ''})(${text})`;
}

/** A moment, which is not the same day everywhere; what is written without a zone comes as the day that is written. */
const isInstant = ({ type }: CatalogueColumn): boolean => /^(timestamp with time zone|datetimeoffset)/.test(type);

/** A column as text; '' and spaces alone are null. */
export function wordsText({ name, type }: Field, used: Used, row = 'row'): string {
  if (type === 'String') {
    used.add('emptyAsNull');
    return `emptyAsNull(${row}.${name})`;
  }
  return `${row}.${name}?.toString() ?? null`;
}

/** What is given to a code map: it takes text, numbers, yes and no. */
export const codeText = ({ name, type }: Field, row = 'row'): string =>
  ['BigInt', 'Decimal', 'DateTime', 'Bytes'].includes(type ?? '') ? `${row}.${name}?.toString()` : `${row}.${name}`;

/** `deletedAt: null`, of the columns that say a row is gone; '' where there are none. */
export function liveText(draft: Draft, guess: Pick<TableGuess, 'table' | 'gone'>): string {
  const tests = guess.gone.flatMap((gone) => {
    const field = fieldOf(draft, guess.table, gone.column.name);
    return field ? [hereTests(field, gone, draft.shapes.of(guess.table, gone.column.name).nones)] : [];
  });
  const plain = tests.flatMap(([only, ...more]) => (only !== undefined && more.length === 0 ? [only] : []));
  const either = tests
    .filter(({ length }) => length > 1)
    .map((some) => `{ OR: [${some.map((one) => `{ ${one} }`).join(', ')}] }`);
  // Within `AND`, so that no other `OR` of the same `where` takes its place.
  return [...plain, ...(either.length > 0 ? [`AND: [${either.join(', ')}]`] : [])].join(', ');
}

/**
 * Tests of which one holds for a row that is not gone. In SQL null is neither a value nor another one, so that a row of which a column
 * says nothing would be left out with those that are gone: for it there is a test of its own.
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
    // Whose day of deletion is unknown was deleted.
    const written =
      type === 'String' && (here === null || here === '') ? nones.filter((value) => !saysUnknown(value)) : [];
    const told = here === null ? nothingIn({ type }) : [valueText({ type }, here)];
    const values = [...told, ...written.map((value) => valueText({ type }, value))];
    return [...(here === null ? none : []), ...values.map((value) => `${name}: ${value}`)];
  }
  const rest = type === 'Boolean' ? valueText({ type }, here) : `{ not: ${valueText({ type }, gone)} }`;
  return [...none, `${name}: ${rest}`];
}

/** What a day or another row's number may hold beside null where there is none. */
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

/** Whether a field of a row holds a value, or holds another (`!==`). Two decimals of one value are two things. */
export const holdsText = (
  { name, type }: Pick<Field, 'name' | 'type'>,
  row: string,
  value: Parameters<typeof valueText>[1],
  sign: '===' | '!==' = '===',
): string =>
  `${type === 'Decimal' ? `String(${row}.${name})` : `${row}.${name}`} ${sign} ${valueText({ type }, value)}`;

/** Why, beside what is written: `// dob, 85 %: is called like it; holds days`. */
export const because = (guess: Guess & Readonly<{ column: CatalogueColumn }>): string =>
  `// ${oneLine(guess.column.name)}, ${percent(guess)}: ${guess.reasons.map(oneLine).join('; ')}`;

/** Names of tables and columns are anybody's: a line break in one would end the comment. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
