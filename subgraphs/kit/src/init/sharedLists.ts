import type { CatalogueTable } from '../database/Catalogue.ts';
import type { ColumnShape } from './ColumnShape.ts';
import { meaningIn } from './meaningIn.ts';
import { word } from './word.ts';

/**
 * In a table of all lists: the column for a row's list, and the columns by which other tables refer to the row: its code,
 * its own key, or either.
 */
export type SharedListColumns = Readonly<{ list: string; keys: readonly string[] }>;

const tableNames = word(
  'lookups?',
  'lkp',
  'lu',
  'ref',
  'reference',
  'codes?',
  'cd',
  'lists?',
  'options?',
  'domains?',
  'picklists?',
  'dropdowns?',
);
const listNames = word(
  'lists?',
  'types?',
  'typ',
  'category',
  'cat',
  'groups?',
  'grp',
  'domain',
  'set',
  'class',
  'kind',
  'field',
  'lookup',
  'family',
);
const codeNames = word('codes?', 'cd', 'values?', 'val', 'keys?', 'abbr', 'short', 'items?');

/**
 * The columns by which one table holds all the lists of a system, `(list, code, description)`; null where it does not look
 * like one.
 */
export function sharedListColumns(
  table: CatalogueTable,
  shapeOf: (column: string) => ColumnShape,
): SharedListColumns | null {
  if (table.kind !== 'table' || table.columns.length > 15 || !tableNames.test(meaningIn(table.name).join(' ')))
    return null;
  const called = (names: RegExp) =>
    table.columns.map(({ name }) => name).filter((name) => names.test(meaningIn(name).join(' ')));
  const [list] = called(listNames).filter((name) => {
    const { looked, filled, distinct, meanLength, like } = shapeOf(name);
    return filled === looked && distinct > 1 && distinct <= looked / 2 && meanLength <= 30 && like.prose === 0;
  });
  if (list === undefined) return null;
  const [code] = [...table.primaryKey, ...called(codeNames)].filter(
    (name) => name !== list && (table.primaryKey.length > 1 || !table.primaryKey.includes(name)),
  );
  const own = table.primaryKey.length === 1 ? table.primaryKey : [];
  const keys = [...(code === undefined ? [] : [code]), ...own];
  return keys.length > 0 ? { list, keys } : null;
}
