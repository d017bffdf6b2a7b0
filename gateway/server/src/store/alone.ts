import type { Database } from './Database.ts';

/** Our locks among those of a PostgreSQL server, by what is done under them. */
const locks = { compareRecords: 0x0acc04f, makeCheckpoint: 0x0acc050 } as const;

/** Runs `work` while no other replica, and no other process of one, does the same; where one does, gives null at once. */
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
