import {
  type Catalogue,
  type CatalogueColumn,
  type CatalogueTable,
  type ForeignKey,
  type Index,
  keyOf,
} from './Catalogue.ts';
import type { Connection, SqlRow } from './Connection.ts';
import { parseType } from './parseType.ts';
import { groupedBy, numberOrNullIn, textIn, textOrNullIn, yesIn } from './rowReaders.ts';

const tablesSql = `
  SELECT s.name AS [schema], o.name AS name, RTRIM(o.type) AS kind, CAST(e.value AS nvarchar(4000)) AS comment,
    (SELECT CAST(SUM(p.rows) AS float) FROM sys.partitions p WHERE p.object_id = o.object_id AND p.index_id IN (0, 1)) AS estimate,
    HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'SELECT') AS readable,
    HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'INSERT')
      + HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'UPDATE')
      + HAS_PERMS_BY_NAME(QUOTENAME(s.name) + '.' + QUOTENAME(o.name), 'OBJECT', 'DELETE') AS writes
  FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id
  LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = o.object_id AND e.minor_id = 0 AND e.name = 'MS_Description'
  WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 ORDER BY s.name, o.name`;

/** Sizes are in bytes there. An alias type is read as its underlying type. */
const columnsSql = `
  SELECT s.name AS [schema], o.name AS [table], c.name AS name, COALESCE(b.name, t.name) AS type,
    CASE WHEN c.max_length > 0 AND COALESCE(b.name, t.name) IN ('nchar', 'nvarchar') THEN c.max_length / 2 ELSE c.max_length END AS size,
    c.precision AS precision_, c.scale AS scale, c.is_nullable AS nullable, c.is_identity AS counted, c.is_computed AS generated,
    d.definition AS [default], CAST(e.value AS nvarchar(4000)) AS comment
  FROM sys.columns c JOIN sys.objects o ON o.object_id = c.object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
  JOIN sys.types t ON t.user_type_id = c.user_type_id
  LEFT JOIN sys.types b ON t.is_user_defined = 1 AND b.user_type_id = t.system_type_id
  LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id
  LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = c.object_id AND e.minor_id = c.column_id AND e.name = 'MS_Description'
  WHERE o.type IN ('U', 'V') AND o.is_ms_shipped = 0 ORDER BY s.name, o.name, c.column_id`;

const foreignKeysSql = `
  SELECT s.name AS [schema], o.name AS [table], f.name AS name, c.name AS [column],
    ts.name AS to_schema, t.name AS to_table, tc.name AS to_column
  FROM sys.foreign_keys f JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id
  JOIN sys.objects o ON o.object_id = f.parent_object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
  JOIN sys.objects t ON t.object_id = f.referenced_object_id JOIN sys.schemas ts ON ts.schema_id = t.schema_id
  JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id
  JOIN sys.columns tc ON tc.object_id = k.referenced_object_id AND tc.column_id = k.referenced_column_id
  ORDER BY s.name, o.name, f.name, k.constraint_column_id`;

const indexesSql = `
  SELECT s.name AS [schema], o.name AS [table], i.name AS name, i.is_unique AS is_unique, i.is_primary_key AS is_primary,
    i.has_filter AS partial, c.name AS [column]
  FROM sys.indexes i JOIN sys.objects o ON o.object_id = i.object_id JOIN sys.schemas s ON s.schema_id = o.schema_id
  JOIN sys.index_columns k ON k.object_id = i.object_id AND k.index_id = i.index_id AND k.is_included_column = 0
  JOIN sys.columns c ON c.object_id = k.object_id AND c.column_id = k.column_id
  WHERE o.type = 'U' AND o.is_ms_shipped = 0 AND i.name IS NOT NULL AND i.is_disabled = 0
  ORDER BY s.name, o.name, i.name, k.key_ordinal`;

/**
 * The tables of every schema this user may see, from SQL Server's catalogue views.
 *
 * Written from the documentation of `sys.*` and tested against rows as those views document them: no SQL Server was
 * available.
 */
export async function readSqlServerCatalogue({ rows }: Connection): Promise<Catalogue> {
  const [version] = await rows("SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)) AS version");
  const tables = await rows(tablesSql);
  const columns = groupedBy(await rows(columnsSql), tableOf);
  const foreignKeys = groupedBy(await rows(foreignKeysSql), tableOf);
  const indexes = groupedBy(await rows(indexesSql), tableOf);
  return {
    engine: 'sqlserver',
    server: `SQL Server ${version?.version}`,
    tables: tables.map((row): CatalogueTable => {
      const key = keyOf(nameIn(row));
      const own = indexes.get(key) ?? [];
      return {
        ...{ ...nameIn(row), kind: row.kind === 'V' ? 'view' : 'table', inherits: null },
        columns: (columns.get(key) ?? []).map(columnIn),
        primaryKey: own.filter((index) => yesIn(index, 'is_primary')).map((index) => textIn(index, 'column')),
        indexes: indexesIn(own),
        foreignKeys: foreignKeysIn(foreignKeys.get(key) ?? []),
        comment: textOrNullIn(row, 'comment'),
        estimatedRows: numberOrNullIn(row, 'estimate'),
        readable: yesIn(row, 'readable'),
      };
    }),
    writable: tables.filter((row) => Number(row.writes) > 0).map(nameIn),
  };
}

const nameIn = (row: SqlRow) => ({ schema: textIn(row, 'schema'), name: textIn(row, 'name') });

const tableOf = (row: SqlRow): string => keyOf({ schema: textIn(row, 'schema'), name: textIn(row, 'table') });

function columnIn(row: SqlRow): CatalogueColumn {
  const written = writtenType(row);
  const generated = yesIn(row, 'generated');
  return {
    ...{
      name: textIn(row, 'name'),
      written,
      ...parseType(written),
      array: false,
      nullable: yesIn(row, 'nullable'),
      generated,
    },
    default: textOrNullIn(row, 'default'),
    counted: yesIn(row, 'counted'),
    ...{ values: null, enumName: null, comment: textOrNullIn(row, 'comment') },
  };
}

/** Puts a type together from the parts in the views: `nvarchar(40)`, `decimal(10,2)`, `nvarchar(max)`. */
function writtenType(row: SqlRow): string {
  const type = textIn(row, 'type');
  const size = numberOrNullIn(row, 'size');
  if (['char', 'varchar', 'nchar', 'nvarchar', 'binary', 'varbinary'].includes(type))
    return `${type}(${size === -1 ? 'max' : size})`;
  if (['decimal', 'numeric'].includes(type)) return `${type}(${row.precision_},${row.scale})`;
  return type;
}

const indexesIn = (rows: readonly SqlRow[]): readonly Index[] =>
  [...groupedBy(rows, (row) => textIn(row, 'name')).entries()].map(([name, columns]) => ({
    name,
    columns: columns.map((column) => textIn(column, 'column')),
    unique: columns.every((column) => yesIn(column, 'is_unique')),
    partial: columns.some((column) => yesIn(column, 'partial')),
  }));

const foreignKeysIn = (rows: readonly SqlRow[]): readonly ForeignKey[] =>
  [...groupedBy(rows, (row) => textIn(row, 'name')).values()].flatMap((columns) => {
    const [first] = columns;
    if (!first) return [];
    return {
      name: textIn(first, 'name'),
      columns: columns.map((column) => textIn(column, 'column')),
      to: { schema: textIn(first, 'to_schema'), name: textIn(first, 'to_table') },
      toColumns: columns.map((column) => textIn(column, 'to_column')),
    };
  });
