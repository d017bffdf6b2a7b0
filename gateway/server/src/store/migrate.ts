import pg from 'pg';
import { messageOf } from '../postgres/messageOf.ts';
import { StartFault } from '../postgres/StartFault.ts';
import { migrationFiles } from './migrationFiles.ts';
import { withSchemaEngine } from './withSchemaEngine.ts';

/** Any number will do, as long as every replica takes the same. */
const migrationLock = 581_300_101;

/** The first PostgreSQL that ends idle sessions by itself (`idle_session_timeout`): what keeps a hub that froze from holding up withdrawals. */
const leastVersion = 14;

/**
 * Brings the database at `url` to this version's schema. Several replicas may start at once: one migrates, the others
 * wait for it.
 *
 * @returns the names of the migrations applied now; empty when it was up to date.
 * @throws StartFault when the database cannot be reached or is too old, or a migration failed.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const { schema, migrations } = await migrationFiles();
  const holder = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  holder.on('error', () => undefined);
  try {
    await holder.connect();
    const { rows } = await holder.query<{ server_version: string }>('SHOW server_version');
    assertVersion(rows[0]?.server_version ?? '');
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const applied = await withSchemaEngine(url, schema, (engine) =>
      engine.applyMigrations({ migrationsList: migrations, filters: { externalTables: [], externalEnums: [] } }),
    );
    return applied.appliedMigrationNames;
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new StartFault(
      `The database ${host}${pathname} could not be brought to this version's schema: ${messageOf(error)}`,
      { cause: error },
    );
  } finally {
    // Closing the connection gives the lock back, too.
    await holder.end().catch(() => undefined);
  }
}

/** Before anything is changed: an older server would fail later, in the middle of an answer. */
export function assertVersion(version: string): void {
  if (Number.parseInt(version, 10) < leastVersion)
    throw new Error(`it is PostgreSQL ${version}, and the hub needs ${leastVersion} or later`);
}
