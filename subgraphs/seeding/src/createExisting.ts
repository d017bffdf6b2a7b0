import { readFile } from 'node:fs/promises';
import type { InventedPartnership } from '@accord/people/InventedPerson';
import pg from 'pg';
import { insertRows, type Rows } from './insertRows.ts';

/** An agency's existing system on PostgreSQL: its name, its tables and what they hold. */
export type ExistingSystem = Readonly<{
  /** Name of the database. The reader's role is `<name>_reader`. */
  name: string;
  /** The vendor's own DDL. */
  ddl: URL;
  /** A table that no other system has, by which this system's database is recognised. */
  ownTable: string;
  /** Counts the records on file. */
  countSql: string;
  rows: (partnership: InventedPartnership) => Rows;
}>;

export type Existing = Readonly<{ records: number; created: boolean }>;

/**
 * Makes sure that an agency's existing database exists and is filled, and that its reader may read it and do nothing else.
 *
 * A database that holds records is kept unless it is to be replaced; only the reader's password and rights are set again. A
 * new one is filled under another name and renamed once it is complete, so a seed killed half-way leaves the old one or
 * none. Two seeds at once wait for each other. `adminUrl` is a superuser's URL of the server. Throws PostgreSQL's errors,
 * and one sentence where a database of that name belongs to something else.
 */
export async function createExisting(
  system: ExistingSystem,
  options: Readonly<{
    adminUrl: string;
    readerPassword: string;
    partnership: () => InventedPartnership;
    whenPresent: 'keep' | 'replace';
  }>,
): Promise<Existing> {
  const { adminUrl, readerPassword, partnership, whenPresent } = options;
  return await connected(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [system.name]);
    const created = !(await holdsRecords(admin, adminUrl, system)) || whenPresent === 'replace';
    if (created) await createFilled(admin, adminUrl, system, partnership());
    await admitReader(admin, adminUrl, system.name, readerPassword);
    const records = await inDatabase(adminUrl, system.name, async (database) => {
      const counted = await database.query(system.countSql);
      return Number(counted.rows[0].count);
    });
    return { records, created };
  });
}

/** The URL Accord reads from: the same server, the agency's database, its reader. */
export function readerUrl(adminUrl: string, name: string, readerPassword: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  url.username = readerOf(name);
  url.password = encodeURIComponent(readerPassword);
  return url.href;
}

const readerOf = (name: string): string => `${name}_reader`;

async function createFilled(
  admin: pg.Client,
  adminUrl: string,
  { name, ddl, rows }: ExistingSystem,
  partnership: InventedPartnership,
): Promise<void> {
  const unfinishedName = `${name}_unfinished`;
  await admin.query(`DROP DATABASE IF EXISTS ${unfinishedName} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${unfinishedName} TEMPLATE template0 ENCODING 'UTF8'`);
  await inDatabase(adminUrl, unfinishedName, async (database) => {
    await database.query('BEGIN');
    await database.query(await readFile(ddl, 'utf8'));
    await insertRows(database, rows(partnership));
    await database.query('COMMIT');
    await database.query('ANALYZE');
  });
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`ALTER DATABASE ${unfinishedName} RENAME TO ${name}`);
}

/** Whether the database holds records: false where it is missing or empty. Throws where it holds something else. */
async function holdsRecords(
  admin: pg.Client,
  adminUrl: string,
  { name, ownTable, countSql }: ExistingSystem,
): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) return false;
  return await inDatabase(adminUrl, name, async (database) => {
    const found = await database.query(
      `SELECT to_regclass($1) IS NOT NULL AS ours,
        EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS used`,
      [`public.${ownTable}`],
    );
    const { ours, used } = found.rows[0];
    if (!ours && used)
      throw new Error(`Database "${name}" holds tables that are not the agency's; rename it or use another server.`);
    return ours && Number((await database.query(countSql)).rows[0].count) > 0;
  });
}

/** Runs on every seed, so that a changed password or a newly added table takes effect. */
async function admitReader(admin: pg.Client, adminUrl: string, name: string, readerPassword: string): Promise<void> {
  const readerRole = readerOf(name);
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [readerRole]);
  await admin.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${readerRole}
    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(readerPassword)}`);
  await admin.query(`ALTER ROLE ${readerRole} SET default_transaction_read_only = on`);
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${readerRole}`);
  await inDatabase(adminUrl, name, async (database) => {
    await database.query(`GRANT USAGE ON SCHEMA public TO ${readerRole}`);
    await database.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${readerRole}`);
  });
}

async function inDatabase<Result>(
  adminUrl: string,
  name: string,
  work: (database: pg.Client) => Promise<Result>,
): Promise<Result> {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return await connected(url.href, work);
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  // Reports a server that stops between two queries. Nothing is lost: the next query fails with the reason.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
