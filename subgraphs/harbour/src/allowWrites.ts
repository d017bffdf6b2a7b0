import { readFile } from 'node:fs/promises';
import pg from 'pg';

const role = 'harbour_alerts';

/**
 * Lets Accord write alerts into HarbourCare: creates a role that can write those tables and no others (`writes.sql`). The
 * database's owner runs it once. Returns the URL to set as ACCORD_WRITER_URL. Throws PostgreSQL's errors.
 */
export async function allowWrites(ownerUrl: string, password: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    await owner.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role}
      LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)}`);
    await owner.query(
      `DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${role}', current_database()); END $$`,
    );
    const sql = await readFile(new URL('../writes.sql', import.meta.url), 'utf8');
    await owner.query(sql.replaceAll(':writer', role));
  } finally {
    await owner.end();
  }
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
