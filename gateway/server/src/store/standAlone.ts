import { randomUUID } from 'node:crypto';
import type { Database } from './Database.ts';

/**
 * Makes every record of the agency that has no client a client of its own: until workers decide otherwise, a record is a person no other
 * agency knows. Returns how many.
 */
export function standAlone({ transaction }: Database, agencyId: string): Promise<number> {
  return transaction(async (connection) => {
    const { rows } = await connection.query<{ handle: string }>(
      'SELECT handle FROM record WHERE agency_id = $1 AND client_id IS NULL ORDER BY number FOR UPDATE',
      [agencyId],
    );
    const values = [rows.map(({ handle }) => handle), rows.map(() => randomUUID())];
    await connection.query('INSERT INTO client (id) SELECT unnest($1::text[])', [values[1]]);
    await connection.query(
      `UPDATE record SET client_id = own.client_id
       FROM unnest($1::text[], $2::text[]) AS own (handle, client_id) WHERE record.handle = own.handle`,
      values,
    );
    return rows.length;
  });
}
