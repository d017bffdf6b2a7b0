import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { testPrograms } from '@accord/server/postgres/testPostgres';
import { migrate } from '@accord/server/store/migrate';

/** A PostgreSQL with one hub's database and nothing else, so that it can be stopped on its own. */
export type OwnPostgres = Readonly<{
  url: string;
  stop(): Promise<void>;
  /** Starts it again at the same address, with the data it had. */
  start(): Promise<void>;
  /** Stops it and removes all its data. */
  remove(): Promise<void>;
}>;

export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-own-'));
  await chmod(folder, 0o755);
  const options = { dir: join(folder, 'postgres'), programsIn: testPrograms() };
  let server = await startEmbedded(options);
  await createDatabase(server.adminUrl, 'hub');
  const url = server.url('hub');
  await migrate(url);
  return {
    url,
    stop: () => server.stop(),
    async start() {
      server = await startEmbedded({ ...options, port: Number(new URL(url).port) });
    },
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
