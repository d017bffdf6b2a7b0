export const engines = ['postgresql', 'mysql', 'sqlite', 'sqlserver'] as const;

/** A kind of database, under Prisma's name for it. MariaDB is `mysql`. */
export type Engine = (typeof engines)[number];

export type CatalogueColumn = Readonly<{
  name: string;
  /** As the database writes it, such as `character varying(40)[]` or `int(10) unsigned`; empty where SQLite has no type. */
  written: string;
  /** The same without sizes, in lower case: `character varying`, `int unsigned`. For a domain, its underlying type. */
  type: string;
  /** The numbers in brackets, such as 40, or 10 and 2. */
  sizes: readonly number[];
  array: boolean;
  nullable: boolean;
  /** The expression as the database writes it; null where there is none. */
  default: string | null;
  /** True where the database generates it by counting up. */
  counted: boolean;
  /** True where the database computes it from other columns. */
  generated: boolean;
  /** The allowed words of an enum (PostgreSQL, MySQL); null for every other column. */
  values: readonly string[] | null;
  /** The enum's own name, on PostgreSQL; null elsewhere. */
  enumName: TableName | null;
  comment: string | null;
}>;

/** A table's name and its schema; null where the engine has no schemas to tell apart (MySQL, SQLite). */
export type TableName = Readonly<{ schema: string | null; name: string }>;

export type ForeignKey = Readonly<{
  name: string;
  columns: readonly string[];
  to: TableName;
  /** The columns that `columns` refer to, in the same order. */
  toColumns: readonly string[];
}>;

export type Index = Readonly<{
  name: string;
  /** In the index's order; null for an expression. */
  columns: readonly (string | null)[];
  unique: boolean;
  /** True where the index covers only some rows. */
  partial: boolean;
}>;

export type CatalogueTable = TableName &
  Readonly<{
    kind: 'table' | 'view' | 'materialized view';
    /**
     * On PostgreSQL, the table whose columns and rows this one adds to (INHERITS). Partitions are left out, because their
     * table has their rows.
     */
    inherits: TableName | null;
    columns: readonly CatalogueColumn[];
    /** Empty where there is none. */
    primaryKey: readonly string[];
    /** Including the primary key's. */
    indexes: readonly Index[];
    foreignKeys: readonly ForeignKey[];
    comment: string | null;
    /** The engine's estimate; null where it has none. */
    estimatedRows: number | null;
    /** False where this role may not read it. */
    readable: boolean;
  }>;

/** A database's tables, as its own catalogue describes them. Holds no rows. */
export type Catalogue = Readonly<{
  engine: Engine;
  /** The server's own words, such as `PostgreSQL 17.2`. */
  server: string;
  /** By schema and name. */
  tables: readonly CatalogueTable[];
  /** The tables this role may change, as far as the engine says; null where it does not say. */
  writable: readonly TableName[] | null;
}>;

/** A string key that is the same for the same table. */
export const keyOf = ({ schema, name }: TableName): string => JSON.stringify([schema, name]);

/** As people write it: `dem.names`, or `names` where there is no schema. */
export const written = ({ schema, name }: TableName): string => (schema === null ? name : `${schema}.${name}`);
