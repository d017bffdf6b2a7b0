import { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { errorCode } from '../postgres/errorCode.ts';
import { DatabasePulse, dialMs, type PulseParts } from './DatabasePulse.ts';
import { isForReading } from './lacksConnection.ts';

/** The state of the connection pool at one moment: its connections, and how many statements wait for one. */
export type PoolState = Readonly<{ open: number; idle: number; waiting: number }>;

/**
 * The one connection pool, used in two ways: through Prisma where a row is a row, and with plain SQL where the work is about sets, locks or
 * a single statement's snapshot.
 */
export type Database = Readonly<{
  pool: pg.Pool;
  prisma: PrismaClient;
  /**
   * Runs all of `work` or nothing of it. It is run again when PostgreSQL rolled it back in favour of another transaction (a deadlock). It
   * is also run again, on another connection, when its own was opened while the database was read-only and the database has been seen to
   * take writes since.
   */
  transaction: <T>(work: (connection: pg.PoolClient) => Promise<T>) => Promise<T>;
  /**
   * Runs one statement as a transaction of its own, committed when this resolves; it is retried as `transaction` is. The session keeps the
   * advisory locks the statement took until `release`, which never rejects. The statement must set `idle_session_timeout`, so that the
   * locks are freed if this process freezes.
   */
  callHolding: <Row extends pg.QueryResultRow>(
    statement: pg.QueryConfig,
  ) => Promise<Readonly<{ rows: readonly Row[]; release: () => Promise<void> }>>;
  /** False while the database is known not to answer. Always true without `DatabaseOptions.pulse`. */
  isReached: () => boolean;
  /** True while the database, by its last answer, is read-only. Always false without a pulse. */
  isReadOnly: () => boolean;
  poolState: () => PoolState;
  close: () => Promise<void>;
}>;

export type DatabaseOptions = Readonly<{
  /** Maximum number of connections, not counting the one `pulse` uses. */
  poolSize?: number;
  /** How the database is watched. When it falls silent, everyone waiting for it gets the error of a lost connection at once. */
  pulse?: Omit<PulseParts, 'url'>;
}>;

const gaveWay = ['40P01', '40001'];
const attempts = 5;

/** Returns the database without connecting; the first query does. */
export function openDatabase(url: string, { poolSize = 10, pulse }: DatabaseOptions = {}): Database {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: dialMs,
    onConnect: prepare,
    stream() {
      const socket = keptAmong(sockets);
      // Fails at once while the database is known to be away, rather than after the dial timeout.
      if (watched?.isReached === false) process.nextTick(() => socket.destroy(away()));
      return socket;
    },
  });
  // A connection lost while idle is replaced. If that fails, the next query reports it.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const watched =
    pulse &&
    new DatabasePulse({ ...pulse, url }, () => {
      for (const socket of sockets) socket.destroy();
    });
  const writesAgain: WritesAgain = { sessions: poolSize, takesWrites: () => watched?.isReadOnly === false };
  return {
    pool,
    prisma,
    transaction: (work) => again(() => once(pool, work), writesAgain),
    callHolding: (statement) => again(() => onceHolding(pool, statement), writesAgain),
    isReached: () => watched?.isReached ?? true,
    isReadOnly: () => watched?.isReadOnly ?? false,
    poolState: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: async () => {
      await watched?.stop();
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Returns a new socket, which stays in the set for as long as it is open. */
function keptAmong(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  return socket;
}

/** The error of an unreachable host, as the operating system would report it: `lacksConnection` then knows that nothing was sent. */
const away = () =>
  Object.assign(new Error('the database does not answer, and no connection to it is opened'), { code: 'EHOSTUNREACH' });

/**
 * Sets up a session.
 *
 * - UTC: Prisma's adapter (7.10) drops the offset of an instant, whatever the server's time zone.
 * - Time limits: a replica that freezes inside a transaction must not keep its locks from the others.
 * - Isolation: stated rather than left to the server's default, because our locks rely on each statement seeing what is committed by then.
 */
async function prepare(connection: pg.ClientBase): Promise<void> {
  // A connection lost in the middle of a transaction fails its query; it must not end the process as well.
  connection.on('error', () => undefined);
  await connection.query(
    "SET TIME ZONE 'UTC'; SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '10s'; SET default_transaction_isolation = 'read committed'",
  );
}

/**
 * After a standby took over, any session in the pool may still be read-only. A session is given up when something fails in it for that
 * reason, so at most one retry per session is needed.
 */
type WritesAgain = Readonly<{ sessions: number; takesWrites: () => boolean }>;

async function again<T>(transact: () => Promise<T>, { sessions, takesWrites }: WritesAgain): Promise<T> {
  for (let attempt = 1, onlyRead = 0; ; ) {
    try {
      return await transact();
    } catch (error) {
      if (isForReading(error) && takesWrites() && onlyRead < sessions) onlyRead += 1;
      else if (gaveWay.includes(errorCode(error)) && attempt < attempts) attempt += 1;
      else throw error;
    }
  }
}

async function once<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // A read-only session is of no more use: it would fail its next user too, long after the database takes writes again.
    broken = isForReading(error);
    await connection.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

async function onceHolding<Row extends pg.QueryResultRow>(pool: pg.Pool, statement: pg.QueryConfig) {
  const connection = await pool.connect();
  const release = async (): Promise<void> => {
    try {
      await connection.query('SELECT pg_advisory_unlock_all(); SET idle_session_timeout = 0');
      connection.release();
    } catch {
      // Ends the session, and its locks with it.
      connection.release(true);
    }
  };
  try {
    const { rows } = await connection.query<Row>(statement);
    return { rows, release };
  } catch (error) {
    // A session's locks outlive a statement that fails. A read-only session is of no more use.
    if (isForReading(error)) connection.release(true);
    else await release();
    throw error;
  }
}
