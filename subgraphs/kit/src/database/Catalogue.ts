export const engines = ['postgresql', 'mysql', 'sqlite', 'sqlserver'] as const;

/** A kind of database, as Prisma calls it. MariaDB is `mysql`. */
export type Engine = (typeof engines)[number];

export type CatalogueColumn = Readonly<{
  name: string;
  /** As the database writes it, such as `character varying(40)[]` or `int(10) unsigned`; empty where SQLite was told none. */
  written: string;
  /** The same without sizes, in lower case: `character varying`, `int unsigned`. For a domain, what it is made of. */
  type: string;
  /** What stood in brackets, such as 40, or 10 and 2. */
  sizes: readonly number[];
  array: boolean;
  nullable: boolean;
  /** The expression as the database writes it; null where there is none. */
  default: string | null;
  /** True where the database counts it up. */
  counted: boolean;
  /** True where the database works it out from other columns. */
  generated: boolean;
  /** The words allowed, of an enum (PostgreSQL, MySQL); null for every other column. */
  values: readonly string[] | null;
  /** The enum's own name, on PostgreSQL; null elsewhere. */
  enumName: TableName | null;
  comment: string | null;
}>;

/** A table's name, and the schema it stands in; null where the engine has none to tell apart (MySQL, SQLite). */
export type TableName = Readonly<{ schema: string | null; name: string }>;

export type ForeignKey = Readonly<{
  name: string;
  columns: readonly string[];
  to: TableName;
  /** Column for column what `columns` refer to. */
  toColumns: readonly string[];
}>;

export type Index = Readonly<{
  name: string;
  /** In the index's order; null for an expression. */
  columns: readonly (string | null)[];
  unique: boolean;
  /** True where only some rows are in it. */
  partial: boolean;
}>;

export type CatalogueTable = TableName &
  Readonly<{
    kind: 'table' | 'view' | 'materialized view';
    /** The table whose columns and rows this one adds to, on PostgreSQL (INHERITS). Partitions are left out: their table has their rows. */
    inherits: TableName | null;
    columns: readonly CatalogueColumn[];
    /** Empty where there is none. */
    primaryKey: readonly string[];
    /** With the primary key's. */
    indexes: readonly Index[];
    foreignKeys: readonly ForeignKey[];
    comment: string | null;
    /** As the engine estimates; null where it does not know. */
    estimatedRows: number | null;
    /** False where this role may not read it. */
    readable: boolean;
  }>;

/** What tables a database has, as its own catalogue says. Holds no row of them. */
export type Catalogue = Readonly<{
  engine: Engine;
  /** The server's own words, such as `PostgreSQL 17.2`. */
  server: string;
  /** By schema and name. */
  tables: readonly CatalogueTable[];
  /** The tables this role may change, as far as the engine says; null where it does not say. */
  writable: readonly TableName[] | null;
}>;

/** The same name for the same table, to look it up by. */
export const keyOf = ({ schema, name }: TableName): string => JSON.stringify([schema, name]);

/** As people write it: `dem.names`, or `names` where there is no schema. */
export const written = ({ schema, name }: TableName): string => (schema === null ? name : `${schema}.${name}`);
