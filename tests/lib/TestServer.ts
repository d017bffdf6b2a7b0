import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@accord/server/store/Store';
import pg from 'pg';
import { hubTemplate, startPrepared } from './preparedServer.ts';

/** A real PostgreSQL with the agencies' own databases, and a folder, for one test file. */
export type TestServer = Readonly<{
  adminUrl: string;
  folder: string;
  /** Creates an empty database with this version's schema, for this caller only. */
  freshDatabase(): Promise<string>;
  /** A store on a fresh database. */
  freshStore(): Promise<Store>;
  /** The addresses of the databases made so far, oldest first. */
  databases(): readonly string[];
  /** Runs SQL in every store of this server as the database's owner, bypassing the hub. */
  sql(text: string): Promise<void>;
  /** Removes everybody, and all that was said or disclosed about them, from every store of this server; the agencies stay. */
  forgetEverybody(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Starts the server. Everything it makes is removed when it stops. */
export async function testServer(): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-tests-'));
  await chmod(folder, 0o755);
  const server = await startPrepared(folder);
  const open: Store[] = [];
  const made: string[] = [];
  const freshDatabase = async (): Promise<string> => {
    const name = `hub_${made.length}`;
    made.push(name);
    const admin = new pg.Client({ connectionString: server.adminUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${hubTemplate}`);
    await admin.end();
    return server.url(name);
  };
  const sql = async (text: string): Promise<void> => {
    for (const name of made) {
      const owner = new pg.Client({ connectionString: server.url(name) });
      await owner.connect();
      try {
        await owner.query(text);
      } finally {
        await owner.end();
      }
    }
  };
  return {
    adminUrl: server.adminUrl,
    folder,
    freshDatabase,
    databases: () => made.map((name) => server.url(name)),
    async freshStore() {
      const store = openStore(await freshDatabase());
      open.push(store);
      return store;
    },
    sql,
    // The ledger refuses to be emptied. Only its owner can get around that, as is done here.
    forgetEverybody: () =>
      sql(`SET session_replication_role = replica;
        TRUNCATE client, client_merge, record, link_decision, consent, fact, glass, consent_request, notice, alert_order, notice_read, proposal, proposal_event, aggregate_veto, link_pair, exercise,
        exercise_participant, exercise_answer, exercise_step, ledger_entry, ledger_checkpoint;
        UPDATE ledger_head SET seq = 0, hash = repeat('0', 64);
        UPDATE partnership SET revision = gen_random_uuid()`),
    async stop() {
      await Promise.all(open.map((store) => store.close()));
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
