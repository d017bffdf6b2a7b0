import type { Catalogue, CatalogueTable } from '../database/Catalogue.ts';

const plainName = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The column of a table behind a row's field, even where the schema names it differently (`clientId`, `client_id`). */
export const columnOf = (table: CatalogueTable, field: string): string | undefined =>
  table.columns.find(({ name }) => plainName(name) === plainName(field))?.name;

/**
 * The table that a row came from: the one that has all of the row's columns and the fewest others. Undefined where there is
 * none, as for rows of a hand-written query or from something other than a database.
 */
export function tableOfRow({ tables }: Catalogue, row: unknown): CatalogueTable | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  const fields = Object.entries(row).flatMap(([field, value]) => (isColumn(value) ? [plainName(field)] : []));
  if (fields.length === 0) return undefined;
  const fitting = tables.filter(({ columns }) => {
    const names = new Set(columns.map(({ name }) => plainName(name)));
    return fields.every((field) => names.has(field));
  });
  return fitting.sort((a, b) => a.columns.length - b.columns.length)[0];
}

/** False for a row that came with it through a relation. */
const isColumn = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date || value instanceof Uint8Array;
