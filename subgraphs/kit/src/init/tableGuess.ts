import { type Catalogue, type CatalogueTable, written } from '../database/Catalogue.ts';
import type { Reference } from '../database/references.ts';
import { goneColumns, isKeptBack, partKeptBack, saysInUse } from './goneColumns.ts';
import type { ColumnGuess, GoneGuess, TableGuess, TableRole } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** What a guess is based on: the readable tables, what their values look like, and which table refers to which. */
export type Looked = Readonly<{
  tables: Catalogue['tables'];
  shapes: Shapes;
  references: readonly Reference[];
  /** How many other tables refer to a table, as a share of the highest such number, and how many they are. */
  share(table: CatalogueTable): number;
  inbound(table: CatalogueTable): number;
}>;

/** Points for a table being something, each with its reason. 100 would be certain. Reasons without points are not shown. */
export type Points = readonly (readonly [points: number, why: string])[];

/** Below this no table is taken for the people, or for what stands beside them. */
export const leastConfidence = 0.4;

/** What a table is taken for, by its points, and which of its rows are gone. */
export function tableGuess(
  { shapes }: Looked,
  table: CatalogueTable,
  as: TableRole,
  columns: readonly ColumnGuess[],
  path: readonly Reference[],
  points: Points,
): TableGuess {
  const said = goneColumns(table, shapes);
  const inUse = as === 'names' || as === 'aliases' ? said.filter(saysInUse) : [];
  const gone = said.filter((one) => !inUse.includes(one) && !isOfPart(one, as));
  return { table, as, path, columns, ...sumOf(points), gone, current: inUse[0] ?? null, doubts: [] };
}

/**
 * A column that withholds only an address or a number does not withhold the row: that part is not served, and is looked for
 * in notes.
 */
const isOfPart = (one: GoneGuess, as: TableRole): boolean =>
  as === 'address' || as === 'contact' ? isKeptBack(one) : partKeptBack(one) !== null;

function sumOf(points: Points): Readonly<{ confidence: number; reasons: readonly string[] }> {
  const told = points.filter(([count]) => count !== 0);
  const sum = told.reduce((total, [count]) => total + count, 0);
  return {
    confidence: Math.max(0, Math.min(0.97, sum / 100)),
    reasons: told.map(([count, why]) => (count < 0 ? `against: ${why}` : why)),
  };
}

/** The most certain first; equally certain ones always in the same order. */
export const bySurest = (a: TableGuess, b: TableGuess): number =>
  b.confidence - a.confidence || written(a.table).localeCompare(written(b.table));

/** What to say about another table that looks nearly as likely. */
export const rivals = (one: TableGuess, other: TableGuess | undefined): readonly string[] =>
  other && other.confidence >= leastConfidence && other.confidence > one.confidence - 0.2
    ? [`${written(other.table)} looks much the same (${Math.round(other.confidence * 100)} %).`]
    : [];
