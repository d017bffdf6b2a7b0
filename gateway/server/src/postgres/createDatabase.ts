import pg from 'pg';
import { errorCode } from './errorCode.ts';
import { messageOf } from './messageOf.ts';
import { StartFault } from './StartFault.ts';

const alreadyThere = ['42P04', '23505'];

/**
 * Makes the database `name` on the server of `adminUrl` if it has none of that name.
 *
 * @throws StartFault when the server cannot be reached or does not let us.
 */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Another replica may have made it between the two statements.
    if (alreadyThere.includes(errorCode(error))) return;
    throw new StartFault(
      `The database "${name}" could not be created on ${new URL(adminUrl).host}: ${messageOf(error)}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
