import pg from 'pg';
import type { TestPostgres } from '../postgres/testPostgres.ts';
import type { ConsentRow } from './consents.ts';
import type { Inquiry, Told } from './LedgerEntry.ts';
import { migrate } from './migrate.ts';
import { migrationFiles } from './migrationFiles.ts';
import { openStore, type Store } from './Store.ts';

export type TestStore = Readonly<{
  url: string;
  store: Store;
  /** Runs SQL as the database's owner, bypassing the hub. */
  sql: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  close: () => Promise<void>;
}>;

/**
 * Opens a store on an empty database of its own, for tests. Its default time zone and isolation are deliberately not the ones we need, as a
 * partner's may be.
 */
export async function testStore(postgres: TestPostgres): Promise<TestStore> {
  const url = await postgres.copyOf(await migratedOn(postgres));
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on('error', () => undefined);
  await owner.query(
    `DO $$ BEGIN
       EXECUTE format('ALTER DATABASE %I SET timezone = ''Australia/Melbourne''', current_database());
       EXECUTE format('ALTER DATABASE %I SET default_transaction_isolation = ''serializable''', current_database());
     END $$`,
  );
  const store = openStore(url);
  return {
    url,
    store,
    sql: async (text) => (await owner.query<Readonly<Record<string, unknown>>>(text)).rows,
    close: async () => {
      await store.close();
      await owner.end();
    },
  };
}

const migrated = new WeakMap<TestPostgres, Promise<string>>();

/** An empty database with this version's schema. Made once per server: every store starts from a copy of it. */
function migratedOn(postgres: TestPostgres): Promise<string> {
  const make = async (): Promise<string> => {
    const url = await postgres.emptyDatabase();
    await migrate(url);
    return url;
  };
  const made = migrated.get(postgres) ?? make();
  migrated.set(postgres, made);
  return made;
}

export const noon = new Date('2026-11-22T01:00:00.123Z');

/** A consent, for tests that are not about what it says. */
export function someConsent(id: string, clientId: string): ConsentRow {
  return {
    id,
    clientId,
    status: 'active',
    body: { base: 'deny', rule: { purposes: ['SERVICE_COORDINATION'] }, effective: { from: '2026-01-01' } },
    recordedByAgency: 'harbour',
    recordedBy: 'mei',
    recordedAt: noon,
    withdrawnAt: null,
    withdrawnBy: null,
    words: 'Housing may know.',
    language: 'en',
  };
}

/** A decision about a record, for tests that are not about who decides. */
export const someDecision = (handle: string, clientId: string, kind: 'CONFIRMED' | 'PROPOSED' | 'SEPARATED') => ({
  handle,
  clientId,
  kind,
  decidedBy: 'mei',
  reason: 'same key',
  at: noon,
});

/** A record as its agency announces it. */
export const someRecord = (number: string, more: object = {}) => ({
  number,
  slk: `slk-${number}`,
  dobAccuracy: 'AAA',
  worker: 'mei',
  open: true,
  handle: `h-${number}`,
  ...more,
});

/** An inquiry, for tests that are not about who asks. */
export function someInquiry(requestId: string): Inquiry {
  return {
    ...{ requestId, at: noon, requester: 'mei', role: 'PRACTITIONER', requesterAgency: 'harbour' },
    ...{ purpose: 'SERVICE_COORDINATION', operation: 'query Client' },
  };
}

/** A disclosure, for tests that are not about what is disclosed. */
export function someTold(clientId: string, basis: readonly string[] = []): Told {
  return {
    ...{ clientId, handle: `handle-of-${clientId}`, agencyId: 'northside' },
    ...{ categories: ['HOUSING', 'SERVICE_USE'], basis },
  };
}

/**
 * Runs all migrations in turn, as `owner`. Before the one whose name ends with the given text, `fill` inserts what a hub of that time would
 * have.
 */
export async function migrateFilled(owner: pg.ClientBase, before: string, fill: () => Promise<void>): Promise<void> {
  const { migrations } = await migrationFiles();
  for (const { path, migrationFile } of migrations.migrationDirectories) {
    if (path.endsWith(before)) await fill();
    if (migrationFile.content.tag === 'ok') await owner.query(migrationFile.content.value);
  }
}
