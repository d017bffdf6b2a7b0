import type { ContactWay } from '@accord/contract/generated/api';
import type { CatalogueColumn, CatalogueTable } from '../database/Catalogue.ts';
import { asksWhether, isNumberOrRefusal, type SafetyName, safetyIn } from '../database/safetyNames.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { codeSaying, oppositeOf } from './codeSaying.ts';
import { isDate } from './guessColumns.ts';
import { type Draft, fieldOf, holdsText, oneLine } from './MappingText.ts';
import type { Field } from './Models.ts';
import type { TableGuess } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/**
 * A column that says whether somebody may be reached in some way, and the one value with which it says that this is safe.
 * With any other value, or none, it is not known to be safe. `sure` is false where no value says yes or no.
 */
type SafetyColumn = Readonly<{ column: CatalogueColumn; safe: Safe; by: SafetyName['by']; sure: boolean }>;
type Safe = boolean | string | null;

/** The same as a field of the mapping, with the ways or the parts of a contact that it is about. */
export type UnsafeColumn = Readonly<{ field: Field; safe: Safe; ways: readonly ContactWay[] }>;
export type UnreachableColumn = Readonly<{
  field: Field;
  safe: Safe;
  sure: boolean;
  ways: readonly ('phone' | 'email')[];
}>;

/** A table's columns about whether a way to reach somebody is safe, by their names and values (`no_sms`, `ok_message`, `phone_safe_yn`). */
export const safetyColumns = (table: CatalogueTable, as: TableGuess['as'], shapes: Shapes): readonly SafetyColumn[] =>
  table.columns.flatMap((column): SafetyColumn[] => {
    if (table.primaryKey.includes(column.name)) return [];
    const shape = shapes.of(table, column.name);
    const isRefusal = isNumberOrRefusal(column.name) && saysRefusal(column, shape);
    const said = safetyIn(column.name, { ofContact: as === 'contact', isRefusal });
    const safe = said && safeIn(column, shape, said);
    return said && safe ? [{ column, ...safe, by: said.by }] : [];
  });

/**
 * Columns whose names say "number" or refuse something, and which hold nothing but 0 and 1: `contact_no` may count
 * somebody's contacts. They are taken for numbers, and whoever reads the mapping is told so.
 */
export const takenForNumbers = ({ columns, ...table }: CatalogueTable, shapes: Shapes): readonly CatalogueColumn[] =>
  columns.filter((column) => {
    const shape = shapes.of(table, column.name);
    return isNumberOrRefusal(column.name) && !saysRefusal(column, shape) && shape.like.yesNo === 1;
  });

/** A number is neither of type boolean nor written with letters. */
const saysRefusal = (column: CatalogueColumn, { codes, like }: ColumnShape): boolean =>
  isBoolean(column) || (like.yesNo === 1 && !codes.every((code) => /^-?\d+$/.test(code)));

function safeIn(
  column: CatalogueColumn,
  shape: ColumnShape,
  { yesIs }: SafetyName,
): Readonly<{ safe: Safe; sure: boolean }> | null {
  if (isBoolean(column)) return { safe: yesIs === 'SAFE', sure: true };
  const codes = [...(column.values ?? []), ...shape.codes];
  const [yes, no] = (['yes', 'no'] as const).map((answer) => codes.find((code) => codeSaying(answer, [code])));
  const [safe, unsafe] = yesIs === 'SAFE' ? [yes, no] : [no, yes];
  if (safe !== undefined) return { safe, sure: true };
  const nothing = column.nullable && shape.empty === 0 ? null : '';
  // Where a refusal is only ever entered or left empty, empty is the only answer that is none.
  if (unsafe !== undefined && yesIs === 'UNSAFE' && shape.filled < shape.looked) return { safe: nothing, sure: true };
  if (unsafe !== undefined) return { safe: oppositeOf(unsafe), sure: true };
  const { like } = shape;
  if (!asksWhether(column.name) || isDate(column, shape) || like.phone + like.email + like.postcode > 0.5) return null;
  // Nobody has refused so far.
  if (yesIs === 'UNSAFE' && shape.filled === 0) return { safe: nothing, sure: false };
  const said = yesIs === 'SAFE' ? codes.find((code) => /^(ok|okay|safe)$/i.test(code)) : undefined;
  return { safe: said ?? (yesIs === 'SAFE' ? 'Y' : 'N'), sure: said !== undefined };
}

/** As Prisma has it; SQLite's `BOOLEAN` and MariaDB's `tinyint(1)` too. */
const isBoolean = ({ type, sizes }: CatalogueColumn): boolean =>
  /^bool|^bit$/.test(type) || (type === 'tinyint' && sizes[0] === 1);

/** A table's columns that say which ways of leaving words are safe. */
export const unsafeColumns = (draft: Draft, { table, as }: TableGuess): readonly UnsafeColumn[] =>
  safetyColumns(table, as, draft.shapes).flatMap(({ column, safe, by }): UnsafeColumn[] => {
    const field = fieldOf(draft, table, column.name);
    const ways = by.filter((one) => one !== 'phone' && one !== 'email');
    return field && ways.length > 0 ? [{ field, safe: safeFor(field, safe), ways }] : [];
  });

/**
 * A table's columns that say whether a number or an e-mail address as such is safe. With one way per row, a column about
 * calls is about the row, whichever way it holds.
 */
export function unreachableColumns(draft: Draft, { table, as, columns }: TableGuess): readonly UnreachableColumn[] {
  const isPerRow = as === 'contact' && columns.some(({ idea }) => idea === 'value');
  return safetyColumns(table, as, draft.shapes).flatMap(({ column, safe, sure, by }): UnreachableColumn[] => {
    const field = fieldOf(draft, table, column.name);
    const ways = by.filter((one) => one === 'phone' || one === 'email');
    if (!field || ways.length === 0) return [];
    return [{ field, safe: safeFor(field, safe), sure, ways: isPerRow ? ['phone', 'email'] : ways }];
  });
}

/** In the field's own type: yes and no are true and false, or 1 and 0. */
function safeFor({ type }: Field, safe: Safe): Safe {
  const isNumber = ['Int', 'BigInt', 'Decimal'].includes(type ?? '');
  if (type === 'Boolean') return safe === true || (safe !== null && codeSaying('yes', [String(safe)]) !== undefined);
  if (typeof safe === 'boolean') return safe ? '1' : '0';
  if (!isNumber || safe === null) return safe;
  return codeSaying('yes', [safe]) !== undefined && !/\d/.test(safe) ? '1' : /\d/.test(safe) ? safe : '0';
}

/**
 * A test of the row for when the person is not known to be safe to reach this way (`===`: for when they are); '' where no
 * column is about it.
 */
export const unreachableText = (columns: readonly UnreachableColumn[], way: 'phone' | 'email', row = 'row'): string =>
  testsOf(columns, way, row, '!==').join(' || ');

/** The tests that all hold where the person is known to be safe to reach this way. */
export const reachableTests = (columns: readonly UnreachableColumn[], way: 'phone' | 'email', row: string) =>
  testsOf(columns, way, row, '===');

const testsOf = (
  columns: readonly UnreachableColumn[],
  way: 'phone' | 'email',
  row: string,
  sign: '===' | '!==',
): readonly string[] =>
  columns.filter(({ ways }) => ways.includes(way)).map(({ field, safe }) => holdsText(field, row, safe, sign));

/** `ok_sms is Y`, `do_not_call is empty`. */
export const safeSaid = ({ field, safe }: Pick<UnsafeColumn, 'field' | 'safe'>): string =>
  `${oneLine(field.column.name)} is ${safe === null || safe === '' ? 'empty' : String(safe)}`;
