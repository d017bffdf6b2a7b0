import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { InputFault } from '../command/InputFault.ts';
import { adapterOptions } from './adapterOptions.ts';
import type { Engine } from './Catalogue.ts';
import type { Connection, SqlRow, SqlValue } from './Connection.ts';
import { connectionFault } from './connectionFault.ts';
import { sqlitePath } from './readOnlyUrl.ts';

/** What of Prisma's driver adapters is used: each connects and answers SQL with names and rows. */
type Factory = Readonly<{ connect(): Promise<Adapter> }>;
type Adapter = Readonly<{
  queryRaw(
    query: Readonly<{ sql: string; args: SqlValue[]; argTypes: { scalarType: 'string' | 'int'; arity: 'scalar' }[] }>,
  ): Promise<Readonly<{ columnNames: readonly string[]; rows: readonly (readonly unknown[])[] }>>;
  dispose(): Promise<void>;
}>;

export type ConnectionLimits = Readonly<{
  /** After this a statement is given up; 20 seconds unless told otherwise. SQLite has none. */
  statementMs?: number;
}>;

/**
 * Opens a connection for reading over Prisma's own driver adapter, which the agency has installed for its client.
 *
 * `url` is as in `DATABASE_URL`; for SQLite a path or `file:` URL. Read-only as far as the engine can be told so: PostgreSQL and
 * MySQL per session, SQLite by the way the file is opened; on SQL Server only the role can see to that. Throws one sentence
 * (`InputFault`) where the adapter is not installed or the database does not answer. Written for SQL Server without one to try it on.
 */
export async function openConnection(
  engine: Engine,
  url: string,
  { statementMs = 20_000 }: ConnectionLimits = {},
): Promise<Connection> {
  const adapter = await openAdapter(engine, url, statementMs);
  const rows = async (sql: string, values: readonly SqlValue[] = []): Promise<readonly SqlRow[]> => {
    const found = await adapter.queryRaw({
      sql,
      args: [...values],
      argTypes: values.map((value) => ({
        scalarType: typeof value === 'number' ? ('int' as const) : ('string' as const),
        arity: 'scalar' as const,
      })),
    });
    return found.rows.map((row) => Object.fromEntries(found.columnNames.map((name, place) => [name, row[place]])));
  };
  try {
    // Of SQLite it is the first look into the file that says whether it is a database.
    await rows(engine === 'sqlite' ? 'SELECT count(*) AS yes FROM sqlite_schema' : 'SELECT 1 AS yes');
  } catch (error) {
    await adapter.dispose().catch(() => {});
    throw await connectionFault(error, engine, url);
  }
  return { engine, rows, close: () => adapter.dispose() };
}

async function openAdapter(engine: Engine, url: string, statementMs: number): Promise<Adapter> {
  const factory = await factoryOf(engine, url, statementMs);
  try {
    if (engine === 'mysql') await tryMysql(url);
    return await factory.connect();
  } catch (error) {
    throw await connectionFault(error, engine, url);
  }
}

async function factoryOf(engine: Engine, url: string, statementMs: number): Promise<Factory> {
  const limits = { statementMs, connections: 2 };
  switch (engine) {
    case 'postgresql': {
      const { PrismaPg } = await installed('@prisma/adapter-pg', () => import('@prisma/adapter-pg'));
      const { options, ...pool } = adapterOptions('postgresql', urlOf(url), limits);
      const quiet = { onPoolError: () => {}, onConnectionError: () => {} };
      return new PrismaPg({ ...pool, options: `${options} -c DateStyle=ISO` }, quiet);
    }
    case 'mysql': {
      // As the agency's program reads: Prisma's adapter by itself fails on a time of `0000-00-00`.
      const { mariaDb } = await installed('@prisma/adapter-mariadb', () => import('./mariaDb.ts'));
      return mariaDb(urlOf(url), limits);
    }
    case 'sqlite': {
      const { PrismaLibSql } = await installed('@prisma/adapter-libsql', () => import('@prisma/adapter-libsql'));
      return new PrismaLibSql({ ...adapterOptions('sqlite', await fileThatIsThere(url)), intMode: 'bigint' });
    }
    case 'sqlserver': {
      const { PrismaMssql } = await installed('@prisma/adapter-mssql', () => import('@prisma/adapter-mssql'));
      return sqlServerAdapter(() => new PrismaMssql(adapterOptions('sqlserver', url, limits)));
    }
    default:
      throw engine satisfies never;
  }
}

async function installed<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const missing =
      error !== null && typeof error === 'object' && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!missing) throw error;
    throw new InputFault(`Reading this database needs a package that is not installed: npm install ${name}@7.10.0`);
  }
}

function sqlServerAdapter(make: () => Factory): Factory {
  try {
    return make();
  } catch (error) {
    // The adapter's words may repeat the connection, with its password.
    throw new InputFault(
      'The connection is not one to SQL Server. Write it as sqlserver://host:1433;database=…;user=…;password=…;encrypt=true.',
      { cause: error },
    );
  }
}

function urlOf(text: string): string {
  if (URL.canParse(text)) return text;
  throw new InputFault('The connection is not a URL. Write it as engine://user:password@host:port/database.');
}

/**
 * Connects once, by the driver that the adapter brings: the adapter's pool would try again and again where the password is wrong, and
 * in the end say that it took too long.
 */
async function tryMysql(url: string): Promise<void> {
  const adapter = createRequire(import.meta.url).resolve('@prisma/adapter-mariadb');
  const driver: Readonly<{ createConnection(server: object): Promise<Readonly<{ end(): Promise<void> }>> }> =
    createRequire(adapter)('mariadb');
  const { host, port, user, password, database, connectTimeout } = adapterOptions('mysql', urlOf(url));
  const connection = await driver.createConnection({ host, port, user, password, database, connectTimeout });
  await connection.end();
}

async function fileThatIsThere(text: string): Promise<string> {
  const path = sqlitePath(text);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new InputFault(`There is no file ${path}. Name the SQLite file to read.`);
  return path;
}
