import pg from 'pg';
import { databaseNamed } from '../postgres/databaseNamed.ts';
import { messageOf } from '../postgres/messageOf.ts';
import { StartFault } from '../postgres/StartFault.ts';

/**
 * True where a hub has served over the database at `url`: it put its key on file (`firstKey`), or there are agencies, or something was
 * disclosed. Such a hub had keys. Also false where the database does not have a hub's tables yet.
 *
 * @throws StartFault when the database cannot be reached.
 */
export async function hasServed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const tables = await client.query<{ keyed: boolean }>(
      `SELECT to_regclass('first_key') IS NOT NULL AS keyed WHERE to_regclass('agency') IS NOT NULL AND to_regclass('ledger_head') IS NOT NULL`,
    );
    const [found] = tables.rows;
    if (!found) return false;
    const { rows } = await client.query<{ served: boolean }>(
      `SELECT EXISTS (SELECT FROM agency) OR EXISTS (SELECT FROM ledger_head WHERE seq > 0)
         ${found.keyed ? 'OR EXISTS (SELECT FROM first_key)' : ''} AS served`,
    );
    return rows[0]?.served ?? false;
  } catch (error) {
    throw new StartFault(`The database ${databaseNamed(url)} cannot be reached: ${messageOf(error)}.`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
