import type { HeardStatement } from '../database/watched.ts';
import { wholeReads } from '../database/wholeReads.ts';
import { counted, type Finding } from './Finding.ts';

/** A smaller table is read whole in no time. */
const smallTable = 1_000;

/** Judges the statements that a mapping sent for a page of records: which tables they read from end to end. */
export async function checkPlans(heard: readonly HeardStatement[]): Promise<readonly Finding[]> {
  const bySql = new Map(heard.map((one) => [shapeOf(one.statement.sql), one]));
  const found = new Map<string, Finding>();
  for (const one of bySql.values())
    for (const { table, estimatedRows } of (await wholeReads(one)) ?? []) {
      if (estimatedRows !== null && estimatedRows < smallTable) continue;
      const columns = columnsAskedFor(one.statement.sql);
      found.set(table, {
        check: 'SLOW_TABLES',
        gravity: 'LOOK',
        where: table,
        found: `To load a few records, the database reads all ${estimatedRows === null ? 'rows' : counted(estimatedRows, 'row')}: no index covers the search.`,
        todo: `Ask whoever runs the database for an index${columns.length > 0 ? ` on ${columns.join(', ')}` : ''}. The mapping can stay as it is.`,
      });
    }
  return [...found.values()];
}

/** The same statement for another number of records. */
const shapeOf = (sql: string): string => sql.replaceAll(/\([?$@\w,\s]*\)/g, '(…)');

/** The columns by which a statement finds its rows. */
const columnsAskedFor = (sql: string): readonly string[] => [
  ...new Set(
    [...(sql.split(/\bWHERE\b/)[1] ?? '').matchAll(/["`[]([^"`\]]+)["`\]]\s+(?:IN\b|=)/g)].map(
      ([, name]) => name ?? '',
    ),
  ),
];
