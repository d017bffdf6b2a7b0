import pg from 'pg';
import { errorCode } from './errorCode.ts';
import { messageOf } from './messageOf.ts';
import { StartFault } from './StartFault.ts';

const alreadyThere = ['42P04', '23505'];

/**
 * Creates the database `name` on the server of `adminUrl` unless it exists.
 *
 * @throws StartFault when the server cannot be reached or refuses.
 */
export async function createDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Another replica may have created it between the two statements.
    if (alreadyThere.includes(errorCode(error))) return;
    throw new StartFault(
      `The database "${name}" could not be created on ${new URL(adminUrl).host}: ${messageOf(error)}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
