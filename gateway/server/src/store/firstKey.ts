import type { Database } from './Database.ts';

/** A key that signs for a hub: its id, and its name by its thumbprint. */
export type NamedKey = Readonly<{ kid: string; key: string }>;

/**
 * Returns the key with which a hub first served over this database: the one given, if none has. Of two hubs that start at once, one is
 * first for both.
 */
export async function firstKey({ pool }: Pick<Database, 'pool'>, { kid, key }: NamedKey): Promise<NamedKey> {
  const { rows } = await pool.query<NamedKey>('SELECT kid, key FROM first_key');
  if (rows[0]) return rows[0];
  await pool.query('INSERT INTO first_key (id, kid, key) VALUES (1, $1, $2) ON CONFLICT (id) DO NOTHING', [kid, key]);
  const { rows: first } = await pool.query<NamedKey>('SELECT kid, key FROM first_key');
  return first[0] ?? { kid, key };
}
