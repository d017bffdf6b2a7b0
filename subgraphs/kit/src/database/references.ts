import { type CatalogueColumn, type CatalogueTable, type ForeignKey, keyOf } from './Catalogue.ts';
import { wordsIn } from './wordsIn.ts';

/** One table leads to another by a column. */
export type Reference = Readonly<{
  from: CatalogueTable;
  column: string;
  to: CatalogueTable;
  toColumn: string;
  /** `key`: the database says so. `name`: only what the column is called does. */
  how: 'key' | 'name';
}>;

/** The tables whose rows lead to this one. */
export const referencedBy = (table: CatalogueTable, references: readonly Reference[]): readonly CatalogueTable[] => [
  ...new Set(references.filter(({ to, from }) => to === table && from !== table).map(({ from }) => from)),
];

const endings = /^(id|no|nr|num|number|code|cd|key|pk|fk|uuid|guid|ref|idx)$/;
const prefixes = /^(tbl|t|tb|fk|dbo|app|lkp|lu|ref)$/;

/**
 * Who leads to whom by one column: the foreign keys, and where a column has none, the one table whose key it is named after.
 *
 * Many a database has no foreign key at all; a column `PRS_NO` beside a table whose key is `PRS_NO`, or `client_id` beside `clients`,
 * means the same.
 */
export function referencesIn(tables: readonly CatalogueTable[]): readonly Reference[] {
  const byKey = new Map(tables.map((table) => [keyOf(table), table]));
  /** A foreign key of a table, or of one whose columns it inherits: PostgreSQL has the columns handed down, and not their keys. */
  const keyBy = (table: CatalogueTable, column: string): ForeignKey | undefined => {
    const own = table.foreignKeys.find(({ columns }) => columns.length === 1 && columns[0] === column);
    const parent = table.inherits && byKey.get(keyOf(table.inherits));
    return own ?? (parent ? keyBy(parent, column) : undefined);
  };
  return tables.flatMap((from) =>
    from.columns.flatMap((column): Reference[] => {
      const key = keyBy(from, column.name);
      const told = key && byKey.get(keyOf(key.to));
      const [toColumn] = key?.toColumns ?? [];
      if (told && toColumn !== undefined) return [{ from, column: column.name, to: told, toColumn, how: 'key' }];
      const guessed = tables.filter((to) => to !== from && to.kind === 'table' && isNamedAfter(column, to));
      // Of several tables with a key of this name, and where it is this table's own key, only one that is called after it.
      const isOwnKey = from.primaryKey.length === 1 && from.primaryKey[0] === column.name;
      const [to, ...more] =
        guessed.length > 1 || isOwnKey ? guessed.filter((one) => ownsName(one, wordsIn(column.name))) : guessed;
      const [own] = to?.primaryKey ?? [];
      return to && own !== undefined && more.length === 0
        ? [{ from, column: column.name, to, toColumn: own, how: 'name' }]
        : [];
    }),
  );
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

/** `PRS_NO` is the key of `TBL_PERS`, not of `TBL_CTACT`, which has it as its key too. */
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
