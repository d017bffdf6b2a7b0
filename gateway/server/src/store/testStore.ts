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
  /** As the database's owner, past the hub. */
  sql: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  close: () => Promise<void>;
}>;

/** A store on an empty database of its own, for tests; its time zone and isolation are not those we need, as a partner's may be. */
export async function testStore(postgres: TestPostgres): Promise<TestStore> {
  const url = await postgres.emptyDatabase();
  await migrate(url);
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

export const noon = new Date('2026-11-22T01:00:00.123Z');

/** A consent on file, for tests that are not about what it says. */
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

/** What is decided of a record, for tests that are not about who decides. */
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

/** Who asks, for tests that are not about who does. */
export function someInquiry(requestId: string): Inquiry {
  return {
    ...{ requestId, at: noon, requester: 'mei', role: 'PRACTITIONER', requesterAgency: 'harbour' },
    ...{ purpose: 'SERVICE_COORDINATION', operation: 'query Client' },
  };
}

/** What is told, for tests that are not about what is. */
export function someTold(clientId: string, basis: readonly string[] = []): Told {
  return {
    ...{ clientId, handle: `handle-of-${clientId}`, agencyId: 'northside' },
    ...{ categories: ['HOUSING', 'SERVICE_USE'], basis },
  };
}

/** All migrations in turn, by `owner`; before the one whose name ends so, `fill` puts in what a hub of then would have. */
export async function migrateFilled(owner: pg.ClientBase, before: string, fill: () => Promise<void>): Promise<void> {
  const { migrations } = await migrationFiles();
  for (const { path, migrationFile } of migrations.migrationDirectories) {
    if (path.endsWith(before)) await fill();
    if (migrationFile.content.tag === 'ok') await owner.query(migrationFile.content.value);
  }
}
