import type { CatalogueTable } from '../database/Catalogue.ts';
import { columnsOf, type Reference } from '../database/references.ts';
import type { ColumnIdea } from './columnWords.ts';
import { guessColumns } from './guessColumns.ts';
import { meaningIn } from './meaningIn.ts';
import type { TableGuess, TableRole } from './Proposal.ts';
import { placesOver } from './placesOver.ts';
import { bySurest, type Looked, leastConfidence, type Points, tableGuess } from './tableGuess.ts';
import { aliasWords, decoyWords, kinWords, refugeWords } from './tableWords.ts';
import { waysByKind } from './waysByKind.ts';

/** The people, those who are told apart from them, and what has its place already: what stands beside people is looked for among the rest. */
export type Near = Readonly<{
  looked: Looked;
  people: TableGuess | null;
  workers: TableGuess | null;
  clients: TableGuess | null;
  placed: ReadonlySet<CatalogueTable>;
  pathTo(table: CatalogueTable): readonly Reference[] | null;
}>;

const contactNames = /contact|ctact|phone|comm|reach/;
const addressNames = /addr|adr|ctact|contact|location|dwelling|residence/;
const contactIdeas: readonly ColumnIdea[] = ['phone', 'email', 'postcode', 'suburb', 'state', 'line'];

/** The table with a row or several for each of the people that has the columns that are needed; null where there is none. */
export function guessBeside(
  near: Near,
  ideas: readonly ColumnIdea[],
  needed: readonly ColumnIdea[],
  as: TableRole,
): TableGuess | null {
  const { looked, people, placed, pathTo } = near;
  const { tables, shapes, references } = looked;
  const found = tables.flatMap((table): TableGuess[] => {
    const path = table === people?.table || placed.has(table) ? null : pathTo(table);
    if (!path || path.length > 1 || table.kind !== 'table') return [];
    const columns = guessColumns(table, ideas, shapes, references, new Set(path.flatMap(columnsOf)));
    if (!needed.every((idea) => columns.some((column) => column.idea === idea))) return [];
    const words = meaningIn(table.name).join(' ');
    const fits = {
      ...{ names: /name/, aliases: aliasWords },
      ...{ contact: contactNames, address: addressNames },
    }[String(as)];
    if (as === 'aliases' && !aliasWords.test(words)) return [];
    return [
      tableGuess(looked, table, as, columns, path, [
        [30, `has ${columns.map(({ column }) => column.name).join(', ')}`],
        [path[0]?.how === 'key' ? 20 : 10, `linked to ${people?.table.name}`],
        [fits?.test(words) ? 30 : 0, 'has a matching name'],
        [as !== 'aliases' && /alias|hist|old|former|aka/.test(words) ? -25 : 0, 'may hold former entries'],
        [kinWords.test(words) ? -50 : 0, 'may hold other people’s details'],
        [as === 'address' && isOfRefuges(table) ? -80 : 0, 'may reveal where a refuge is'],
      ]),
    ];
  });
  return bestOf(found);
}

/** The table of ways of reaching people that a list of kinds tells apart; null where there is none. */
export function guessWays(near: Near): TableGuess | null {
  const { looked, people } = near;
  const { shapes, references } = looked;
  const found = freeBeside(near).flatMap(({ table, path, words }) => {
    const told = waysByKind(table, shapes, references);
    if (!told) return [];
    const points: Points = [
      [45, 'its kinds are ways to contact somebody'],
      [path[0]?.how === 'key' ? 20 : 10, `linked to ${people?.table.name}`],
      [contactNames.test(words) ? 15 : 0, 'has a matching name'],
    ];
    return [{ ...tableGuess(looked, table, 'contact', told.columns, path, points), ways: told.ways }];
  });
  return bestOf(found);
}

/** The table that leads to where people live over other tables; null where there is none. */
export function guessAddressOver(near: Near): TableGuess | null {
  const { looked, people, workers, clients } = near;
  const { shapes, references } = looked;
  const besides = [people, workers, clients].flatMap((one) => (one ? [one.table] : []));
  const found = freeBeside(near).flatMap(({ table, path, words }) => {
    const columns = placesOver(table, shapes, references, besides);
    if (columns.length === 0) return [];
    const hops = Math.max(...columns.map(({ over = [] }) => over.length));
    return [
      tableGuess(looked, table, 'address', columns, path, [
        [30, `leads through ${hops} tables to ${columns.map(({ idea }) => idea).join(', ')}`],
        [path[0]?.how === 'key' ? 15 : 5, `linked to ${people?.table.name}`],
        [addressNames.test(words) ? 20 : 0, 'has a matching name'],
        [decoyWords.test(words) && !addressNames.test(words) ? -40 : 0, 'named like something else'],
        [isOfRefuges(table) ? -80 : 0, 'may reveal where a refuge is'],
      ]),
    ];
  });
  return bestOf(found);
}

/** The same table read for something else, where it has that too. */
export function ideasIn(
  { shapes, references }: Looked,
  one: TableGuess | null,
  ideas: readonly ColumnIdea[],
): TableGuess | null {
  if (!one) return null;
  const columns = guessColumns(one.table, contactIdeas, shapes, references);
  return ideas.every((idea) => columns.some((column) => column.idea === idea))
    ? { ...one, as: 'contact', columns }
    : null;
}

/** Tables with rows of their own for each of the people, which have no place yet. */
function freeBeside(
  near: Near,
): readonly Readonly<{ table: CatalogueTable; path: readonly Reference[]; words: string }>[] {
  const { looked, people, placed, pathTo } = near;
  return looked.tables.flatMap((table) => {
    const path = table === people?.table || placed.has(table) || table.kind !== 'table' ? null : pathTo(table);
    const words = meaningIn(table.name).join(' ');
    return path?.length === 1 && !kinWords.test(words) ? [{ table, path, words }] : [];
  });
}

/** Whoever is in a refuge is to be found there by nobody: its address is not proposed as theirs. */
const isOfRefuges = ({ name, columns }: CatalogueTable): boolean =>
  [name, ...columns.map((column) => column.name)].some((one) => refugeWords.test(meaningIn(one).join(' ')));

function bestOf(found: readonly TableGuess[]): TableGuess | null {
  const [best] = [...found].sort(bySurest);
  return best && best.confidence >= leastConfidence ? best : null;
}
