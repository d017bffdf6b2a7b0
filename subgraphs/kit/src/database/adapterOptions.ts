import type { Engine } from './Catalogue.ts';
import { readOnlyUrl } from './readOnlyUrl.ts';

/** What one subgraph may take of its agency's database. */
export type DatabaseLimits = Readonly<{
  /** After this a statement is given up, and the database stops it. */
  statementMs?: number;
  connections?: number;
}>;

type Access = 'READ' | 'WRITE';

const connectMs = 10_000;
export const usualDatabaseLimits = { statementMs: 2_000, connections: 8 };

/** What Prisma's driver adapter of each engine is given. */
type AdapterOptions = {
  postgresql: ReturnType<typeof postgresOptions>;
  mysql: ReturnType<typeof mysqlOptions>;
  sqlite: Readonly<{ url: string }>;
  sqlserver: string;
};

/**
 * The options of Prisma's driver adapter for reading an agency's database: `new PrismaPg(adapterOptions('postgresql', url))`.
 *
 * Each statement has its time, after which the database itself ends it; each session is for reading, which only makes a slip fail
 * early: what holds a subgraph to reading is its role (`assertReadOnly`). SQLite has no limit of time, and its work cannot be
 * stopped from here: there the deadline of the answer has to do. Written for SQL Server without one to try it on.
 *
 * `WRITE` is for the connection of a write mapping (`defineWrites`) and nothing else, under a role of its own.
 */
export function adapterOptions<Kind extends Engine>(
  engine: Kind,
  url: string,
  limits: DatabaseLimits = {},
  access: Access = 'READ',
): AdapterOptions[Kind] {
  const all: { [Each in Engine]: () => AdapterOptions[Each] } = {
    postgresql: () => postgresOptions(url, { ...usualDatabaseLimits, ...limits }, access),
    mysql: () => mysqlOptions(url, { ...usualDatabaseLimits, ...limits }, access),
    sqlite: () => ({ url: access === 'READ' ? readOnlyUrl(url) : url }),
    // The adapter reads `socketTimeout` as the time of one request.
    sqlserver: () =>
      `${url.replace(/;\s*$/, '')};socketTimeout=${limits.statementMs ?? usualDatabaseLimits.statementMs}`,
  };
  return all[engine]();
}

function postgresOptions(url: string, { statementMs, connections }: Required<DatabaseLimits>, access: Access) {
  const server = new URL(url);
  // The driver would take the address's own options instead of these.
  const own = server.searchParams.get('options');
  server.searchParams.delete('options');
  const readOnly = access === 'READ' ? 'on' : 'off';
  const ours = `-c default_transaction_read_only=${readOnly} -c statement_timeout=${statementMs}`;
  return {
    connectionString: server.href,
    options: own === null ? ours : `${own} ${ours}`,
    max: connections,
    connectionTimeoutMillis: connectMs,
  };
}

function mysqlOptions(url: string, { statementMs, connections }: Required<DatabaseLimits>, access: Access) {
  const server = new URL(url);
  return {
    host: server.hostname,
    port: server.port === '' ? 3306 : Number(server.port),
    user: decodeURIComponent(server.username),
    password: decodeURIComponent(server.password),
    database: decodeURIComponent(server.pathname.slice(1)),
    connectionLimit: connections,
    connectTimeout: connectMs,
    acquireTimeout: connectMs,
    initializationTimeout: connectMs,
    initSql: [
      `SET SESSION TRANSACTION READ ${access === 'READ' ? 'ONLY' : 'WRITE'}`,
      // MariaDB and MySQL each read the line that is theirs, and skip the other's as a comment.
      `/*M! SET SESSION max_statement_time = ${statementMs / 1000} */`,
      `/*!50708 SET SESSION max_execution_time = ${statementMs} */`,
    ],
  };
}
