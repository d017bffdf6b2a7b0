import type { CatalogueColumn, CatalogueTable, TableName } from '../database/Catalogue.ts';

/** A column as Prisma's client has it. */
export type Field = Readonly<{
  name: string;
  column: CatalogueColumn;
  /** `String`, `Int` …, or the enum's name; null where Prisma cannot read it (`Unsupported`). */
  type: string | null;
  native: string | null;
  /** Set where the column may hold `0000-00-00` as well as null: that is read as null, but no test for null finds it. */
  zero?: true;
}>;

/** A field that leads to another model; `to` has the opposite field under the relation's name. */
export type Relation = Readonly<{
  name: string;
  relation: string;
  to: string;
  many: boolean;
  optional: boolean;
  /** The field names on both sides, given on the side that has the foreign key; null on the other. */
  keys: Readonly<{ fields: readonly string[]; references: readonly string[] }> | null;
}>;

/** A table or view as Prisma's client has it. */
export type Model = Readonly<{
  name: string;
  /** The client's property for it: `db.tblPers`. */
  accessor: string;
  table: CatalogueTable;
  fields: readonly Field[];
  /** Field names; empty where there is no key Prisma can use. */
  id: readonly string[];
  uniques: readonly (readonly string[])[];
  relations: readonly Relation[];
}>;

export type PrismaEnum = Readonly<{
  name: string;
  of: TableName;
  values: readonly Readonly<{ name: string; value: string }>[];
}>;

/** Every table, under names that Prisma and its client accept. */
export type Models = Readonly<{ models: readonly Model[]; enums: readonly PrismaEnum[] }>;
