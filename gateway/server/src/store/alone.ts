import type { Database } from './Database.ts';

/** Our advisory locks, by what is done while they are held; the numbers keep them apart from other locks of the same server. */
const locks = { compareRecords: 0x0acc04f, makeCheckpoint: 0x0acc050 } as const;

/** Runs `work` unless another replica, or another process of one, is doing the same; then returns null at once. */
export async function alone<Result>(
  { pool }: Pick<Database, 'pool'>,
  what: keyof typeof locks,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const connection = await pool.connect();
  try {
    const { rows } = await connection.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [locks[what]]);
    if (rows[0]?.got !== true) return null;
    try {
      return await work();
    } finally {
      await connection.query('SELECT pg_advisory_unlock($1)', [locks[what]]);
    }
  } finally {
    connection.release();
  }
}
