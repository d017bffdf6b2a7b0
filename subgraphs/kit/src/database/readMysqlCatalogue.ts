import type { Catalogue, CatalogueColumn, CatalogueTable, ForeignKey, Index } from './Catalogue.ts';
import type { Connection, SqlRow } from './Connection.ts';
import { parseType } from './parseType.ts';
import { groupedBy, numberOrNullIn, textIn, textOrNullIn, yesIn } from './rowReaders.ts';

// MySQL 8 returns information_schema's column names in capitals, MariaDB as they are written in the query: hence an alias
// for each.
const tablesSql = `
  SELECT table_name AS name, table_type AS kind, table_rows AS estimate, table_comment AS comment
  FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')
  ORDER BY table_name`;

const columnsSql = `
  SELECT table_name AS \`table\`, column_name AS name, column_type AS written, is_nullable AS nullable,
    column_default AS \`default\`, extra AS extra, column_comment AS comment
  FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position`;

const foreignKeysSql = `
  SELECT table_name AS \`table\`, constraint_name AS name, column_name AS \`column\`,
    referenced_table_name AS to_table, referenced_column_name AS to_column
  FROM information_schema.key_column_usage
  WHERE table_schema = DATABASE() AND referenced_table_schema = table_schema
  ORDER BY table_name, constraint_name, ordinal_position`;

const indexesSql = `
  SELECT table_name AS \`table\`, index_name AS name, column_name AS \`column\`, non_unique AS repeats, sub_part AS part
  FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index`;

const privilegesSql = `
  SELECT count(*) AS writes FROM (
    SELECT privilege_type FROM information_schema.user_privileges
    UNION ALL SELECT privilege_type FROM information_schema.schema_privileges WHERE DATABASE() LIKE table_schema
    UNION ALL SELECT privilege_type FROM information_schema.table_privileges WHERE table_schema = DATABASE()
  ) held WHERE privilege_type IN ('INSERT', 'UPDATE', 'DELETE')`;

/** The tables of this connection's database, from MariaDB's or MySQL's information schema. It shows only what the user may use. */
export async function readMysqlCatalogue({ rows }: Connection): Promise<Catalogue> {
  const [version] = await rows('SELECT VERSION() AS version');
  const tables = await rows(tablesSql);
  const columns = groupedBy(await rows(columnsSql), tableOf);
  const foreignKeys = groupedBy(await rows(foreignKeysSql), tableOf);
  const indexes = groupedBy(await rows(indexesSql), tableOf);
  const [privileges] = await rows(privilegesSql);
  return {
    engine: 'mysql',
    server: String(version?.version).includes('MariaDB') ? `MariaDB ${version?.version}` : `MySQL ${version?.version}`,
    tables: tables.map((row): CatalogueTable => {
      const name = textIn(row, 'name');
      const own = indexes.get(name) ?? [];
      const isView = row.kind === 'VIEW';
      return {
        ...{ schema: null, name, kind: isView ? 'view' : 'table', inherits: null },
        columns: (columns.get(name) ?? []).map(columnIn),
        primaryKey: own.filter((index) => index.name === 'PRIMARY').map((index) => textIn(index, 'column')),
        indexes: indexesIn(own),
        foreignKeys: foreignKeysIn(foreignKeys.get(name) ?? []),
        // A view's comment is the word VIEW.
        comment: isView ? null : textOrNullIn(row, 'comment') || null,
        estimatedRows: isView ? null : numberOrNullIn(row, 'estimate'),
        readable: true,
      };
    }),
    writable:
      numberOrNullIn(privileges ?? {}, 'writes') === 0
        ? []
        : tables.map((row) => ({ schema: null, name: textIn(row, 'name') })),
  };
}

const tableOf = (row: SqlRow): string => textIn(row, 'table');

function columnIn(row: SqlRow): CatalogueColumn {
  const written = textIn(row, 'written');
  const extra = textIn(row, 'extra').toLowerCase();
  const generated = extra.includes('generated') && !extra.includes('default_generated');
  const given = textOrNullIn(row, 'default');
  return {
    ...{
      name: textIn(row, 'name'),
      written,
      ...parseType(written),
      array: false,
      nullable: yesIn(row, 'nullable'),
      generated,
    },
    // MariaDB spells out the default NULL.
    default: generated || given === 'NULL' ? null : given,
    counted: extra.includes('auto_increment'),
    values: enumValues(written),
    ...{ enumName: null, comment: textOrNullIn(row, 'comment') || null },
  };
}

/** The words of `enum('a','it''s')`. A SET may hold several at once, and is read as text. */
function enumValues(written: string): readonly string[] | null {
  if (!/^enum\(/i.test(written)) return null;
  return [...written.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word.replaceAll("''", "'"));
}

const indexesIn = (rows: readonly SqlRow[]): readonly Index[] =>
  [...groupedBy(rows, (row) => textIn(row, 'name')).entries()].map(([name, columns]) => ({
    name,
    // An index over only the beginning of a column guarantees neither a lookup nor uniqueness.
    columns: columns.map((column) => (column.part === null ? textOrNullIn(column, 'column') : null)),
    unique: columns.every((column) => !yesIn(column, 'repeats')),
    partial: false,
  }));

const foreignKeysIn = (rows: readonly SqlRow[]): readonly ForeignKey[] =>
  [...groupedBy(rows, (row) => textIn(row, 'name')).entries()].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => textIn(column, 'column')),
    to: { schema: null, name: columns[0] ? textIn(columns[0], 'to_table') : '' },
    toColumns: columns.map((column) => textIn(column, 'to_column')),
  }));
