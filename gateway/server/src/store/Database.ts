import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../generated/prisma/client.ts';
import { errorCode } from '../postgres/errorCode.ts';

/**
 * The one pool of connections, seen two ways: Prisma where a row is a row, plain SQL where the work is on sets, locks or
 * one statement's snapshot.
 */
export type Database = Readonly<{
  pool: pg.Pool;
  prisma: PrismaClient;
  /** All of `work` or nothing of it; begun again when PostgreSQL gave way to another transaction (a deadlock). */
  transaction: <T>(work: (connection: pg.PoolClient) => Promise<T>) => Promise<T>;
  /**
   * As `transaction`, but after the commit the session goes on holding the advisory locks that `opening` took, until
   * `release`; for five seconds at most, should this process freeze. `opening` is SQL that runs first.
   */
  transactionHolding: <T>(
    opening: string,
    work: (connection: pg.PoolClient) => Promise<T>,
  ) => Promise<Readonly<{ result: T; release: () => Promise<void> }>>;
  close: () => Promise<void>;
}>;

export type DatabaseOptions = Readonly<{
  /** Connections at most, per replica. */
  poolSize?: number;
}>;

const gaveWay = ['40P01', '40001'];
const attempts = 5;

/** Opens no connection yet; the first query does. */
export function openDatabase(url: string, { poolSize = 10 }: DatabaseOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    onConnect: prepare,
  });
  // A connection lost while idle is replaced; the query that finds none says so.
  pool.on('error', () => undefined);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    transaction: (work) => again(() => once(pool, work)),
    transactionHolding: (opening, work) => again(() => onceHolding(pool, opening, work)),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * UTC: Prisma's adapter (7.10) drops the offset of an instant, whatever the time zone of the server. The time limits: a
 * replica that freezes inside a transaction must not keep its locks from the others.
 */
async function prepare(connection: pg.ClientBase): Promise<void> {
  // A connection lost in the middle of a transaction fails its query; it must not end the process as well.
  connection.on('error', () => undefined);
  await connection.query(
    "SET TIME ZONE 'UTC'; SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '10s'",
  );
}

async function again<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact();
    } catch (error) {
      if (attempt === attempts || !gaveWay.includes(errorCode(error))) throw error;
    }
  }
}

async function once<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    // Stated, not left to the server's default: the locks below rely on each statement seeing what is committed by then.
    await connection.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    const result = await work(connection);
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

async function onceHolding<T>(pool: pg.Pool, opening: string, work: (connection: pg.PoolClient) => Promise<T>) {
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
    await connection.query(`BEGIN ISOLATION LEVEL READ COMMITTED; SET idle_session_timeout = '5s'; ${opening}`);
    const result = await work(connection);
    await connection.query('COMMIT');
    return { result, release };
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    await release();
    throw error;
  }
}
