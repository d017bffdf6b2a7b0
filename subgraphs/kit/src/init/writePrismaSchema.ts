import { type Engine, written } from '../database/Catalogue.ts';
import { oneLine } from './MappingText.ts';
import type { Field, Model, Models, PrismaEnum, Relation } from './Models.ts';

const defaultSchema: Readonly<Record<Engine, string | null>> = {
  postgresql: 'public',
  sqlserver: 'dbo',
  mysql: null,
  sqlite: null,
};

/**
 * `schema.prisma` for reading these tables. Defaults, actions and index names are left out: nothing is written or migrated by it.
 *
 * A table without a key that Prisma can use is declared as a view, because Prisma asks for a key of tables and not of views, and
 * reads both alike.
 */
export function writePrismaSchema(engine: Engine, { models, enums }: Models): string {
  const schemas = [
    ...new Set([...models.map(({ table }) => table.schema), ...enums.map(({ of }) => of.schema)]),
  ].filter((name) => name !== null);
  const multi = schemas.some((schema) => schema !== defaultSchema[engine]);
  const views = models.some((model) => isView(model));
  const schemaOf = (schema: string | null) => (multi && schema !== null ? [`  @@schema(${quoted(schema)})`] : []);
  return `${[
    [
      '// Your tables as they are, for reading only. Proposed by `accord-agency init`; change it as you need.',
      'generator client {',
      '  provider            = "prisma-client"',
      '  output              = "../src/generated/prisma"',
      '  importFileExtension = "ts"',
      '  moduleFormat        = "esm"',
      ...(views ? ['  previewFeatures     = ["views"]'] : []),
      '}',
    ].join('\n'),
    [
      'datasource db {',
      `  provider = "${engine}"`,
      ...(multi ? [`  schemas  = [${schemas.map(quoted).join(', ')}]`] : []),
      '}',
    ].join('\n'),
    ...models.map((model) => modelText(model, schemaOf)),
    ...enums.map((one) => enumText(one, schemaOf)),
  ].join('\n\n')}\n`;
}

const quoted = (text: string): string => JSON.stringify(text);

const comment = (text: string | null, indent: string): readonly string[] =>
  text === null || text.trim() === ''
    ? []
    : text
        .trim()
        .split(/\r?\n/)
        .map((line) => `${indent}/// ${line.trim()}`);

const hasKey = ({ id, uniques, fields }: Model): boolean =>
  id.length > 0 ||
  uniques.some((unique) =>
    unique.every((name) => fields.find((field) => field.name === name)?.column.nullable === false),
  );

/** Declared so, whatever it is. */
export const isView = (model: Model): boolean => model.table.kind !== 'table' || !hasKey(model);

/** False where Prisma can read no column of it. */
export const isReadable = ({ fields }: Model): boolean => fields.some(({ type }) => type !== null);

function modelText(model: Model, schemaOf: (schema: string | null) => readonly string[]): string {
  const { table, fields, relations, name, id, uniques } = model;
  if (!isReadable(model)) return `// ${written(table)} is left out: it has no column that Prisma can read.`;
  const view = isView(model);
  const keyless =
    view && table.kind === 'table' ? 'Has no key that Prisma can use, but can be read when declared as a view.' : null;
  const single = (field: Field) =>
    id.length === 1 && id[0] === field.name
      ? ['@id']
      : uniques.some((unique) => unique.length === 1 && unique[0] === field.name)
        ? ['@unique']
        : [];
  return [
    ...comment(table.comment, ''),
    ...comment(keyless, ''),
    `${view ? 'view' : 'model'} ${name} {`,
    ...fields.flatMap((field) =>
      view && field.type === null
        ? [
            `  // ${oneLine(field.column.name)} is left out: Prisma cannot read ${oneLine(field.column.written)}, and fails if a view has it.`,
          ]
        : fieldText(field),
    ),
    ...relations.map(relationText),
    '',
    ...(!view && id.length > 1 ? [`  @@id([${id.join(', ')}])`] : []),
    ...(view
      ? []
      : uniques.filter((unique) => unique.length > 1).map((unique) => `  @@unique([${unique.join(', ')}])`)),
    ...mapText(name, table.name, '  @@map'),
    ...schemaOf(table.schema),
    '}',
  ]
    .join('\n')
    .replace(/\n\n}$/, '\n}');

  function fieldText(field: Field): readonly string[] {
    const words = field.type === 'String' && field.column.values && !field.column.enumName;
    return [
      ...comment(field.column.comment, '  '),
      ...comment(words ? `One of: ${field.column.values?.join(', ')}` : null, '  '),
      `  ${[field.name, typeText(field), ...(view ? [] : single(field)), ...mapText(field.name, field.column.name, '@map'), ...(field.native && field.type ? [field.native] : [])].join(' ')}`,
    ];
  }
}

function typeText({ type, column }: Field): string {
  const optional = column.nullable && !(column.array && type !== null) ? '?' : '';
  if (type === null) return `Unsupported(${quoted(column.written)})${optional}`;
  return column.array ? `${type}[]` : `${type}${optional}`;
}

const mapText = (name: string, own: string, word: string): readonly string[] =>
  name === own ? [] : [`${word}(${quoted(own)})`];

function relationText({ name, relation, to, many, optional, keys }: Relation): string {
  const type = many ? `${to}[]` : `${to}${optional ? '?' : ''}`;
  const given = keys
    ? `, fields: [${keys.fields.join(', ')}], references: [${keys.references.join(', ')}], onDelete: NoAction, onUpdate: NoAction`
    : '';
  return `  ${name} ${type} @relation(${quoted(relation)}${given})`;
}

const enumText = ({ name, of, values }: PrismaEnum, schemaOf: (schema: string | null) => readonly string[]): string =>
  [
    `enum ${name} {`,
    ...values.map((one) => `  ${[one.name, ...mapText(one.name, one.value, '@map')].join(' ')}`),
    '',
    ...mapText(name, of.name, '  @@map'),
    ...schemaOf(of.schema),
    '}',
  ]
    .join('\n')
    .replace(/\n\n}$/, '\n}');
