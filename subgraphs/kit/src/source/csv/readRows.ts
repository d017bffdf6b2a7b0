import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type Columns, type RowOf, unreadable } from './column.ts';
import { decodeFile, type Encoding } from './decodeFile.ts';
import { ExtractFault } from './ExtractFault.ts';

/** One file of an extract. */
export type FileGiven<Given extends Columns> = Readonly<{
  /** Its name in the folder. */
  file: string;
  columns: Given;
  /** The column that names a row, or several that do together; what stands there, stands once in the file, but for rows that are alike. */
  key: NoInfer<keyof Given & string> | readonly NoInfer<keyof Given & string>[];
  /** Further columns rows are found by, such as the client of an alert. */
  by?: readonly NoInfer<keyof Given & string>[];
  /** `utf-8` unless told otherwise. */
  encoding?: Encoding;
  /** Comma unless told otherwise. */
  separator?: ',' | ';' | '\t';
  /** First cell of a last line whose second cell is the number of rows, where the extract writes one: `END,1204`. */
  trailer?: string;
}>;

/** What was read of one file. Bad rows are not among the rows. */
export type ReadFile<Row> = Readonly<{
  rows: readonly Row[];
  /** Lines under the header, good and bad, without the trailer. */
  lines: number;
  /** Rows of nothing but separators, which are not counted among the lines. */
  blank: number;
  leftOut: number;
  /** A sentence each for the first bad rows. */
  first: readonly string[];
  /** By indexed column: values of which a row was left out, so that what there is of them is not whole. */
  broken: ReadonlyMap<string, ReadonlySet<string>>;
  /** Indexed columns of which nobody can say what stood in a row that was left out: it may belong to anybody. */
  unsure: ReadonlySet<string>;
}>;

/** More characters than this in one row are no row but a quote that was never closed. */
const longestRow = 4_000_000;
const mostSentences = 20;

/**
 * Reads one file, row by row: what does not fit in the memory twice is never held twice.
 *
 * Throws an ExtractFault where the file as such cannot be right: header, quotes, encoding, trailer, end. A row that cannot be read is
 * left out and counted.
 */
export async function readRows<Given extends Columns>(
  folder: string,
  given: FileGiven<Given>,
): Promise<ReadFile<RowOf<Given>>> {
  const { file, columns, key, by = [], encoding = 'utf-8', separator = ',', trailer } = given;
  const rows = new Map<string, RowOf<Given>>();
  const spoilt = new Set<string>();
  const title = keyTitle(key);
  const bad = badRows(file, { key: title, by });
  let places: ReadonlyMap<string, number> | undefined;
  let width = 0;
  let lines = 0;
  let blank = 0;
  let promised: number | undefined;

  for await (const { cells, line } of recordsOf(join(folder, file), { file, encoding, separator })) {
    if (!places) {
      places = placesIn(cells, columns, file);
      width = cells.length;
      continue;
    }
    // A spreadsheet's export ends in such rows: nobody stands in them, so nobody is missing.
    if (cells.every((cell) => cell.trim() === '')) {
      blank += 1;
      continue;
    }
    if (promised !== undefined) throw new ExtractFault(`${file}, line ${line}: a row follows the trailer.`);
    if (trailer !== undefined && cells[0] === trailer) {
      promised = Number(cells[1] ?? 'none');
      continue;
    }
    lines += 1;
    const read = rowOf(cells, columns, places);
    if (cells.length !== width) {
      // Which cell is one too many or missing nobody can say, so none is known to stand under its title.
      bad.add(`line ${line}: ${cells.length} cells, but the header has ${width}`, []);
    } else if (read.kind === 'BAD') {
      bad.add(`line ${line}, column "${read.column}": not ${read.takes}`, named(read.values, key));
    } else {
      const name = nameOf(read.row, key);
      const twin = rows.get(name);
      if (name === '') bad.add(`line ${line}, column "${title}": empty, but it is the key of the row`, read.values);
      // A job that joins tables writes a row more than once.
      else if (twin && JSON.stringify(twin) === JSON.stringify(read.row)) continue;
      else if (twin || spoilt.has(name)) {
        // Which of them is right nobody can say here: none of them is told.
        bad.add(`line ${line}, column "${title}": the key appears twice in the file`, named(read.values, key));
        if (twin)
          bad.add(
            `an earlier line, column "${title}": the key appears twice in the file`,
            named(Object.entries(twin), key),
          );
        rows.delete(name);
        spoilt.add(name);
      } else rows.set(name, read.row);
    }
  }
  if (!places) throw new ExtractFault(`${file} is empty, without even a header.`);
  if (trailer !== undefined && promised !== lines)
    throw new ExtractFault(
      promised === undefined
        ? `${file} has no last line "${trailer}": it is still being written, or was cut off.`
        : `${file} has ${rowsCounted(lines, blank)}, but a different number in its last line: it is still being written, or was cut off.`,
    );
  return { rows: [...rows.values()], lines, blank, ...bad.told() };
}

/** What a file's key is called: its column, or those that are it together. */
export const keyTitle = (key: string | readonly string[]): string => [key].flat().join('/');

/** What names a row: its key, or those of several columns that are a key together, as `compositeKey` has it; '' where nothing stands there. */
export function nameOf(row: Readonly<Record<string, unknown>>, key: string | readonly string[]): string {
  if (typeof key === 'string') return String(row[key] ?? '');
  const parts = key.map((column) => String(row[column] ?? ''));
  return parts.every((part) => part === '')
    ? ''
    : parts.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

/** What of a row could be read, with what names it where that is several columns and all of them could. */
function named(values: Values, key: string | readonly string[]): Values {
  const read = new Map(values);
  const isKnown = typeof key !== 'string' && key.every((column) => read.has(column));
  return isKnown ? [...values, [keyTitle(key), nameOf(Object.fromEntries(values), key)]] : values;
}

/** Whoever counts rows of nothing but separators, too, sees why the numbers differ. */
export const rowsCounted = (lines: number, blank: number): string =>
  `${lines} rows${blank === 0 ? '' : ` (besides ${blank} with nothing but separators, which do not count)`}`;

type Values = readonly (readonly [column: string, value: unknown])[];
type RowRead<Row> =
  | Readonly<{ kind: 'ROW'; row: Row; values: Values }>
  | Readonly<{ kind: 'BAD'; column: string; takes: string; values: Values }>;

function rowOf<Given extends Columns>(
  cells: readonly string[],
  columns: Given,
  places: ReadonlyMap<string, number>,
): RowRead<RowOf<Given>> {
  const values = Object.entries(columns).map(
    ([name, { read }]) => [name, read((cells[places.get(name) ?? -1] ?? '').trim())] as const,
  );
  const readable = values.filter(([, value]) => value !== unreadable);
  const wrong = values.find(([, value]) => value === unreadable)?.[0];
  if (wrong === undefined) return { kind: 'ROW', row: Object.fromEntries(values) as RowOf<Given>, values };
  return { kind: 'BAD', column: columns[wrong]?.title ?? wrong, takes: columns[wrong]?.takes ?? '', values: readable };
}

/** Where each column stands. Says nothing of what the header holds: where it is missing, the first line is somebody's. */
function placesIn(header: readonly string[], columns: Columns, file: string): ReadonlyMap<string, number> {
  const titles = header.map((title) => title.trim());
  return new Map(
    Object.entries(columns).map(([name, { title, nth }]) => {
      const wanted = title ?? name;
      const found = titles.flatMap((one, place) => (one === wanted ? [place] : []));
      const place = found[(nth ?? 1) - 1];
      if (found.length === 0)
        throw new ExtractFault(
          `${file}, line 1: none of the ${titles.length} columns is titled "${wanted}". Correct the title or the separator, or the extract.`,
        );
      if (place === undefined || (nth === undefined && found.length > 1))
        throw new ExtractFault(
          `${file}, line 1: ${found.length} columns are titled "${wanted}". Say which one is meant, as in titled('${wanted}', text, 1).`,
        );
      return [name, place];
    }),
  );
}

function badRows(file: string, { key, by }: Readonly<{ key: string; by: readonly string[] }>) {
  const broken = new Map([key, ...by].map((column) => [column, new Set<string>()]));
  const unsure = new Set<string>();
  const first: string[] = [];
  let leftOut = 0;
  return {
    add(what: string, values: Values): void {
      leftOut += 1;
      if (first.length < mostSentences) first.push(`${file}, ${what}.`);
      const known = new Map(values);
      for (const [column, left] of broken) {
        const value = known.get(column);
        const isEmpty = value === null || value === '';
        if (value === undefined || value === unreadable || (isEmpty && column === key)) unsure.add(column);
        else if (!isEmpty) left.add(String(value));
      }
    },
    told: () => ({ leftOut, first, broken, unsure }),
  };
}

type Source = Readonly<{ file: string; encoding: Encoding; separator: string }>;
type FileRecord = Readonly<{ cells: readonly string[]; line: number }>;

/** Every line of cells, the header among them, with the number of the line on which it begins. */
export async function* recordsOf(path: string, { file, encoding, separator }: Source): AsyncGenerator<FileRecord> {
  const parser = parse({
    ...{ delimiter: separator, record_delimiter: ['\r\n', '\n'], max_record_size: longestRow },
    ...{ info: true, relax_column_count: true, skip_empty_lines: true },
  });
  // What goes wrong comes out of the parser, so there is nothing to do when the pipeline ends.
  pipeline(Readable.from(decodeFile(path, file, encoding)), parser, () => {});
  let line = 1;
  let emptyBefore = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      line += info.empty_lines - emptyBefore;
      emptyBefore = info.empty_lines;
      yield { cells: record, line };
      line += 1 + record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    }
  } catch (error) {
    throw faultOf(error, file);
  }
}

type Parsed = Readonly<{ record: string[]; info: Readonly<{ empty_lines: number }> }>;

const structure: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed; the file is still being written, or was cut off',
  CSV_INVALID_CLOSING_QUOTE:
    'a closing quotation mark is followed by something else; correct the extract or the separator',
  INVALID_OPENING_QUOTE: 'a quotation mark is in the middle of a cell; correct the extract or the separator',
  CSV_MAX_RECORD_SIZE: `a row has more than ${longestRow.toLocaleString('en')} characters`,
};

/** The parser's own message quotes the row. */
function faultOf(error: unknown, file: string): unknown {
  if (error instanceof ExtractFault) return error;
  const { code, lines } = error as Readonly<{ code?: string; lines?: number }>;
  if (code === 'ENOENT') return new ExtractFault(`${file} is missing.`);
  const what = structure[code ?? ''];
  return what === undefined ? error : new ExtractFault(`${file}, near line ${lines}: ${what}.`);
}
