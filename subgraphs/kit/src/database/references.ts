import { type CatalogueColumn, type CatalogueTable, type ForeignKey, keyOf } from './Catalogue.ts';
import { wordsIn } from './wordsIn.ts';

/** One table refers to another by a column, or by several that together hold its key. */
export type Reference = Readonly<{
  from: CatalogueTable;
  /** Of several columns the last, which says most: the earlier ones of a key only say where the last one counts. */
  column: string;
  to: CatalogueTable;
  toColumn: string;
  /** The columns before it, each with the column it refers to; empty where one column is the whole key. */
  before: readonly Pair[];
  /** `key`: a foreign key in the database. `name`: guessed from the column's name. */
  how: 'key' | 'name';
}>;

/** A column, and the column of the other table it refers to. */
export type Pair = readonly [column: string, toColumn: string];

/** Every column of a reference with the column it refers to. */
export const pairsOf = ({ before, column, toColumn }: Reference): readonly Pair[] => [...before, [column, toColumn]];

export const columnsOf = (reference: Reference): readonly string[] => pairsOf(reference).map(([column]) => column);

/** True where both refer to the same table by the same columns. */
export const isSame = (one: Reference, other: Reference): boolean =>
  one.to === other.to && JSON.stringify(pairsOf(one)) === JSON.stringify(pairsOf(other));

/** The reference made by one column alone, such as to a list of codes; undefined where there is none. */
export const leadOf = (references: readonly Reference[], table: CatalogueTable, column: string) =>
  references.find((one) => one.from === table && one.column === column && one.before.length === 0);

/** A reference by these columns; null where there are none. */
export function referenceBy(
  from: CatalogueTable,
  to: CatalogueTable,
  pairs: readonly Pair[],
  how: Reference['how'],
): Reference | null {
  const last = pairs.at(-1);
  return last ? { from, to, column: last[0], toColumn: last[1], before: pairs.slice(0, -1), how } : null;
}

/** The tables whose rows refer to this one. */
export const referencedBy = (table: CatalogueTable, references: readonly Reference[]): readonly CatalogueTable[] => [
  ...new Set(references.filter(({ to, from }) => to === table && from !== table).map(({ from }) => from)),
];

const endings = /^(id|no|nr|num|number|code|cd|key|pk|fk|uuid|guid|ref|idx|seq|line|ver|version)$/;
const prefixes = /^(tbl|t|tb|fk|dbo|app|lkp|lu|ref)$/;

/**
 * The references between tables: the foreign keys and, for columns without one, the one table whose key they are named
 * after.
 *
 * Many databases have no foreign keys at all. A column `PRS_NO` where another table's key is `PRS_NO`, or `client_id` where
 * there is a table `clients`, means the same, and so do `SITE` and `PRS_NO` where a table is keyed by both.
 */
export function referencesIn(tables: readonly CatalogueTable[]): readonly Reference[] {
  const byKey = new Map(tables.map((table) => [keyOf(table), table]));
  /** A foreign key of a table or of its parent: PostgreSQL hands columns down to a child table, but not their keys. */
  const keyBy = (table: CatalogueTable, column: string): ForeignKey | undefined => {
    const own = table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column);
    const parent = table.inherits && byKey.get(keyOf(table.inherits));
    return own ?? (parent ? keyBy(parent, column) : undefined);
  };
  const compositeKeyed = tables.filter(({ kind, primaryKey }) => kind === 'table' && primaryKey.length > 1);
  return tables.flatMap((from) => [...byColumn(from), ...bySeveral(from)]);

  function byColumn(from: CatalogueTable): readonly Reference[] {
    return from.columns.flatMap((column): Reference[] => {
      const key = keyBy(from, column.name);
      const told = key && byKey.get(keyOf(key.to));
      const [toColumn] = key?.toColumns ?? [];
      if (told && toColumn !== undefined)
        return [{ from, column: column.name, to: told, toColumn, before: [], how: 'key' }];
      const guessed = tables.filter((to) => to !== from && to.kind === 'table' && isNamedAfter(column, to));
      // If several tables have a key of this name, or it is this table's own key, only a table whose name matches the
      // column counts.
      const isOwnKey = from.primaryKey.length === 1 && from.primaryKey[0] === column.name;
      const [to, ...more] =
        guessed.length > 1 || isOwnKey ? guessed.filter((one) => ownsName(one, wordsIn(column.name))) : guessed;
      const [own] = to?.primaryKey ?? [];
      return to && own !== undefined && more.length === 0
        ? [{ from, column: column.name, to, toColumn: own, before: [], how: 'name' }]
        : [];
    });
  }

  function bySeveral(from: CatalogueTable): readonly Reference[] {
    const keys = from.foreignKeys.flatMap(({ columns, to: name, toColumns }) => {
      const to = columns.length > 1 ? byKey.get(keyOf(name)) : undefined;
      const pairs = columns.flatMap((column, at): Pair[] =>
        toColumns[at] === undefined ? [] : [[column, toColumns[at]]],
      );
      return (to && pairs.length === columns.length && referenceBy(from, to, pairs, 'key')) || [];
    });
    const named = compositeKeyed
      .filter((to) => to !== from && !keys.some((key) => key.to === to) && isOwner(to, from))
      .flatMap((to) => referenceBy(from, to, namesakes(from, to) ?? [], 'name') ?? []);
    return [...keys, ...named];
  }

  /** True where, of the tables keyed by these columns, this one seems to own the key, judging by the names. */
  function isOwner(to: CatalogueTable, from: CatalogueTable): boolean {
    if (!namesakes(from, to)) return false;
    const alike = compositeKeyed.filter(
      (one) =>
        one !== to &&
        one.primaryKey.length === to.primaryKey.length &&
        namesakes({ ...one, columns: one.columns.filter(({ name }) => one.primaryKey.includes(name)) }, to),
    );
    return alike.every((one) => one.name.toLowerCase().startsWith(to.name.toLowerCase()));
  }
}

/**
 * The columns of a table that are named like another table's key, each with its namesake; null where one is missing, or
 * where the names are only words such as `id` or `no`.
 */
function namesakes(from: CatalogueTable, to: CatalogueTable): readonly Pair[] | null {
  const pairs = to.primaryKey.flatMap((key): Pair[] => {
    const target = to.columns.find(({ name }) => name === key);
    const own = from.columns.find(({ name }) => name.toLowerCase() === key.toLowerCase());
    return own && target && isNumber(own) === isNumber(target) ? [[own.name, key]] : [];
  });
  const words = to.primaryKey.map(wordsIn);
  const says = words.every(([first = '', ...more]) => more.length > 0 || !endings.test(first));
  return says && words.some(({ length }) => length > 1) && pairs.length === to.primaryKey.length ? pairs : null;
}

function isNamedAfter(column: CatalogueColumn, to: CatalogueTable): boolean {
  const [key, ...more] = to.primaryKey;
  if (key === undefined || more.length > 0) return false;
  const target = to.columns.find(({ name }) => name === key);
  if (!target || isNumber(target) !== isNumber(column)) return false;
  const words = wordsIn(column.name);
  const same = column.name.toLowerCase() === key.toLowerCase();
  if (same && words.length > 1) return true;
  const stem = words.filter((word) => !endings.test(word) && !prefixes.test(word)).join('');
  const table = wordsIn(to.name)
    .filter((word) => !prefixes.test(word))
    .join('');
  return (
    stem.length > 2 &&
    words.length > 1 &&
    endings.test(words.at(-1) ?? '') &&
    [table, table.replace(/s$/, ''), table.replace(/ies$/, 'y')].includes(stem)
  );
}

/** `PRS_NO` is the key of `TBL_PERS`, not of `TBL_CTACT`, whose key is also `PRS_NO`. */
const ownsName = (to: CatalogueTable, words: readonly string[]): boolean => {
  const stem = words[0] ?? '';
  return consonants(
    wordsIn(to.name)
      .filter((word) => !prefixes.test(word))
      .join(''),
  ).startsWith(consonants(stem).slice(0, 2));
};

const consonants = (text: string): string => text.replaceAll(/[aeiou]/g, '');

const isNumber = ({ type }: CatalogueColumn): boolean => /int|serial|numeric|decimal|number/.test(type);
