import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

type Session = Pick<Client, 'query'>;

/** Twice, where somebody else took or left a connection of the pooler meanwhile. */
const attempts = 2;

/**
 * Throws where a pooler gives a connection to PostgreSQL to several of whom it serves, a transaction each (PgBouncer:
 * `pool_mode = transaction`). What a session locks would stay behind in another's: a withdrawal would not wait for the answers under
 * way, and the next hub that starts would wait for ever.
 *
 * Whichever connection such a pooler gives next, it shows: where it is the marked one, another session finds the mark; else its own misses it.
 *
 * @param marked - connected. @param another - makes one that is not; it is connected, and ended.
 */
export async function assertSessionsKept(
  marked: Session,
  another: () => Session & Pick<Client, 'connect' | 'end'>,
): Promise<void> {
  const mark = randomUUID();
  await marked.query(`SELECT set_config('accord.session', $1, false)`, [mark]);
  const others: Pick<Client, 'end'>[] = [];
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const other = another();
      others.push(other);
      await other.connect();
      // What it was given it keeps, until it is ended.
      await other.query('BEGIN');
      if ((await markOf(other)) === mark || (await markOf(marked)) !== mark)
        throw new Error(
          'the pooler in front of it gives each transaction another session, but the hub keeps locks in its own. Set it to pool sessions (PgBouncer: pool_mode = session), or point DATABASE_URL at PostgreSQL itself',
        );
    }
  } finally {
    await Promise.all(others.map((other) => other.end().catch(() => undefined)));
  }
}

async function markOf(session: Session): Promise<string | null> {
  const { rows } = await session.query<{ mark: string | null }>(
    `SELECT current_setting('accord.session', true) AS mark`,
  );
  return rows[0]?.mark ?? null;
}
