import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { Logger } from 'pino';
import { databaseNamed } from '../postgres/databaseNamed.ts';
import { messageOf } from '../postgres/messageOf.ts';
import { StartFault } from '../postgres/StartFault.ts';
import { assertSessionsKept } from './assertSessionsKept.ts';
import { assertWhole } from './assertWhole.ts';
import { scriptLock } from './migrationAdapter.ts';
import { migrationFiles } from './migrationFiles.ts';
import { withSchemaEngine } from './withSchemaEngine.ts';

type Log = Pick<Logger, 'info' | 'warn'>;

/** An arbitrary number; every replica must use the same. */
const migrationLock = 581_300_101;

/**
 * The first PostgreSQL that ends idle sessions by itself (`idle_session_timeout`), which keeps a frozen hub from holding up withdrawals.
 */
const leastVersion = 14;

/**
 * Brings the database at `url` to this version's schema. Several replicas may start at once: one migrates, and the others wait for it. A
 * migration that was interrupted before is started again. `log` hears that it waits, and that a newer hub has changed the database.
 *
 * @returns the names of the migrations applied now; empty when it was up to date.
 * @throws StartFault when the database cannot be reached, is too old or behind a transaction pooler, a migration failed, or part of what
 * migrations made is missing.
 */
export async function migrate(url: string, log?: Log): Promise<readonly string[]> {
  const { schema, migrations } = await migrationFiles();
  const holder = clientOf(url);
  try {
    await holder.connect();
    const { rows } = await holder.query<{ server_version: string }>('SHOW server_version');
    assertVersion(rows[0]?.server_version ?? '');
    await assertSessionsKept(holder, () => clientOf(url));
    await takeLock(holder, migrationLock, () =>
      log?.info("another hub is migrating the database to this version's schema; this one is waiting for it"),
    );
    await forgetRolledBack(holder, log);
    const applied = await withSchemaEngine(url, schema, (engine) =>
      engine.applyMigrations({ migrationsList: migrations, filters: { externalTables: [], externalEnums: [] } }),
    );
    const known = migrations.migrationDirectories.map(({ path }) => path);
    const unknown = await othersThan(known, holder);
    if (unknown.length > 0)
      log?.warn(
        { migrations: unknown },
        'the database has migrations that this hub does not know: a newer hub applied them, and may store what this one cannot read',
      );
    else await assertWhole(scriptsOf(migrations), holder);
    return applied.appliedMigrationNames;
  } catch (error) {
    throw new StartFault(
      `The database ${databaseNamed(url)} could not be migrated to this version's schema: ${messageOf(error)}`,
      { cause: error },
    );
  } finally {
    // Closing the connection also releases the lock.
    await holder.end().catch(() => undefined);
  }
}

const scriptsOf = ({ migrationDirectories }: MigrationList): readonly string[] =>
  migrationDirectories.map(({ migrationFile: { content } }) => (content.tag === 'ok' ? content.value : ''));

function clientOf(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  return client;
}

/**
 * Forgets migrations that began and did not end. The engine would take them for failed ones that a person has to look at.
 *
 * A script and the mark that it has run are one transaction, so nothing of an unfinished script is there. A killed hub's script may still
 * be running in PostgreSQL, so this waits for it first.
 */
async function forgetRolledBack(holder: pg.Client, log?: Log): Promise<void> {
  const { rows } = await holder.query(`SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`);
  if (rows.length === 0) return;
  await takeLock(holder, scriptLock, () =>
    log?.info('a migration by a hub that has ended is still running in the database; this one is waiting for it'),
  );
  await holder.query('SELECT pg_advisory_unlock($1)', [scriptLock]);
  await holder.query('DELETE FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL');
}

/** Takes a lock of the database. `waits` is called where somebody else holds it, which may take long. */
async function takeLock(holder: pg.Client, lock: number, waits: () => void): Promise<void> {
  const { rows } = await holder.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [lock]);
  if (rows[0]?.got === true) return;
  waits();
  await holder.query('SELECT pg_advisory_lock($1)', [lock]);
}

/** Names of applied migrations that are not among these. */
async function othersThan(known: readonly string[], holder: pg.Client): Promise<readonly string[]> {
  const { rows } = await holder.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND migration_name <> ALL ($1::text[]) ORDER BY migration_name`,
    [known],
  );
  return rows.map(({ name }) => name);
}

/**
 * Throws where the server is too old. Checked before anything is changed, because an older server would fail later, in the middle of an
 * answer.
 */
export function assertVersion(version: string): void {
  if (Number.parseInt(version, 10) < leastVersion)
    throw new Error(`it is PostgreSQL ${version}, but the hub needs ${leastVersion} or later`);
}
