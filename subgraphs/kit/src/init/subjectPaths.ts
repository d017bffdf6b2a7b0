import type { CatalogueTable } from '../database/Catalogue.ts';
import { columnsOf, pairsOf, type Reference, referenceBy } from '../database/references.ts';
import { meaningIn } from './meaningIn.ts';
import { accusedColumnWords, agentWords, kinColumnWords } from './partyWords.ts';
import { otherPeopleWords, otherThingWords, peopleWords, visitWords } from './tableWords.ts';

type Path = readonly Reference[];
type Known = Readonly<{ path: Path; cost: number }>;

const mostHops = 4;

/** How a table leads to the people its rows are about. */
export type SubjectPaths = Readonly<{
  /** The path, of one or more hops; null where there is none. */
  of(table: CatalogueTable): Path | null;
  /** Columns that lead to people, but not to the person the row is about. */
  othersIn(table: CatalogueTable): readonly Reference[];
}>;

/**
 * The cheapest path from every table to the people its rows are about, over at most four columns. A hop costs one, and more
 * where only a name suggests it, or where the table on the way is not one that people's data hangs on, such as a visit or a
 * case.
 *
 * INVARIANT: no hop uses a column for anybody but the person concerned: somebody who asked, wrote or looked at it, a
 * relative, or somebody said to have harmed them. Cost: O(references × hops).
 */
export function subjectPaths(
  people: CatalogueTable,
  workers: CatalogueTable | null,
  references: readonly Reference[],
): SubjectPaths {
  const known = new Map<CatalogueTable, Known>([[people, { path: [], cost: 0 }]]);
  const usable = references.filter((one) => one.from !== one.to && one.from !== people && isSubject(one));
  for (let hop = 0; hop < mostHops; hop++) {
    const before = new Map(known);
    for (const reference of usable) {
      const next = before.get(reference.to);
      const way = next && (reference.to === people || mayBeOnTheWay(reference.to)) ? joined(reference, next) : null;
      const best = known.get(reference.from);
      if (way && way.path.length <= mostHops && (!best || way.cost < best.cost)) known.set(reference.from, way);
    }
  }
  return {
    of: (table) => (table === people ? null : (known.get(table)?.path ?? null)),
    othersIn: (table) =>
      references.filter((one) => one.from === table && table !== people && one.to === people && !isSubject(one)),
  };

  function mayBeOnTheWay(table: CatalogueTable): boolean {
    return table !== workers && table.kind === 'table' && !otherPeopleWords.test(meaningIn(table.name).join(' '));
  }
}

/** If the columns already hold the number that the next hop goes by, the table on the way need not be read. */
function joined(first: Reference, { path, cost }: Known): Known {
  const [next, ...rest] = path;
  const own = new Map(pairsOf(first).map(([column, toColumn]) => [toColumn, column]));
  const pairs = next ? pairsOf(next).map(([column, toColumn]) => [own.get(column), toColumn] as const) : [];
  if (next && pairs.every(([column]) => column !== undefined)) {
    const how = first.how === 'key' && next.how === 'key' ? 'key' : 'name';
    const direct = referenceBy(
      first.from,
      next.to,
      pairs.map(([column = '', toColumn]) => [column, toColumn]),
      how,
    );
    return { path: [direct ?? first, ...rest], cost: cost + 0.3 };
  }
  return { path: [first, ...path], cost: cost + hopCost(first) };
}

function hopCost(reference: Reference): number {
  const { to, how, from } = reference;
  const columns = columnsOf(reference);
  return (
    1 +
    (how === 'key' ? 0 : 0.3) +
    (from.columns.some(({ name, nullable }) => nullable && columns.includes(name)) ? 0.1 : 0) +
    (columns.some((column) => peopleWords.test(meaningIn(column).join(' '))) ? -0.2 : 0) +
    placeCost(to)
  );
}

function placeCost({ name }: CatalogueTable): number {
  const words = meaningIn(name).join(' ');
  if (peopleWords.test(words) || visitWords.test(words)) return 0;
  return otherThingWords.test(words) ? 1.5 : 0.5;
}

/**
 * Whether columns lead to the person their row is about. A role that is also the name of the table they lead to does not
 * count as another person's.
 */
export const isSubject = (reference: Reference): boolean =>
  !isKin(reference) && !isAgent(reference) && !isOther(accusedColumnWords, reference);

/** Whether columns lead to the person who did something with the row. */
export const isAgent = (reference: Reference): boolean => isOther(agentWords, reference);

/** Whether columns lead to a relative, partner or carer. */
export const isKin = (reference: Reference): boolean => isOther(kinColumnWords, reference);

function isOther(words: RegExp, reference: Reference): boolean {
  const called = meaningIn(reference.to.name);
  return columnsOf(reference).some((column) => {
    const said = words.exec(meaningIn(column).join(' '))?.[0];
    return said !== undefined && !called.some((word) => word.startsWith(said));
  });
}
