import { type Catalogue, type CatalogueTable, keyOf, type TableName } from '../database/Catalogue.ts';
import type { Connection } from '../database/Connection.ts';
import { sqlNames } from '../database/sqlNames.ts';
import { type ColumnShape, shapeOf } from './ColumnShape.ts';
import { type SharedListColumns, sharedListColumns } from './sharedLists.ts';

/** The shape of a column; an empty shape where it was not sampled. */
export type Shapes = Readonly<{
  of(table: TableName, column: string): ColumnShape;
  /** For a list of codes, each code's description from all columns, in lower case, to find the agreed word for it. */
  labels(table: TableName, keyColumn: string): ReadonlyMap<string, string>;
  /**
   * For a list of codes, each code's description exactly as in its descriptive column. Only for what is known to be such a
   * list.
   */
  descriptions(table: TableName, keyColumn: string): ReadonlyMap<string, string>;
  /** The codes of one column beside which another column's values look like this, such as the kind `P` beside telephone numbers. */
  codesBeside(table: TableName, codes: string, values: string, look: 'phone' | 'email'): readonly string[];
  /** The lists in tables that hold all lists of a system, by each column that may identify their codes. */
  lists: readonly SharedList[];
  /** Tables that could not be sampled: no right to read them, or no time. */
  unread: readonly TableName[];
}>;

/** One of the lists in a table that holds all of them; `key`: the column with its codes. */
export type SharedList = Readonly<{
  table: CatalogueTable;
  key: string;
  name: string;
  labels: ReadonlyMap<string, string>;
  descriptions: ReadonlyMap<string, string>;
}>;

const sampleRows = 400;
const mostListed = 5000;
const sampleLength = 160;
const mostLabels = 200;
const notText =
  /^(bytea|blob|tinyblob|mediumblob|longblob|binary|varbinary|image|geometry|point|polygon|tsvector|json|jsonb|xml)/;

/** Reads a bounded sample of each table, in one statement each, and keeps what it looks like. */
export async function readShapes(connection: Connection, { engine, tables }: Catalogue): Promise<Shapes> {
  const names = sqlNames(engine);
  const shapes = new Map<string, ColumnShape>();
  const labels = new Map<string, readonly (readonly (string | null)[])[]>();
  const beside = new Map<string, readonly string[]>();
  const lists: SharedList[] = [];
  const unread: TableName[] = [];
  const valuesIn = async (table: CatalogueTable, columns: CatalogueTable['columns'], most: number) => {
    const texts = columns.map((column, place) => `${names.text(column, sampleLength)} AS c${place}`);
    const rows = await connection.rows(names.some(texts.join(', '), table, most)).catch(() => null);
    const values = columns.map((_, place) =>
      (rows ?? []).map((row) => {
        const value = row[`c${place}`];
        return value === null || value === undefined ? null : String(value);
      }),
    );
    return { rows, values };
  };
  for (const table of tables) {
    const columns = table.columns.filter(({ type }) => !notText.test(type));
    if (columns.length === 0) continue;
    const { rows, values } = await valuesIn(table, columns, sampleRows);
    if (rows === null) unread.push(table);
    columns.forEach(({ name }, place) => {
      shapes.set(columnKey(table, name), shapeOf(values[place] ?? []));
    });
    for (const [key, codes] of besides(table, columns, values, shapes)) beside.set(key, codes);
    if ((rows?.length ?? 0) > 0 && (rows?.length ?? 0) <= mostLabels) labels.set(keyOf(table), values);
    const shared = sharedListColumns(table, (name) => shapes.get(columnKey(table, name)) ?? shapeOf([]));
    const all = shared && rows?.length === sampleRows ? (await valuesIn(table, columns, mostListed)).values : values;
    if (shared) lists.push(...sharedListsIn(table, columns, shared, all));
  }
  const nothing = shapeOf([]);
  const wordsOf =
    (say: Parameters<typeof wordsOfKeys>[3]) =>
    (table: TableName, keyColumn: string): ReadonlyMap<string, string> => {
      const own = tables.find((one) => keyOf(one) === keyOf(table));
      return own ? wordsOfKeys(own, keyColumn, labels.get(keyOf(table)) ?? [], say) : new Map();
    };
  return {
    of: (table, column) => shapes.get(columnKey(table, column)) ?? nothing,
    ...{ labels: wordsOf(labelled), descriptions: wordsOf(described), lists, unread },
    codesBeside: (table, codes, values, look) => beside.get(besideKey(table, codes, values, look)) ?? [],
  };
}

const besideKey = (table: TableName, codes: string, values: string, look: string): string =>
  JSON.stringify([keyOf(table), codes, values, look]);

/** For each column of codes, and each column whose values look like ways to reach somebody: which codes stand beside which look. */
function* besides(
  table: CatalogueTable,
  columns: CatalogueTable['columns'],
  values: readonly (readonly (string | null)[])[],
  shapes: ReadonlyMap<string, ColumnShape>,
): Iterable<readonly [string, readonly string[]]> {
  for (const [place, { name }] of columns.entries()) {
    const { like } = shapes.get(columnKey(table, name)) ?? shapeOf([]);
    if (like.phone + like.email < 0.7) continue;
    for (const [at, { name: kind }] of columns.entries()) {
      const codes = shapes.get(columnKey(table, kind))?.codes ?? [];
      if (codes.length === 0 || codes.length > 12) continue;
      for (const look of ['phone', 'email'] as const) {
        const fitting = codes.filter((code) => {
          const own = (values[place] ?? []).filter((_, row) => values[at]?.[row]?.trim() === code);
          return shapeOf(own).like[look] > 0.6;
        });
        yield [besideKey(table, kind, name, look), fitting];
      }
    }
  }
}

const columnKey = (table: TableName, column: string): string => JSON.stringify([keyOf(table), column]);

type Words = Readonly<{ name: string; column: readonly (string | null)[] }>;

/**
 * For each key of a list of codes, what `say` makes of the text columns in its row; keys for which that is nothing are left
 * out.
 */
function wordsOfKeys(
  table: CatalogueTable,
  keyColumn: string,
  values: readonly (readonly (string | null)[])[],
  say: (worded: readonly Words[], row: number) => string | undefined,
): ReadonlyMap<string, string> {
  const columns = table.columns.filter(({ type }) => !notText.test(type));
  const all = columns.map(({ name }, place) => ({ name, column: values[place] ?? [] }));
  const worded = all.filter(({ name, column }) => name !== keyColumn && column.some((text) => isWords(text)));
  const keys = all.find(({ name }) => name === keyColumn)?.column ?? [];
  return new Map(
    keys.flatMap((key, row) => {
      const said = say(worded, row);
      return key === null || said === undefined ? [] : [[key, said] as const];
    }),
  );
}

function sharedListsIn(
  table: CatalogueTable,
  columns: CatalogueTable['columns'],
  { list, keys }: SharedListColumns,
  values: readonly (readonly (string | null)[])[],
): readonly SharedList[] {
  const place = columns.findIndex(({ name }) => name === list);
  const names = values[place] ?? [];
  return [...new Set(names)].flatMap((name) => {
    // Without the list's own name, which says nothing about a single code.
    const own = values.map((column, at) =>
      column.flatMap((value, row) => (names[row] === name ? [at === place ? null : value] : [])),
    );
    return keys.map((key) => ({
      ...{ table, key, name: name ?? '' },
      ...{ labels: wordsOfKeys(table, key, own, labelled), descriptions: wordsOfKeys(table, key, own, described) },
    }));
  });
}

const isWords = (text: string | null | undefined): boolean => /\p{L}{2}/u.test(text ?? '');

/** The text of all columns for a code. */
const labelled = (worded: readonly Words[], row: number): string =>
  worded
    .map(({ column }) => column[row] ?? '')
    .filter(isWords)
    .join(' ')
    .toLowerCase();

const describing = /name|label|title|desc|dsc|text|meaning|bezeichnung/i;

/** The text of the column that is named like a description, or else of the only text column. */
function described(worded: readonly Words[], row: number): string | undefined {
  const called = worded.filter(({ name }) => describing.test(name));
  const [told] = called.length > 0 ? called : worded.length === 1 ? worded : [];
  return told?.column[row]?.trim() || undefined;
}
