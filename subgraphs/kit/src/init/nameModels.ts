import {
  type Catalogue,
  type CatalogueColumn,
  type CatalogueTable,
  keyOf,
  type TableName,
} from '../database/Catalogue.ts';
import { camel, pascal, wordsIn } from '../database/wordsIn.ts';
import type { Field, Model, Models, PrismaEnum } from './Models.ts';
import { prismaType } from './prismaType.ts';
import { relationsOf } from './relationsOf.ts';

/** What a column holds beyond what its type promises (`readHeldKinds`). */
export type HeldKinds = (table: TableName, column: string) => ReadonlySet<string>;

/** Prisma's own types, what its client declares beside the models, and what TypeScript's own library declares. */
const taken = new Set(
  `String Int BigInt Float Decimal Boolean DateTime Json Bytes Unsupported Prisma PrismaClient PrismaPromise Enumerable Model
  Object Array Function Symbol Number Date Promise Record Map Set Error RegExp Buffer Uint8Array Partial Pick Omit Exclude Extract
  Required Readonly ReturnType Parameters Awaited Select Include Args Result Batch Type Enum View`.split(/\s+/),
);
/** No field may have these names, because every object already has them. */
const takenFields = ['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'undefined'];

/** Finds readable names for every table, column, enum and relation: all different, and the same for the same database. */
export function nameModels(catalogue: Catalogue, held: HeldKinds = () => new Set()): Models {
  const names = new Set<string>([...taken]);
  const severalSchemas = new Set(catalogue.tables.map(({ schema }) => schema)).size > 1;
  const plainNames = countOf(catalogue.tables.map(modelName));
  const named = catalogue.tables.map((table) => {
    const wanted = modelName(table);
    const ambiguous = severalSchemas && (plainNames.get(wanted) ?? 0) > 1;
    return { table, name: free(names, ambiguous ? pascal([...wordsIn(table.schema ?? ''), wanted]) : wanted) };
  });
  const enums = enumsOf(catalogue, names);
  const enumByKey = new Map(enums.map((one) => [keyOf(one.of), one.name]));
  const bare = named.map(({ table, name }): Model => {
    const fields = fieldsOf(catalogue, table, enumByKey, held);
    const fieldOf = new Map(fields.map((field) => [field.column.name, field]));
    return {
      ...{ name, accessor: name.charAt(0).toLowerCase() + name.slice(1), table, fields, relations: [] },
      ...keysOf(table, fieldOf),
    };
  });
  return { models: relationsOf(bare), enums };
}

const modelName = ({ name }: TableName): string => asIdentifier(pascal(wordsIn(name)), 'Table');

const asIdentifier = (name: string, prefix: string): string => (/^[A-Za-z]/.test(name) ? name : `${prefix}${name}`);

/**
 * The name, or the name with the first number that makes it unique. Names that differ only in case count as equal, as they
 * do for file systems and accessors.
 */
function free(names: Set<string>, wanted: string): string {
  const isFree = (name: string) => !names.has(name) && !names.has(name.toLowerCase());
  let name = taken.has(wanted) ? `${wanted}Row` : wanted;
  for (let next = 2; !isFree(name); next++) name = `${wanted}${next}`;
  names.add(name).add(name.toLowerCase());
  return name;
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function enumsOf({ tables }: Catalogue, names: Set<string>): readonly PrismaEnum[] {
  const found = new Map<string, PrismaEnum>();
  for (const { enumName, values } of tables.flatMap(({ columns }) => columns)) {
    if (enumName === null || values === null || found.has(keyOf(enumName))) continue;
    const used = new Set<string>();
    found.set(keyOf(enumName), {
      name: free(names, asIdentifier(pascal(wordsIn(enumName.name)), 'Enum')),
      of: enumName,
      values: values.map((value) => ({ name: free(used, enumWord(value)), value })),
    });
  }
  return [...found.values()];
}

/** An enum's word stays unchanged where possible. */
const enumWord = (value: string): string =>
  /^[A-Za-z][A-Za-z0-9_]*$/.test(value) ? value : asIdentifier(wordsIn(value).join('_'), 'value');

function fieldsOf(
  { engine }: Catalogue,
  table: CatalogueTable,
  enums: ReadonlyMap<string, string>,
  held: HeldKinds,
): readonly Field[] {
  const names = new Set<string>(takenFields);
  return table.columns.map((column) => {
    const type = typeOf(column);
    const zero = held(table, column.name).has('zero');
    return {
      name: free(names, asIdentifier(camel(wordsIn(column.name)), 'column')),
      column: zero ? { ...column, nullable: true } : column,
      type: type?.type ?? null,
      native: type?.native ?? null,
      ...(zero ? { zero } : {}),
    };
  });

  function typeOf(column: CatalogueColumn) {
    const enumType = column.enumName && enums.get(keyOf(column.enumName));
    if (enumType) return { type: enumType, native: null };
    return prismaType(engine, column, held(table, column.name));
  }
}

/** Keys as far as Prisma can use them: it can read every field, and none may be null. */
function keysOf(
  table: CatalogueTable,
  fieldOf: ReadonlyMap<string, Field>,
): Readonly<{ id: readonly string[]; uniques: readonly (readonly string[])[] }> {
  const named = (columns: readonly (string | null)[]): readonly string[] | null => {
    const fields = columns.map((column) => (column === null ? undefined : fieldOf.get(column)));
    const usable = fields.every(
      (field) =>
        field !== undefined && field.type !== null && !field.column.array && field.type !== 'Json' && !field.zero,
    );
    return usable && fields.length > 0 ? fields.flatMap((field) => field?.name ?? []) : null;
  };
  const id = named(table.primaryKey) ?? [];
  const uniques = table.indexes
    .filter(({ unique, partial }) => unique && !partial)
    .map(({ columns }) => named(columns))
    .filter((fields) => fields !== null)
    .filter((fields, at, all) => all.findIndex((other) => sameSet(other, fields)) === at && !sameSet(fields, id));
  return { id, uniques };
}

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));
