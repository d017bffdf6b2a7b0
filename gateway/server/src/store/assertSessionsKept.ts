import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

type Session = Pick<Client, 'query'>;

/** A second attempt covers the case that somebody else took or returned one of the pooler's connections meanwhile. */
const attempts = 2;

/**
 * Throws where a pooler shares a PostgreSQL connection between clients, one transaction each (PgBouncer: `pool_mode = transaction`). The
 * hub's session locks would then stay behind in somebody else's session: a withdrawal would not wait for the answers under way, and the
 * next hub to start would wait for ever.
 *
 * Whichever connection such a pooler hands out next gives it away: if it is the marked one, the other session finds the mark; if not, the
 * marked session misses it.
 *
 * @param marked - connected. @param another - makes a session that is not connected yet; it is connected and ended here.
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
      // Inside a transaction it keeps the connection it was given until it is ended.
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
