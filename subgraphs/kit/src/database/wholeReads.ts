import type { HeardStatement, OpenAdapter, SqlAnswer, SqlStatement } from './watched.ts';

/** A table that the database reads from end to end to answer a statement, because no index leads to the rows. */
export type WholeRead = Readonly<{
  table: string;
  /** The engine's estimate; null where it has none. */
  estimatedRows: number | null;
}>;

/**
 * The tables that a statement reads whole, by the engine's own plan (`EXPLAIN`); the statement itself is not run.
 *
 * PostgreSQL reads small tables whole even where there is an index, so it is asked for the plan it would use if that were
 * too expensive. Undefined for an engine whose plan cannot be requested in a single statement (SQL Server), and where the
 * engine returned none.
 */
export async function wholeReads({ statement, by }: HeardStatement): Promise<readonly WholeRead[] | undefined> {
  try {
    if (by.provider === 'postgres') return await onPostgres(statement, by);
    if (by.provider === 'sqlite')
      return await onSqlite(statement, await explained('EXPLAIN QUERY PLAN', statement, by), by);
    if (by.provider === 'mysql') return onMysql(await explained('EXPLAIN', statement, by));
  } catch {
    // A plan is only a help, so what cannot be explained is not judged.
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
    const reads = new Map<string, WholeRead>();
    for (const scan of scansIn(typeof told === 'string' ? JSON.parse(told) : told)) {
      const estimatedRows = await rowsOnPostgres(scan.table, transaction);
      if (!endsEarly(scan, estimatedRows)) reads.set(scan.table, { table: scan.table, estimatedRows });
    }
    return [...reads.values()];
  } finally {
    await transaction.executeRaw({ sql: 'ROLLBACK', args: [], argTypes: [] }).catch(() => {});
    await transaction.rollback().catch(() => {});
  }
}

/**
 * A scan that no condition narrows. `limited`: a limit ends it; `keeps`: how many rows its filter leaves, null without a
 * filter.
 */
type Scan = Readonly<{ table: string; limited: boolean; keeps: number | null }>;

/** The scans in a plan that would read a table whole: sequential scans, and index scans that no condition narrows. */
function scansIn(plan: unknown, limited = false): readonly Scan[] {
  if (Array.isArray(plan)) return plan.flatMap((one) => scansIn(one, limited && !isInner(one)));
  if (typeof plan !== 'object' || plan === null) return [];
  const of = (name: string): unknown => Reflect.get(plan, name);
  const kind = String(of('Node Type'));
  const passesOn = kind === 'Limit' || (limited && inOrder.has(kind));
  const below = [of('Plan'), of('Plans')].flatMap((one) => scansIn(one, passesOn));
  const whole = kind === 'Seq Scan' || (/^Index (Only )?Scan/.test(kind) && of('Index Cond') === undefined);
  if (!whole) return below;
  const keeps = of('Filter') === undefined ? null : Number(of('Plan Rows'));
  return [{ table: `${of('Schema')}.${of('Relation Name')}`, limited, keeps }, ...below];
}

/** Nodes that pass rows on one by one, so that a limit above them ends the scan below. */
const inOrder: ReadonlySet<string> = new Set(['Result', 'Subquery Scan', 'LockRows', 'Nested Loop']);
/** True for the side of a join that is read again for each row of the other. */
const isInner = (plan: unknown): boolean => Reflect.get(Object(plan), 'Parent Relationship') === 'Inner';

/** A page of people read along their key ends with the page, unless most rows are skipped on the way. */
const endsEarly = ({ limited, keeps }: Scan, rows: number | null): boolean =>
  limited && (keeps === null || (rows !== null && keeps * 2 > rows));

/** PostgreSQL's last row estimate; null where it has none. */
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

/** `SCAN t` reads all of it, even along an index that gives an order and narrows nothing; `SEARCH t` does not. */
async function onSqlite(
  statement: SqlStatement,
  { columnNames, rows }: SqlAnswer,
  by: OpenAdapter,
): Promise<readonly WholeRead[]> {
  const detail = columnNames.indexOf('detail');
  const isSorted = rows.some((row) => String(row[detail]).startsWith('USE TEMP B-TREE'));
  const names = rows.flatMap(
    (row) => /^SCAN (?:TABLE )?([^\s()]+)(?! (?:VIRTUAL|ROW))/.exec(String(row[detail]))?.[1] ?? [],
  );
  const reads: WholeRead[] = [];
  // The outermost table is the one the page is from; inner ones are read for each of its rows.
  const counted = !isSorted && isPage(statement) ? names.slice(1) : names;
  for (const table of new Set(counted)) {
    if (['SUBQUERY', 'CONSTANT'].includes(table)) continue;
    const sql = `SELECT count(*) FROM "${table.replaceAll('"', '""')}"`;
    const { rows: count } = await by.queryRaw({ sql, args: [], argTypes: [] });
    reads.push({ table, estimatedRows: Number(count[0]?.[0]) });
  }
  return reads;
}

/**
 * Whether a statement asks for a page of all rows, and not for particular ones: SQLite's plan does not show that it ends
 * with the page. Prisma writes a list without a limit as a page of -1.
 */
function isPage({ sql, args }: SqlStatement): boolean {
  const limit = /\bLIMIT\s+(\?|-?\d+)(?:\s+OFFSET\s+\S+)?\s*$/i.exec(sql);
  if (!limit || /\bIN\s*\(/i.test(sql)) return false;
  const length = limit[1] === '?' ? args[sql.slice(0, limit.index).split('?').length - 1] : limit[1];
  return Number(length) >= 0;
}

/** A page along an index is not `ALL` in the plan, and so is not counted. */
function onMysql({ columnNames, rows }: SqlAnswer): readonly WholeRead[] {
  const at = (name: string) => columnNames.findIndex((column) => column.toLowerCase() === name);
  const [type, table, keys, count] = [at('type'), at('table'), at('possible_keys'), at('rows')];
  return rows.flatMap((row) =>
    row[type] === 'ALL' && (row[keys] === null || row[keys] === '')
      ? [{ table: String(row[table]), estimatedRows: Number(row[count]) }]
      : [],
  );
}
