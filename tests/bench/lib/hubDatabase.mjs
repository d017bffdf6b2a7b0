// A hub's database on its own PostgreSQL in its own folder, for benchmarks of what the hub stores.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { migrate } from '@accord/server/store/migrate';
import { openStore } from '@accord/server/store/Store';
import pg from 'pg';

/** Calls `use` with the hub's own store and a pool of `connections`, and removes everything afterwards. */
export async function withHubDatabase(connections, use) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dir: join(folder, 'postgres') });
  let store;
  let pool;
  try {
    await createDatabase(server.adminUrl, 'hub');
    await migrate(server.url('hub'));
    store = openStore(server.url('hub'));
    pool = new pg.Pool({ connectionString: server.url('hub'), max: connections });
    await use({ store, pool });
  } finally {
    await pool?.end();
    await store?.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
