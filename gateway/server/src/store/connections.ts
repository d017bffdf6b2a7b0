import type { Database } from './Database.ts';

/** A connection an agency dialled. Its id is that of the dial. */
export type NewConnection = Readonly<{
  id: string;
  agencyId: string;
  /** Where other replicas reach the replica that holds it; null: nowhere. */
  replica: string | null;
}>;

/** Records which replica holds which agency's connection. Times are the database's own, so the replicas' clocks need not agree. */
export type Connections = Readonly<{
  /** @returns false, and changes nothing, where this id was on file before: the dial is being replayed. */
  put: (connection: NewConnection) => Promise<boolean>;
  /** Records that these connections are still held. */
  seen: (ids: readonly string[]) => Promise<void>;
  end: (ids: readonly string[]) => Promise<void>;
  /** Addresses of the replicas that hold a connection of the agency, most recently seen first. */
  replicasOf: (agencyId: string) => Promise<readonly string[]>;
}>;

/** After this long without being seen, in milliseconds, a connection is not relied on. Replicas report every five seconds. */
export const staleAfterMs = 15_000;
const staleAfter = `${staleAfterMs} milliseconds`;
/** Longer than any dial is valid: as long as it is on file it cannot be replayed. */
const keptFor = '10 minutes';

export function connections({ pool }: Pick<Database, 'pool'>): Connections {
  return {
    put: async ({ id, agencyId, replica }) => {
      await pool.query('DELETE FROM agency_connection WHERE last_seen < now() - $1::interval', [keptFor]);
      const { rowCount } = await pool.query(
        'INSERT INTO agency_connection (id, agency_id, replica) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
        [id, agencyId, replica],
      );
      return rowCount === 1;
    },
    seen: async (ids) => {
      await pool.query('UPDATE agency_connection SET last_seen = now() WHERE id = ANY($1)', [ids]);
    },
    end: async (ids) => {
      await pool.query('UPDATE agency_connection SET ended_at = now() WHERE id = ANY($1)', [ids]);
    },
    replicasOf: async (agencyId) => {
      const { rows } = await pool.query<{ replica: string }>(
        `SELECT replica FROM agency_connection
         WHERE agency_id = $1 AND replica IS NOT NULL AND ended_at IS NULL AND last_seen > now() - $2::interval
         GROUP BY replica ORDER BY max(last_seen) DESC, replica`,
        [agencyId, staleAfter],
      );
      return rows.map(({ replica }) => replica);
    },
  };
}
