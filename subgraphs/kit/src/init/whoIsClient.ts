import type { CatalogueTable } from '../database/Catalogue.ts';
import { columnsOf, type Reference, referencedBy } from '../database/references.ts';
import { meaningIn } from './meaningIn.ts';
import { isSubject } from './subjectPaths.ts';
import type { Points } from './tableGuess.ts';
import { clientWords, emptyWords, otherPeopleWords, otherThingWords, visitWords } from './tableWords.ts';

/** A table that may say which of the people are clients, and why. */
export type ClientsFound = Readonly<{ table: CatalogueTable; path: readonly Reference[]; points: Points }>;

const mostColumns = 8;
/** Below this nobody is left out by it. */
const least = 60;

/**
 * The table that says which people are clients, where staff and relatives are people too: of few columns, it has at most one row for
 * each of the people, and things of people hang on it. Null where there is none, and where the people are called clients already.
 */
export function whoIsClient(
  people: CatalogueTable,
  tables: readonly CatalogueTable[],
  references: readonly Reference[],
): ClientsFound | null {
  if (clientWords.test(said(people))) return null;
  const found = tables.flatMap((table): ClientsFound[] => {
    const words = said(table);
    const leads = references.filter(({ from, to }) => from === table && to === people && from !== to);
    const [only, ...more] = leads;
    if (!only || more.length > 0 || table.kind !== 'table' || !isSubject(only) || !isUnique(table, columnsOf(only)))
      return [];
    if (otherPeopleWords.test(words) || (otherThingWords.test(words) && !clientWords.test(words))) return [];
    const own = table.columns.filter(({ name }) => !inherited(table).includes(name));
    const inbound = referencedBy(table, references);
    const visit = inbound.find(({ name }) => visitWords.test(meaningIn(name).join(' ')));
    const points: Points = [
      [20, `has at most one row for each of ${people.name}`],
      [clientWords.test(words) ? 30 : 0, 'named like clients'],
      [own.length > mostColumns ? -30 : 0, 'has many columns'],
      [inbound.length > 1 ? 20 : 0, `${inbound.length} tables refer to it`],
      [visit ? 20 : 0, `${visit?.name} refers to it`],
    ];
    return [{ table, path: [only], points }];
  });
  const sum = ({ points }: ClientsFound) => points.reduce((total, [count]) => total + count, 0);
  const [best] = found.sort((a, b) => sum(b) - sum(a) || a.table.name.localeCompare(b.table.name));
  return best && sum(best) >= least ? best : null;

  function inherited({ inherits }: CatalogueTable): readonly string[] {
    const parent = inherits && tables.find(({ name, schema }) => name === inherits.name && schema === inherits.schema);
    return parent ? parent.columns.map(({ name }) => name) : [];
  }
}

const said = ({ name }: CatalogueTable): string =>
  meaningIn(name)
    .filter((word) => !emptyWords.test(word))
    .join(' ');

const isUnique = ({ primaryKey, indexes }: CatalogueTable, own: readonly string[]): boolean =>
  [primaryKey, ...indexes.filter(({ unique, partial }) => unique && !partial).map(({ columns }) => columns)].some(
    (columns) => columns.length === own.length && own.every((column) => columns.includes(column)),
  );
