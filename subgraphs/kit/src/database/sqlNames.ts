import type { Engine, TableName } from './Catalogue.ts';

/** How an engine writes names, and selects the first rows of a table. */
export type SqlNames = Readonly<{
  /** A name quoted for this engine, whatever characters it contains. */
  quote(name: string): string;
  /** A table's name, with its schema where it has one. */
  table(name: TableName): string;
  /** `SELECT columns FROM table`, at most `limit` rows; with `where`, only rows that meet it. */
  some(columns: string, name: TableName, limit: number, where?: string): string;
  /** A column of any type as text, cut off after `length` characters. */
  text(column: Readonly<{ name: string; type: string }>, length: number): string;
}>;

const quotes: Readonly<Record<Engine, readonly [open: string, close: string]>> = {
  postgresql: ['"', '"'],
  sqlite: ['"', '"'],
  mysql: ['`', '`'],
  sqlserver: ['[', ']'],
};

export function sqlNames(engine: Engine): SqlNames {
  const [open, close] = quotes[engine];
  const quote = (name: string) => `${open}${name.replaceAll(close, close + close)}${close}`;
  const table = ({ schema, name }: TableName) => (schema === null ? quote(name) : `${quote(schema)}.${quote(name)}`);
  return {
    quote,
    table,
    some(columns, name, limit, where) {
      const from = `${columns} FROM ${table(name)}${where === undefined ? '' : ` WHERE ${where}`}`;
      return engine === 'sqlserver' ? `SELECT TOP ${limit} ${from}` : `SELECT ${from} LIMIT ${limit}`;
    },
    text: ({ name, type }, length) =>
      ({
        postgresql: `left(${quote(name)}::text, ${length})`,
        sqlite: `substr(CAST(${quote(name)} AS TEXT), 1, ${length})`,
        // MySQL casts a bit to an unprintable character, but a number to its digits.
        mysql: `LEFT(CAST(${quote(name)}${type === 'bit' ? ' + 0' : ''} AS CHAR), ${length})`,
        sqlserver: `LEFT(TRY_CONVERT(nvarchar(max), ${quote(name)}, 121), ${length})`,
      })[engine],
  };
}
