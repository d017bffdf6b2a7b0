import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '@accord/server/postgres/createDatabase';
import { startEmbedded } from '@accord/server/postgres/embedded';
import { migrate } from '@accord/server/store/migrate';
import { openStore, type Store } from '@accord/server/store/Store';
import pg from 'pg';

/** A real PostgreSQL and a folder, for one test file. */
export type TestServer = Readonly<{
  adminUrl: string;
  folder: string;
  /** An empty database of this version's schema, nobody else's. */
  freshDatabase(): Promise<string>;
  /** A store on one. */
  freshStore(): Promise<Store>;
  /** In every store of this server, as the database's owner, past the hub. */
  sql(text: string): Promise<void>;
  /** Forgets everybody in every store of this server, and what was told of them; the agencies stay. */
  forgetEverybody(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Starts the server; everything it makes goes away with it. */
export async function testServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-tests-'));
  await chmod(folder, 0o755);
  const server = await startEmbedded({ dir: join(folder, 'postgres'), durable: false });
  await createDatabase(server.adminUrl, 'hub_template');
  await migrate(server.url('hub_template'));
  const open: Store[] = [];
  const made: string[] = [];
  const freshDatabase = async (): Promise<string> => {
    const name = `hub_${made.length}`;
    made.push(name);
    const admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE hub_template`);
    await admin.end();
    return server.url(name);
  };
  const sql = async (text: string): Promise<void> => {
    for (const name of made) {
      const owner = new pg.Client({ connectionString: server.url(name) });
      await owner.connect();
      await owner.query(text);
      await owner.end();
    }
  };
  return {
    adminUrl: server.adminUrl,
    folder,
    freshDatabase,
    async freshStore() {
      const store = openStore(await freshDatabase());
      open.push(store);
      return store;
    },
    sql,
    // The ledger refuses to be emptied; only its owner can get round that, as here.
    forgetEverybody: () =>
      sql(`SET session_replication_role = replica;
        TRUNCATE client, client_merge, record, link_decision, consent, fact, glass, consent_request, notice, link_pair, ledger_entry, ledger_checkpoint;
        UPDATE ledger_head SET seq = 0, hash = repeat('0', 64)`),
    async stop() {
      await Promise.all(open.map((store) => store.close()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
