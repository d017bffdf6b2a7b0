import type { HeardStatement, OpenAdapter, SqlAnswer, SqlStatement } from './watched.ts';

/** A table that the database reads from end to end to answer a statement, because no index leads to the rows. */
export type WholeRead = Readonly<{
  table: string;
  /** As the engine estimates; null where it does not. */
  estimatedRows: number | null;
}>;

/**
 * The tables that a statement reads whole, by the engine's own plan (`EXPLAIN`); the statement itself is not run.
 *
 * PostgreSQL reads small tables whole though there is an index, so it is asked for the plan it would make if that cost too much.
 * Undefined for an engine whose plan cannot be asked for in a statement of its own (SQL Server), and where the engine gave none.
 */
export async function wholeReads({ statement, by }: HeardStatement): Promise<readonly WholeRead[] | undefined> {
  try {
    if (by.provider === 'postgres') return await onPostgres(statement, by);
    if (by.provider === 'sqlite') return await onSqlite(await explained('EXPLAIN QUERY PLAN', statement, by), by);
    if (by.provider === 'mysql') return onMysql(await explained('EXPLAIN', statement, by));
  } catch {
    // A plan is a help, not a rule: what cannot be explained is not judged.
  }
  return undefined;
}

const explained = (word: string, { sql, args, argTypes }: SqlStatement, by: OpenAdapter): Promise<SqlAnswer> =>
  by.queryRaw({ sql: `${word} ${sql}`, args, argTypes });

type Transaction = OpenAdapter &
  Readonly<{ executeRaw(statement: SqlStatement): Promise<number>; rollback(): Promise<void> }>;

async function onPostgres(statement: SqlStatement, by: OpenAdapter): Promise<readonly WholeRead[]> {
  const begin: unknown = Reflect.get(by, 'startTransaction');
  if (typeof begin !== 'function') throw new Error('The adapter has no transactions.');
  const transaction: Transaction = await begin.call(by);
  try {
    await transaction.executeRaw({ sql: 'SET LOCAL enable_seqscan = off', args: [], argTypes: [] });
    const { rows } = await explained('EXPLAIN (FORMAT JSON, VERBOSE)', statement, transaction);
    const told: unknown = rows[0]?.[0];
    const tables = new Set(scansIn(typeof told === 'string' ? JSON.parse(told) : told));
    const reads: WholeRead[] = [];
    for (const table of tables) reads.push({ table, estimatedRows: await rowsOnPostgres(table, transaction) });
    return reads;
  } finally {
    await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] }).catch(() => {});
    await transaction.rollback().catch(() => {});
  }
}

/** Tables that a plan reads whole: by a sequential scan, or along an index that no condition narrows. */
function scansIn(plan: unknown): readonly string[] {
  if (Array.isArray(plan)) return plan.flatMap(scansIn);
  if (typeof plan !== 'object' || plan === null) return [];
  const of = (name: string): unknown => Reflect.get(plan, name);
  const below = [of('Plan'), of('Plans')].flatMap(scansIn);
  const whole =
    of('Node Type') === 'Seq Scan' ||
    (/^Index (Only )?Scan/.test(String(of('Node Type'))) && of('Index Cond') === undefined);
  return whole ? [`${of('Schema')}.${of('Relation Name')}`, ...below] : below;
}

/** As PostgreSQL last counted; null where it never did. */
async function rowsOnPostgres(table: string, by: OpenAdapter): Promise<number | null> {
  const quoted = table.split('.').map((part) => `"${part.replaceAll('"', '""')}"`);
  const sql = 'SELECT reltuples::float8 FROM pg_class WHERE oid = to_regclass($1)';
  const { rows } = await by.queryRaw({
    sql,
    args: [quoted.join('.')],
    argTypes: [{ scalarType: 'string', arity: 'scalar' }],
  });
  const count = Number(rows[0]?.[0] ?? -1);
  return count < 0 ? null : count;
}

/** `SCAN t` reads all of it, also along an index that gives an order and narrows nothing; `SEARCH t` does not. */
async function onSqlite({ columnNames, rows }: SqlAnswer, by: OpenAdapter): Promise<readonly WholeRead[]> {
  const detail = columnNames.indexOf('detail');
  const names = rows.flatMap(
    (row) => /^SCAN (?:TABLE )?([^\s()]+)(?! (?:VIRTUAL|ROW))/.exec(String(row[detail]))?.[1] ?? [],
  );
  const reads: WholeRead[] = [];
  for (const table of new Set(names)) {
    if (['SUBQUERY', 'CONSTANT'].includes(table)) continue;
    const sql = `SELECT count(*) FROM "${table.replaceAll('"', '""')}"`;
    const { rows: counted } = await by.queryRaw({ sql, args: [], argTypes: [] });
    reads.push({ table, estimatedRows: Number(counted[0]?.[0]) });
  }
  return reads;
}

function onMysql({ columnNames, rows }: SqlAnswer): readonly WholeRead[] {
  const at = (name: string) => columnNames.findIndex((column) => column.toLowerCase() === name);
  const [type, table, keys, count] = [at('type'), at('table'), at('possible_keys'), at('rows')];
  return rows.flatMap((row) =>
    row[type] === 'ALL' && (row[keys] === null || row[keys] === '')
      ? [{ table: String(row[table]), estimatedRows: Number(row[count]) }]
      : [],
  );
}
