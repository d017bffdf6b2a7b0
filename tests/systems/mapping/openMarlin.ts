import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watched } from '@accord/kit/database/watched';
import { throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { createClient } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient as PostgresClient } from './generated/postgresql/client.ts';
import { PrismaClient } from './generated/sqlite/client.ts';
import { insertsOf, rowsOf } from './rows.ts';

/** Marlin's database with this many adults and as many children. `statementsOf` can watch the statements of `db`. */
export type OpenMarlin = Readonly<{
  db: PrismaClient;
  url: string;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}>;

export const engines = ['sqlite', 'postgresql'] as const;

/** Opens a new database of this engine in its own folder or server; `close` removes it. */
export async function openMarlin(engine: (typeof engines)[number], count: number): Promise<OpenMarlin> {
  const ddl = await readFile(new URL('existing.sql', import.meta.url), 'utf8');
  const filled = `${ddl}\n${insertsOf(rowsOf(count).tables)}`;
  return engine === 'sqlite' ? openSqlite(filled) : openPostgres(filled);
}

async function openSqlite(filled: string): Promise<OpenMarlin> {
  const folder = await mkdtemp(join(tmpdir(), 'marlin-'));
  const url = `file:${join(folder, 'marlin.db')}`;
  const run = async (sql: string): Promise<void> => {
    const client = createClient({ url });
    await client.executeMultiple(sql);
    client.close();
  };
  await run(filled);
  const db = new PrismaClient({ adapter: watched(new PrismaLibSql({ url })) });
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await rm(folder, { recursive: true, force: true });
  };
  return { db, url, run, close };
}

async function openPostgres(filled: string): Promise<OpenMarlin> {
  const server = await throwawayPostgres();
  const run = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await run(filled);
  const db = new PostgresClient({ adapter: watched(new PrismaPg({ connectionString: server.adminUrl })) });
  const close = async (): Promise<void> => {
    await db.$disconnect();
    await server.stop();
  };
  // Both have the same models, so a mapping can use either client in the same way.
  return { db: db as PrismaClient, url: server.adminUrl, run, close };
}
