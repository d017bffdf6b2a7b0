import type { Database } from './Database.ts';
import type { Links } from './links.ts';

/** The epochs of the partnership's linkage secret, which the hub knows by number only. It never has the secret. */
export function keyRoll({ pool, transaction }: Database): Pick<Links, 'keyEpochs' | 'beginKeyRoll' | 'finishKeyRoll'> {
  return {
    keyEpochs: async () => {
      const { rows } = await pool.query<{ current: number; next: number | null }>(
        'SELECT key_epoch AS current, next_epoch AS next FROM linkage_state WHERE id = 1',
      );
      const [epochs] = rows;
      if (epochs === undefined)
        throw new Error('The hub has lost its linkage state. Something other than the hub changed the database.');
      return epochs;
    },
    beginKeyRoll: async () => {
      const { rowCount } = await pool.query(
        'UPDATE linkage_state SET next_epoch = key_epoch + 1 WHERE id = 1 AND next_epoch IS NULL',
      );
      return rowCount === 1;
    },
    finishKeyRoll: () =>
      transaction(async (connection) => {
        const { rows } = await connection.query<{ epoch: number }>(
          `UPDATE linkage_state SET key_epoch = next_epoch, next_epoch = NULL WHERE id = 1 AND next_epoch IS NOT NULL
           RETURNING key_epoch AS epoch`,
        );
        const [rolled] = rows;
        if (rolled === undefined) return null;
        await connection.query(
          `UPDATE record SET slk = NULL, clk = NULL, aliases = NULL, parts = 0, sex_code = NULL, key_epoch = NULL,
             digest = NULL WHERE key_epoch IS DISTINCT FROM $1`,
          [rolled.epoch],
        );
        // Agencies whose keys were forgotten have to sync from the beginning: those records are in no list of changes.
        await connection.query(
          `UPDATE agency SET sync_cursor = NULL WHERE id IN
             (SELECT agency_id FROM record WHERE key_epoch IS NULL AND removed_at IS NULL)`,
        );
        const { rows: left } = await connection.query<{ count: string }>(
          'SELECT count(*) FROM record WHERE key_epoch IS NULL AND removed_at IS NULL',
        );
        return Number(left[0]?.count ?? 0);
      }),
  };
}
