import { readFile } from 'node:fs/promises';
import type { InventedPartnership } from '@accord/people/InventedPerson';
import pg from 'pg';
import { fill } from './fill.ts';

const databaseName = 'harbour';
const unfinishedName = 'harbour_unfinished';
const readerRole = 'harbour_reader';

export type Existing = Readonly<{ records: number; created: boolean }>;

/**
 * Makes sure that Harbour's existing database is there, filled, and that `harbour_reader` may read it and nothing else.
 *
 * A database that holds clients is left as it is unless it is to be replaced; only the reader's password and rights are
 * set again. A new one is filled under another name and gets its own once it is whole, so a seed killed half-way leaves
 * the old one or none. Two seeds at once wait for each other. `adminUrl` is a superuser's URL of the server.
 * Throws what PostgreSQL says, and one sentence where a database called "harbour" belongs to something else.
 */
export async function createExisting(
  options: Readonly<{
    adminUrl: string;
    readerPassword: string;
    partnership: () => InventedPartnership;
    whenPresent: 'keep' | 'replace';
  }>,
): Promise<Existing> {
  const { adminUrl, readerPassword, partnership, whenPresent } = options;
  return await connected(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [databaseName]);
    const created = !(await holdsClients(admin, adminUrl)) || whenPresent === 'replace';
    if (created) await createFilled(admin, adminUrl, partnership());
    await admitReader(admin, adminUrl, readerPassword);
    const records = await inDatabase(adminUrl, databaseName, async (database) => {
      const counted = await database.query('SELECT count(*)::int AS records FROM client WHERE deleted_at IS NULL');
      return Number(counted.rows[0].records);
    });
    return { records, created };
  });
}

/** The URL by which Accord reads: the same server, Harbour's database, its reader. */
export function readerUrl(adminUrl: string, readerPassword: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${databaseName}`;
  url.username = readerRole;
  url.password = encodeURIComponent(readerPassword);
  return url.href;
}

async function createFilled(admin: pg.Client, adminUrl: string, partnership: InventedPartnership): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${unfinishedName} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${unfinishedName} TEMPLATE template0 ENCODING 'UTF8'`);
  await inDatabase(adminUrl, unfinishedName, async (database) => {
    await database.query('BEGIN');
    await database.query(await readFile(new URL('../existing.sql', import.meta.url), 'utf8'));
    await fill(database, partnership);
    await database.query('COMMIT');
    await database.query('ANALYZE');
  });
  await admin.query(`DROP DATABASE IF EXISTS ${databaseName} WITH (FORCE)`);
  await admin.query(`ALTER DATABASE ${unfinishedName} RENAME TO ${databaseName}`);
}

/** False where there is no such database or an empty one; throws where it is full of something else. */
async function holdsClients(admin: pg.Client, adminUrl: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
  if (rowCount === 0) return false;
  return await inDatabase(adminUrl, databaseName, async (database) => {
    const found = await database.query(`SELECT to_regclass('public.case_note') IS NOT NULL AS ours,
      EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS used`);
    const { ours, used } = found.rows[0];
    if (!ours && used) {
      throw new Error(
        `Database "${databaseName}" holds tables that are not Harbour’s; rename it or use another server.`,
      );
    }
    return ours && (await database.query('SELECT FROM client LIMIT 1')).rowCount === 1;
  });
}

/** Every time, so that a changed password or a table added since holds. */
async function admitReader(admin: pg.Client, adminUrl: string, readerPassword: string): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [readerRole]);
  await admin.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${readerRole}
    LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(readerPassword)}`);
  await admin.query(`ALTER ROLE ${readerRole} SET default_transaction_read_only = on`);
  await admin.query(`REVOKE ALL ON DATABASE ${databaseName} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${databaseName} TO ${readerRole}`);
  await inDatabase(adminUrl, databaseName, async (database) => {
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
  // A server that stops between two queries says so here; the next query fails with the reason, so nothing is lost.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
