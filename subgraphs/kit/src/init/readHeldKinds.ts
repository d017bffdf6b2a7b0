import { type Catalogue, keyOf } from '../database/Catalogue.ts';
import type { Connection } from '../database/Connection.ts';
import { sqlNames } from '../database/sqlNames.ts';
import type { HeldKinds } from './nameModels.ts';

const mostRows = 1_000_000;

/** Prisma's Int has 32 bits. */
const kindOf = "CASE WHEN typeof(v) = 'integer' AND abs(v) > 2147483647 THEN 'big' ELSE typeof(v) END";

/** MySQL's `0000-00-00`, and dates with only the year. */
const zeroDay = "CAST(v AS CHAR) REGEXP '^0000-|-00'";

/**
 * What columns hold beyond what their types promise: on SQLite the kinds of values, on MySQL `zero` for impossible dates.
 * Nothing for other engines, which enforce their types.
 */
export async function readHeldKinds(connection: Connection, { tables }: Catalogue): Promise<HeldKinds> {
  const { engine, rows } = connection;
  if (engine !== 'sqlite' && engine !== 'mysql') return () => new Set();
  const { quote, some } = sqlNames(engine);
  const kinds = new Map<string, ReadonlySet<string>>();
  for (const table of tables) {
    for (const { name, type } of table.columns) {
      if (engine === 'mysql' && !/^(date|datetime|timestamp)$/.test(type)) continue;
      const held = some(`${quote(name)} AS v`, table, mostRows);
      const sql =
        engine === 'sqlite'
          ? `SELECT DISTINCT ${kindOf} AS kind FROM (${held}) WHERE v IS NOT NULL`
          : `SELECT 'zero' AS kind FROM (${held}) held WHERE ${zeroDay} LIMIT 1`;
      const found = await rows(sql).catch(() => []); // no right, or no time: treated as unknown
      kinds.set(JSON.stringify([keyOf(table), name]), new Set(found.map(({ kind }) => String(kind))));
    }
  }
  return (table, column) => kinds.get(JSON.stringify([keyOf(table), column])) ?? new Set();
}
