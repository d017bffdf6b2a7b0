import type { Catalogue, CatalogueColumn, CatalogueTable, ForeignKey, Index } from './Catalogue.ts';
import type { Connection, SqlRow } from './Connection.ts';
import { commentsInDdl } from './commentsInDdl.ts';
import { parseType } from './parseType.ts';
import { groupedBy, listIn, numberOrNullIn, textIn, textOrNullIn, yesIn } from './rowReaders.ts';

const tablesSql = `
  SELECT name, type AS kind, sql FROM sqlite_schema
  WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_litestream%' ESCAPE '\\'
  ORDER BY name`;

const ofTables = `FROM sqlite_schema t`;
const columnsSql = `
  SELECT t.name AS "table", c.name, c.type AS written, c."notnull" AS required, c.dflt_value AS "default", c.pk, c.hidden
  ${ofTables} JOIN pragma_table_xinfo(t.name) c WHERE t.type IN ('table', 'view') AND c.hidden <> 1 ORDER BY t.name, c.cid`;
const foreignKeysSql = `
  SELECT t.name AS "table", f.id AS name, f."from" AS "column", f."table" AS to_table, f."to" AS to_column
  ${ofTables} JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq`;
const indexesSql = `
  SELECT t.name AS "table", i.name, i."unique" AS is_unique, i.partial,
    (SELECT json_group_array(x.name) FROM (SELECT name FROM pragma_index_xinfo(i.name) WHERE key = 1 ORDER BY seqno) x) AS columns
  ${ofTables} JOIN pragma_index_list(t.name) i WHERE t.type = 'table' ORDER BY t.name, i.name`;

/** The tables, from SQLite's schema table and pragmas. Comments come from the DDL, which SQLite keeps as it was written. */
export async function readSqliteCatalogue({ rows }: Connection): Promise<Catalogue> {
  const [version] = await rows('SELECT sqlite_version() AS version');
  const tables = await rows(tablesSql);
  const columns = groupedBy(await rows(columnsSql), tableOf);
  const foreignKeys = groupedBy(await rows(foreignKeysSql), tableOf);
  const indexes = groupedBy(await rows(indexesSql), tableOf);
  const counts = await estimates(rows);
  const keysOf = (name: string): readonly string[] => primaryKeyIn(columns.get(name) ?? []);
  return {
    engine: 'sqlite',
    server: `SQLite ${version?.version}`,
    tables: tables.map((row): CatalogueTable => {
      const name = textIn(row, 'name');
      const comments = commentsInDdl(textOrNullIn(row, 'sql') ?? '');
      const own = columns.get(name) ?? [];
      const primaryKey = keysOf(name);
      return {
        ...{ schema: null, name, kind: row.kind === 'view' ? 'view' : 'table', inherits: null, primaryKey },
        columns: own.map((column) => columnIn(column, primaryKey, comments)),
        indexes: indexesWithRowid((indexes.get(name) ?? []).map(indexIn), own, primaryKey),
        foreignKeys: foreignKeysIn(foreignKeys.get(name) ?? [], keysOf),
        ...{ comment: null, estimatedRows: counts.get(name) ?? null, readable: true },
      };
    }),
    writable: null,
  };
}

const tableOf = (row: SqlRow): string => textIn(row, 'table');

/** Row estimates, which exist only after somebody ran ANALYZE. */
async function estimates(rows: Connection['rows']): Promise<ReadonlyMap<string, number>> {
  const analysed = await rows("SELECT 1 AS yes FROM sqlite_schema WHERE name = 'sqlite_stat1'");
  if (analysed.length === 0) return new Map();
  const stats = await rows('SELECT tbl AS name, max(CAST(stat AS INTEGER)) AS rows FROM sqlite_stat1 GROUP BY tbl');
  return new Map(stats.map((row) => [textIn(row, 'name'), numberOrNullIn(row, 'rows') ?? 0]));
}

const primaryKeyIn = (columns: readonly SqlRow[]): readonly string[] =>
  columns
    .filter((column) => Number(column.pk) > 0)
    .sort((a, b) => Number(a.pk) - Number(b.pk))
    .map((column) => textIn(column, 'name'));

function columnIn(row: SqlRow, primaryKey: readonly string[], comments: ReadonlyMap<string, string>): CatalogueColumn {
  const name = textIn(row, 'name');
  const written = textIn(row, 'written');
  const isKey = primaryKey.includes(name);
  return {
    ...{ name, written, ...parseType(written) },
    // A key column without NOT NULL is never meant to be null, though SQLite would accept one.
    nullable: !yesIn(row, 'required') && !isKey,
    default: textOrNullIn(row, 'default'),
    counted: primaryKey.length === 1 && isKey && written.toLowerCase() === 'integer',
    generated: Number(row.hidden) > 1,
    ...{ values: null, enumName: null, comment: comments.get(name.toLowerCase()) ?? null },
  };
}

const indexIn = (row: SqlRow): Index => ({
  name: textIn(row, 'name'),
  columns: listIn(row, 'columns'),
  unique: yesIn(row, 'is_unique'),
  partial: yesIn(row, 'partial'),
});

/** An INTEGER PRIMARY KEY is the rowid, and has no index of its own to be listed. */
function indexesWithRowid(
  indexes: readonly Index[],
  columns: readonly SqlRow[],
  primaryKey: readonly string[],
): readonly Index[] {
  const [only, ...more] = primaryKey;
  const key = columns.find((column) => column.name === only);
  if (only === undefined || more.length > 0 || String(key?.written).toLowerCase() !== 'integer') return indexes;
  return [{ name: 'rowid', columns: [only], unique: true, partial: false }, ...indexes];
}

/** A foreign key without columns refers to the other table's primary key. */
function foreignKeysIn(
  rows: readonly SqlRow[],
  primaryKeyOf: (table: string) => readonly string[],
): readonly ForeignKey[] {
  return [...groupedBy(rows, (row) => textIn(row, 'name')).entries()].flatMap(([name, columns]) => {
    const [first] = columns;
    if (!first) return [];
    const table = textIn(first, 'to_table');
    const toColumns = columns.map((column, place) => textOrNullIn(column, 'to_column') ?? primaryKeyOf(table)[place]);
    if (toColumns.includes(undefined)) return []; // its table is missing
    return {
      name,
      columns: columns.map((column) => textIn(column, 'column')),
      to: { schema: null, name: table },
      toColumns: toColumns.filter((column) => column !== undefined),
    };
  });
}
