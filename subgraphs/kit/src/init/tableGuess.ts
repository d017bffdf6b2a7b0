import { type Catalogue, type CatalogueTable, written } from '../database/Catalogue.ts';
import type { Reference } from '../database/references.ts';
import { goneColumns, isKeptBack, partKeptBack, saysInUse } from './goneColumns.ts';
import type { ColumnGuess, GoneGuess, TableGuess, TableRole } from './Proposal.ts';
import type { Shapes } from './readShapes.ts';

/** What a guess is made from: the tables that may be read, what their values look like, and which leads to which. */
export type Looked = Readonly<{
  tables: Catalogue['tables'];
  shapes: Shapes;
  references: readonly Reference[];
  /** Of a table how many others lead to it, as a share of those that lead to the one most do; and how many they are. */
  share(table: CatalogueTable): number;
  inbound(table: CatalogueTable): number;
}>;

/** Points for a table being something, each with its reason. 100 would be certain; those of none are not told. */
export type Points = readonly (readonly [points: number, why: string])[];

/** Below this no table is taken for the people, nor for what stands beside them. */
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

/** What keeps back no more than an address or a number keeps back no row: it is not told, and looked for in notes. */
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

/** The surest first; of those that are as sure always in the same order. */
export const bySurest = (a: TableGuess, b: TableGuess): number =>
  b.confidence - a.confidence || written(a.table).localeCompare(written(b.table));

/** What to say of another table that looks nearly as much like it. */
export const rivals = (one: TableGuess, other: TableGuess | undefined): readonly string[] =>
  other && other.confidence >= leastConfidence && other.confidence > one.confidence - 0.2
    ? [`${written(other.table)} looks much the same (${Math.round(other.confidence * 100)} %).`]
    : [];
