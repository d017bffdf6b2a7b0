import { type CatalogueTable, type ForeignKey, keyOf } from '../database/Catalogue.ts';
import { camel, pascal, wordsIn } from '../database/wordsIn.ts';
import type { Field, Model, Relation } from './Models.ts';

/**
 * Adds to each model a field for each of its foreign keys, and one for each foreign key that refers to it.
 *
 * A key that Prisma would refuse is left out: one whose columns it cannot read, whose sides have different types, or that
 * refers to columns that are not unique.
 */
export function relationsOf(models: readonly Model[]): readonly Model[] {
  const byTable = new Map(models.map((model) => [keyOf(model.table), model]));
  const names = new Map(models.map((model) => [model.name, new Set(model.fields.map((field) => field.name))]));
  const added = new Map<string, Relation[]>(models.map((model) => [model.name, []]));
  const free = (model: Model, wanted: string): string => {
    const used = names.get(model.name) ?? new Set();
    let name = wanted;
    for (let next = 2; used.has(name); next++) name = `${wanted}${next}`;
    used.add(name);
    return name;
  };
  for (const from of models) {
    const seen = new Set<string>();
    for (const key of inColumnOrder(from.table)) {
      const to = byTable.get(keyOf(key.to));
      const keys = to && keysBetween(from, to, key.columns, key.toColumns);
      const same = JSON.stringify([key.columns, key.to]);
      if (!to || !keys || seen.has(same)) continue;
      seen.add(same);
      const here = free(from, forwardName(keys.fields, to));
      const several = from.table.foreignKeys.filter((other) => keyOf(other.to) === keyOf(key.to)).length > 1;
      const there = free(to, backName(from, several || from === to ? here : null));
      const fields = keys.fields.map((name) => from.fields.find((field) => field.name === name));
      const optional = fields.some((field) => field?.column.nullable);
      const single = [from.id, ...from.uniques].some((unique) => sameNames(unique, keys.fields));
      const relation = `${from.name}_${here}`;
      added.get(from.name)?.push({ name: here, relation, to: to.name, many: false, optional, keys });
      added.get(to.name)?.push({ name: there, relation, to: from.name, many: !single, optional: true, keys: null });
    }
  }
  return models.map((model) => ({ ...model, relations: added.get(model.name) ?? [] }));
}

/** Not by name, which may be anything. */
function inColumnOrder({ foreignKeys, columns }: CatalogueTable): readonly ForeignKey[] {
  const place = ({ columns: [first] }: ForeignKey) => columns.findIndex(({ name }) => name === first);
  return [...foreignKeys].sort((a, b) => place(a) - place(b));
}

function keysBetween(
  from: Model,
  to: Model,
  columns: readonly string[],
  toColumns: readonly string[],
): Relation['keys'] {
  const fields = columns.map((column) => fieldOf(from, column));
  const references = toColumns.map((column) => fieldOf(to, column));
  const match = fields.every(
    (field, at) => field?.type != null && field.type === references[at]?.type && !field.column.array,
  );
  const names = references.flatMap((field) => field?.name ?? []);
  if (!match || ![to.id, ...to.uniques].some((unique) => sameNames(unique, names))) return null;
  if (from.table.kind !== 'table' || to.table.kind !== 'table') return null;
  return { fields: fields.flatMap((field) => field?.name ?? []), references: names };
}

const fieldOf = (model: Model, column: string): Field | undefined =>
  model.fields.find((field) => field.column.name === column);

/** `client` for `client_id`; the model's name where the column is named like its target or carries no meaning. */
function forwardName(fields: readonly string[], to: Model): string {
  const [only, ...more] = fields;
  const words = wordsIn(only ?? '');
  const kept = words.filter(
    (word, at) => !((at === 0 && word === 'fk') || (at === words.length - 1 && endings.has(word))),
  );
  return more.length > 0 || kept.length === 0 || kept.length === words.length ? to.accessor : camel(kept);
}

const endings = new Set(['id', 'no', 'nr', 'num', 'number', 'code', 'cd', 'key', 'pk', 'fk', 'uuid', 'guid', 'ref']);

/** `caseNotes` for `CaseNote`; where there are several keys, `caseNotesOfAuthor`. */
const backName = (from: Model, key: string | null): string => {
  const plural = `${from.accessor}${from.accessor.endsWith('s') ? '' : 's'}`;
  return key === null ? plural : `${plural}Of${pascal(wordsIn(key))}`;
};

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));
