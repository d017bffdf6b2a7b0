import {
  type Catalogue,
  type CatalogueColumn,
  type CatalogueTable,
  type ForeignKey,
  type Index,
  keyOf,
  type TableName,
} from './Catalogue.ts';
import type { Connection, SqlRow } from './Connection.ts';
import { parseType } from './parseType.ts';
import { groupedBy, listIn, numberOrNullIn, textIn, textOrNullIn, yesIn } from './rowReaders.ts';

// Names are cast to text throughout: the driver adapter supports neither `name` nor `"char"` (ARCHITECTURE.md).
const chosen = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(n.oid, 'USAGE')`;

/** Excludes tables of extensions, such as PostGIS's own, and partitions. */
const tablesSql = `
  SELECT n.nspname::text AS schema, c.relname::text AS name, c.relkind::text AS kind, c.reltuples::float8 AS rows,
    obj_description(c.oid, 'pg_class') AS comment, pn.nspname::text AS parent_schema, p.relname::text AS parent,
    has_table_privilege(c.oid, 'SELECT') AS readable,
    has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') AS writable
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_inherits i ON i.inhrelid = c.oid AND i.inhseqno = 1
  LEFT JOIN pg_class p ON p.oid = i.inhparent LEFT JOIN pg_namespace pn ON pn.oid = p.relnamespace
  WHERE ${chosen} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
  ORDER BY 1, 2`;

/** Follows a domain to its underlying type, through any number of domains. */
const columnsSql = `
  WITH RECURSIVE base AS (
    SELECT oid, oid AS type, -1 AS typmod, false AS required FROM pg_type WHERE typtype <> 'd'
    UNION ALL
    SELECT t.oid, b.type, CASE WHEN b.typmod = -1 THEN t.typtypmod ELSE b.typmod END, b.required OR t.typnotnull
    FROM base b JOIN pg_type t ON t.typbasetype = b.oid AND t.typtype = 'd'
  )
  SELECT n.nspname::text AS schema, c.relname::text AS "table", a.attname::text AS name,
    format_type(b.type, CASE WHEN b.typmod = -1 THEN a.atttypmod ELSE b.typmod END) AS written,
    NOT a.attnotnull AND NOT b.required AS nullable, pg_get_expr(d.adbin, d.adrelid) AS "default",
    a.attidentity <> '' AS identity, a.attgenerated <> '' AS generated, col_description(c.oid, a.attnum) AS comment,
    en.nspname::text AS enum_schema, e.typname::text AS enum,
    (SELECT json_agg(enumlabel ORDER BY enumsortorder)::text FROM pg_enum WHERE enumtypid = e.oid) AS values
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN base b ON b.oid = a.atttypid JOIN pg_type t ON t.oid = b.type
  LEFT JOIN pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END AND e.typtype = 'e'
  LEFT JOIN pg_namespace en ON en.oid = e.typnamespace
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE ${chosen} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
  ORDER BY 1, 2, a.attnum`;

const columnNames = (key: string, relation: string) => `
  (SELECT json_agg(a.attname ORDER BY k.place)::text FROM unnest(${key}) WITH ORDINALITY k (number, place)
   LEFT JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = k.number AND k.number > 0)`;

const foreignKeysSql = `
  SELECT n.nspname::text AS schema, c.relname::text AS "table", o.conname::text AS name,
    ${columnNames('o.conkey', 'o.conrelid')} AS columns,
    tn.nspname::text AS to_schema, t.relname::text AS to_table, ${columnNames('o.confkey', 'o.confrelid')} AS to_columns
  FROM pg_constraint o
  JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class t ON t.oid = o.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
  WHERE ${chosen} AND o.contype = 'f' AND o.conparentid = 0
  ORDER BY 1, 2, 3`;

/** Only the key columns of an index; columns it merely includes come after them. */
const indexesSql = `
  SELECT n.nspname::text AS schema, c.relname::text AS "table", ic.relname::text AS name, i.indisprimary AS is_primary,
    i.indisunique AS is_unique, i.indpred IS NOT NULL AS partial,
    ${columnNames('(i.indkey::int2[])[0:i.indnkeyatts - 1]', 'c.oid')} AS columns
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class ic ON ic.oid = i.indexrelid
  WHERE ${chosen} AND i.indisvalid
  ORDER BY 1, 2, 3`;

/** The tables of every schema this role may use, from PostgreSQL's own catalogue. */
export async function readPostgresCatalogue({ rows }: Connection): Promise<Catalogue> {
  const [version] = await rows("SELECT current_setting('server_version') AS version");
  const tables = await rows(tablesSql);
  const columns = groupedBy(await rows(columnsSql), tableOf);
  const foreignKeys = groupedBy(await rows(foreignKeysSql), tableOf);
  const indexes = groupedBy(await rows(indexesSql), tableOf);
  const of = (groups: ReadonlyMap<string, readonly SqlRow[]>, row: SqlRow) => groups.get(keyOf(nameIn(row))) ?? [];
  return {
    engine: 'postgresql',
    server: `PostgreSQL ${version?.version}`,
    tables: tables.map((row): CatalogueTable => {
      const primary = of(indexes, row).find((index) => yesIn(index, 'is_primary'));
      const estimate = numberOrNullIn(row, 'rows');
      return {
        ...nameIn(row),
        kind: kindOf(textIn(row, 'kind')),
        inherits: nameOrNullIn(row, 'parent_schema', 'parent'),
        columns: of(columns, row).map(columnIn),
        primaryKey: primary ? listIn(primary, 'columns').filter((name) => name !== null) : [],
        indexes: of(indexes, row).map(indexIn),
        foreignKeys: of(foreignKeys, row).map(foreignKeyIn),
        comment: textOrNullIn(row, 'comment'),
        estimatedRows: estimate === null || estimate < 0 ? null : estimate, // -1: never analysed
        readable: yesIn(row, 'readable'),
      };
    }),
    writable: tables.filter((row) => yesIn(row, 'writable')).map(nameIn),
  };
}

const nameIn = (row: SqlRow): TableName => ({ schema: textIn(row, 'schema'), name: textIn(row, 'name') });

const tableOf = (row: SqlRow): string => keyOf({ schema: textIn(row, 'schema'), name: textIn(row, 'table') });

function nameOrNullIn(row: SqlRow, schema: string, name: string): TableName | null {
  const found = textOrNullIn(row, name);
  return found === null ? null : { schema: textOrNullIn(row, schema), name: found };
}

const kindOf = (kind: string): CatalogueTable['kind'] =>
  kind === 'v' ? 'view' : kind === 'm' ? 'materialized view' : 'table';

function columnIn(row: SqlRow): CatalogueColumn {
  const written = textIn(row, 'written');
  const defaultValue = textOrNullIn(row, 'default');
  const generated = yesIn(row, 'generated');
  return {
    ...{ name: textIn(row, 'name'), written, ...parseType(written), nullable: yesIn(row, 'nullable'), generated },
    default: generated ? null : defaultValue,
    counted: yesIn(row, 'identity') || (defaultValue?.startsWith('nextval(') ?? false),
    values: row.values === null ? null : listIn(row, 'values').filter((value) => value !== null),
    enumName: nameOrNullIn(row, 'enum_schema', 'enum'),
    comment: textOrNullIn(row, 'comment'),
  };
}

const indexIn = (row: SqlRow): Index => ({
  name: textIn(row, 'name'),
  columns: listIn(row, 'columns'),
  unique: yesIn(row, 'is_unique'),
  partial: yesIn(row, 'partial'),
});

const foreignKeyIn = (row: SqlRow): ForeignKey => ({
  name: textIn(row, 'name'),
  columns: listIn(row, 'columns').filter((name) => name !== null),
  to: { schema: textIn(row, 'to_schema'), name: textIn(row, 'to_table') },
  toColumns: listIn(row, 'to_columns').filter((name) => name !== null),
});
