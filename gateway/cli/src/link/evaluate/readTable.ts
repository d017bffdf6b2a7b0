import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { InputFault } from '../../InputFault.ts';
import { whyOf } from '../../whyOf.ts';

/** One row of a table: the value of each column, and the line of the file where the row begins. */
export type Row<Column extends string> = Readonly<{ line: number; values: Readonly<Record<Column, string>> }>;

/**
 * The rows of a CSV file whose header has these columns, in any order and among others. Values are trimmed; empty lines are
 * skipped; an optional column that the file lacks is empty.
 *
 * Throws an `InputFault` that gives file, line and column and never repeats a value.
 */
export function readTable<Needed extends string, Optional extends string = never>(
  file: string,
  columns: readonly Needed[],
  optional: readonly Optional[] = [],
): readonly Row<Needed | Optional>[] {
  const [header, ...lines] = linesOf(file).filter(({ fields }) => fields.length > 1 || fields[0]?.trim() !== '');
  if (header === undefined) throw new InputFault(`${file}: is empty; expected a header: ${columns.join(',')}.`);
  const placeOf = placesIn<Needed | Optional>(header, file, [...columns, ...optional], columns);
  return lines.map(({ line, fields }) => {
    if (fields.length !== header.fields.length) {
      throw new InputFault(
        `${file}: line ${line}: has ${fields.length} columns; expected ${header.fields.length}, as the header has.`,
      );
    }
    const values = Object.fromEntries(
      [...placeOf].map(([column, place]) => [column, place === -1 ? '' : (fields[place] ?? '').trim()]),
    );
    return { line, values: values as Record<Needed | Optional, string> };
  });
}

type Line = Readonly<{ line: number; fields: readonly string[] }>;

function linesOf(file: string): readonly Line[] {
  // The parser counts a CRLF inside quotes as two lines.
  const text = textOf(file).replaceAll(/\r\n?/g, '\n');
  const lines: Line[] = [];
  let next = 1;
  try {
    parse(text, {
      ...{ bom: true, relax_column_count: true, record_delimiter: '\n' },
      on_record: (fields, { lines: last }) => {
        lines.push({ line: next, fields });
        next = last + 1;
        return null;
      },
    });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser's own message is left out, because it repeats the values.
    const line = typeof error.lines === 'number' ? `line ${error.lines}: ` : '';
    throw new InputFault(
      `${file}: ${line}a quotation mark is out of place; expected CSV, with quotation marks inside quotes doubled.`,
    );
  }
}

function textOf(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new InputFault(`${file}: cannot be read${whyOf(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFault(`${file}: is not UTF-8; expected CSV saved as UTF-8.`);
  }
}

function placesIn<Column extends string>(
  { line, fields }: Line,
  file: string,
  known: readonly Column[],
  needed: readonly Column[],
): ReadonlyMap<Column, number> {
  const names = fields.map((field) => field.trim().toLowerCase());
  const missing = needed.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new InputFault(
      `${file}: line ${line}: no column ${missing.join(', ')}; expected a header with ${needed.join(',')}.`,
    );
  }
  const twice = known.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice !== undefined)
    throw new InputFault(`${file}: line ${line}, column ${twice}: appears twice in the header; expected once.`);
  return new Map(known.map((column) => [column, names.indexOf(column)]));
}
