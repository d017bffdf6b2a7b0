import type { Engine } from './Catalogue.ts';
import { readOnlyUrl } from './readOnlyUrl.ts';

/** How much of its agency's database one subgraph may use. */
export type DatabaseLimits = Readonly<{
  /** A statement that takes longer is abandoned, and the database stops it. */
  statementMs?: number;
  connections?: number;
}>;

type Access = 'READ' | 'WRITE';

const connectMs = 10_000;
export const usualDatabaseLimits = { statementMs: 2_000, connections: 8 };

/** The options of Prisma's driver adapter for each engine. */
type AdapterOptions = {
  postgresql: ReturnType<typeof postgresOptions>;
  mysql: ReturnType<typeof mysqlOptions>;
  sqlite: Readonly<{ url: string }>;
  sqlserver: string;
};

/**
 * The options of Prisma's driver adapter for reading an agency's database: `new PrismaPg(adapterOptions('postgresql',
 * url))`.
 *
 * Each statement has a time limit, after which the database itself stops it. Each session is read-only, which only makes a
 * mistake fail early: what restricts a subgraph to reading is its role (`assertReadOnly`). SQLite has no time limit and
 * cannot be stopped from here; there the answer's deadline has to do. The SQL Server options were written without a server
 * to try them on.
 *
 * `WRITE` is for the connection of a write mapping (`defineWrites`) only, under a role of its own.
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
    // The adapter applies `socketTimeout` to each request.
    sqlserver: () =>
      `${url.replace(/;\s*$/, '')};socketTimeout=${limits.statementMs ?? usualDatabaseLimits.statementMs}`,
  };
  return all[engine]();
}

function postgresOptions(url: string, { statementMs, connections }: Required<DatabaseLimits>, access: Access) {
  const server = new URL(url);
  // Otherwise the driver would use the URL's own options instead of these.
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
      // MariaDB and MySQL each run the line meant for them and skip the other as a comment.
      `/*M! SET SESSION max_statement_time = ${statementMs / 1000} */`,
      `/*!50708 SET SESSION max_execution_time = ${statementMs} */`,
    ],
  };
}
