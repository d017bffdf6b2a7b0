import { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { errorCode } from '../postgres/errorCode.ts';
import { DatabasePulse, dialMs, type PulseParts } from './DatabasePulse.ts';
import { isForReading } from './lacksConnection.ts';

/** The pool's connections at a moment, and how many statements wait for one. */
export type PoolState = Readonly<{ open: number; idle: number; waiting: number }>;

/**
 * The one pool of connections, seen two ways: Prisma where a row is a row, plain SQL where the work is on sets, locks or
 * one statement's snapshot.
 */
export type Database = Readonly<{
  pool: pg.Pool;
  prisma: PrismaClient;
  /**
   * All of `work` or nothing of it; begun again when PostgreSQL gave way to another transaction (a deadlock), and on another
   * connection when this one was opened while the database was only read and it has been seen to take writes since.
   */
  transaction: <T>(work: (connection: pg.PoolClient) => Promise<T>) => Promise<T>;
  /**
   * One statement that is a transaction of its own, committed when this resolves; begun again as `transaction` is. The session
   * goes on holding the advisory locks that it took until `release`, which never rejects. The statement sets
   * `idle_session_timeout`, so that they are given back should this process freeze.
   */
  callHolding: <Row extends pg.QueryResultRow>(
    statement: pg.QueryConfig,
  ) => Promise<Readonly<{ rows: readonly Row[]; release: () => Promise<void> }>>;
  /** False while the database is known not to answer. True where nobody looks (`DatabaseOptions.pulse`). */
  isReached: () => boolean;
  /** True while the database, as it last answered, only lets be read. False where nobody looks. */
  isReadOnly: () => boolean;
  poolState: () => PoolState;
  close: () => Promise<void>;
}>;

export type DatabaseOptions = Readonly<{
  /** Connections at most, beside the one that `pulse` takes. */
  poolSize?: number;
  /** How it is looked whether the database answers. When it falls silent, whoever waits for it is told at once that the connection is lost. */
  pulse?: Omit<PulseParts, 'url'>;
}>;

const gaveWay = ['40P01', '40001'];
const attempts = 5;

/** Opens no connection yet; the first query does. */
export function openDatabase(url: string, { poolSize = 10, pulse }: DatabaseOptions = {}): Database {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: dialMs,
    onConnect: prepare,
    stream() {
      const socket = keptAmong(sockets);
      // Whoever asks meanwhile is told at once, and not when dialling has taken too long.
      if (watched?.isReached === false) process.nextTick(() => socket.destroy(away()));
      return socket;
    },
  });
  // A connection lost while idle is replaced; the query that finds none says so.
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

/** A new socket that is among these for as long as it is open. */
function keptAmong(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  socket.once('close', () => sockets.delete(socket));
  return socket;
}

/** As the system says it where it knows (`lacksConnection`): nothing was sent. */
const away = () =>
  Object.assign(new Error('the database does not answer, and no connection to it is opened'), { code: 'EHOSTUNREACH' });

/**
 * UTC: Prisma's adapter (7.10) drops the offset of an instant, whatever the time zone of the server. The time limits: a
 * replica that freezes inside a transaction must not keep its locks from the others. The isolation is stated, not left to the
 * server's default: our locks rely on each statement seeing what is committed by then.
 */
async function prepare(connection: pg.ClientBase): Promise<void> {
  // A connection lost in the middle of a transaction fails its query; it must not end the process as well.
  connection.on('error', () => undefined);
  await connection.query(
    "SET TIME ZONE 'UTC'; SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '10s'; SET default_transaction_isolation = 'read committed'",
  );
}

/** After a standby took over, each session of the pool may be one that only reads; what failed in one has given it up. */
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
    // One that may only read is of no more use, or it would fail whoever gets it next, long after the database accepts writes again.
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
      // The session ends, and its locks with it.
      connection.release(true);
    }
  };
  try {
    const { rows } = await connection.query<Row>(statement);
    return { rows, release };
  } catch (error) {
    // What a session locked outlives a statement that failed; one that may only read is of no more use.
    if (isForReading(error)) connection.release(true);
    else await release();
    throw error;
  }
}
