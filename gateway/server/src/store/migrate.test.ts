import { createHash } from 'node:crypto';
import pg from 'pg';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { assertSessionsKept } from './assertSessionsKept.ts';
import { assertVersion, migrate } from './migrate.ts';
import { migrationAdapter } from './migrationAdapter.ts';
import { migrationFiles } from './migrationFiles.ts';
import { missingMigration } from './missingMigration.ts';
import { openStore } from './Store.ts';
import { migrateFilled } from './testStore.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await testPostgres();
});
afterAll(() => postgres.stop());

test('the migrations lead exactly to the schema', async () => {
  const url = await postgres.emptyDatabase();
  expect(await missingMigration(url)).toContain('CREATE TABLE "client"');
  await migrate(url);
  expect(await missingMigration(url)).toBe('');
  await alter(url, 'ALTER TABLE client ADD COLUMN name text');
  expect(await missingMigration(url)).toContain('DROP COLUMN "name"');
});

test('several replicas may migrate at once, and each migration is applied by one of them', async () => {
  const url = await postgres.emptyDatabase();
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const { migrations } = await migrationFiles();
  expect(applied.flat().sort()).toEqual(migrations.migrationDirectories.map(({ path }) => path));
  expect(await migrate(url)).toEqual([]);
});

test('a hub that waits while another migrates says so', async () => {
  const url = await postgres.emptyDatabase();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const told: string[] = [];
  const waits = new Promise<void>((resolve) => {
    const log = { warn: () => undefined, info: (sentence: string) => resolve(void told.push(sentence)) };
    owner
      .query('SELECT pg_advisory_lock(581300101)')
      .then(() => migrate(url, log))
      .then(() => told.push('migrated'));
  });
  await waits;
  expect(told).toEqual([expect.stringMatching(/^another hub is migrating the database/)]);
  await owner.end();
  while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
});

/** An empty database in which the first migration has begun, as the engine records it, and whoever ran it was killed. */
async function withFirstBegun(): Promise<Readonly<{ url: string; first: string; script: string; owner: pg.Client }>> {
  const url = await postgres.emptyDatabase();
  const [file] = (await migrationFiles()).migrations.migrationDirectories;
  if (file?.migrationFile.content.tag !== 'ok') throw new Error('There is no first migration.');
  const script = file.migrationFile.content.value;
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
       migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
       applied_steps_count integer NOT NULL DEFAULT 0)`,
  );
  await owner.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    ...['killed', createHash('sha256').update(script).digest('hex'), file.path],
  ]);
  return { url, first: file.path, script, owner };
}

/** Runs a script as the engine does, and stops there. */
async function runScript(url: string, script: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  const adapter = await migrationAdapter(pool).connect();
  await adapter.executeScript(script);
  await pool.end();
}

const allMigrations = async () => (await migrationFiles()).migrations.migrationDirectories.map(({ path }) => path);

test('a migration that began and never ran is started again', async () => {
  const { url, owner } = await withFirstBegun();
  expect(await migrate(url)).toEqual(await allMigrations());
  expect(await migrate(url)).toEqual([]);
  await owner.end();
});

test('a migration that had run when its hub was killed, before the hub could record it, counts as run', async () => {
  const { url, first, script, owner } = await withFirstBegun();
  await runScript(url, script);
  expect(await migrate(url)).toEqual((await allMigrations()).filter((path) => path !== first));
  expect(await missingMigration(url)).toBe('');
  await owner.end();
});

test('a migration that still runs in PostgreSQL after its hub was killed is waited for', async () => {
  const { url, first, script, owner } = await withFirstBegun();
  const running = runScript(url, `SELECT pg_sleep(1);\n${script}`);
  while ((await owner.query('SELECT 1 FROM pg_locks WHERE locktype = $1', ['advisory'])).rowCount === 0);
  expect(await migrate(url)).toEqual((await allMigrations()).filter((path) => path !== first));
  await running;
  await owner.end();
});

test("a migration that fails is reported in PostgreSQL's own words, and the next start tries it again", async () => {
  const url = await postgres.emptyDatabase();
  await alter(url, 'CREATE TYPE agency_state AS ENUM ()');
  await expect(migrate(url)).rejects.toThrow(
    /schema: type "agency_state" already exists \(migration \d+_house; none of it was applied\)/,
  );
  await alter(url, 'DROP TYPE agency_state');
  expect(await migrate(url)).toEqual(await allMigrations());
});

/** Sessions as a transaction pooler hands them out: each query goes to the next of these connections, whoever asks. */
const pooled = (connections: readonly pg.Client[]) => {
  let next = 0;
  const session = () => ({
    query: (...asked: Parameters<pg.Client['query']>) => connections[next++ % connections.length]?.query(...asked),
    connect: async () => undefined,
    end: async () => undefined,
  });
  return session as unknown as () => pg.Client;
};

test('a pooler that gives each transaction another session is detected before anything is locked; one that keeps sessions passes', async () => {
  const url = await postgres.emptyDatabase();
  const clientOf = () => new pg.Client({ connectionString: url });
  const [one, two] = [clientOf(), clientOf()];
  await Promise.all([one.connect(), two.connect()]);
  for (const connections of [[one], [one, two], [two, one]]) {
    const session = pooled(connections);
    await expect(assertSessionsKept(session(), session)).rejects.toThrow('pool_mode = session');
    await Promise.all([one, two].map((connection) => connection.query('ROLLBACK')));
  }
  await expect(assertSessionsKept(one, clientOf)).resolves.toBeUndefined();
  await Promise.all([one.end(), two.end()]);
});

test('a database that was restored only in part is refused', async () => {
  const url = await postgres.emptyDatabase();
  await migrate(url);
  await alter(
    url,
    `DROP TRIGGER ledger_entry_append_only ON ledger_entry; ALTER TABLE proposal DISABLE TRIGGER proposal_added;
     ALTER TABLE rule_set ENABLE REPLICA TRIGGER rule_set_append_only`,
  );
  await expect(migrate(url)).rejects.toThrow(
    'schema: the trigger "ledger_entry_append_only" and 2 more are missing, as happens when a backup was only partly restored.',
  );
});

test('nothing is migrated over a transaction pooler', async () => {
  const url = await postgres.emptyDatabase();
  // A session that forgets its settings, as when the next one is handed out.
  await alter(
    url,
    `CREATE SCHEMA forgetful;
     CREATE FUNCTION forgetful.current_setting(text, boolean) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';
     ALTER DATABASE ${new URL(url).pathname.slice(1)} SET search_path = forgetful, pg_catalog, public`,
  );
  await expect(migrate(url)).rejects.toThrow('pool_mode = session');
  expect(await missingMigration(url)).toContain('CREATE TABLE "client"');
});

test('a migration made by a newer hub is reported, and prevents nothing', async () => {
  const url = await postgres.emptyDatabase();
  await migrate(url);
  await alter(
    url,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('n', 'n', '29990101000000_newer', now())`,
  );
  const told: unknown[] = [];
  expect(await migrate(url, { warn: (about: unknown) => void told.push(about), info: () => undefined })).toEqual([]);
  expect(told).toEqual([{ migrations: ['29990101000000_newer'] }]);
});

test('link decisions made before their history was kept by record are read as before', async () => {
  const url = await postgres.emptyDatabase();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await migrateFilled(owner, '_link_decision_by_record', () => decideLinks(owner));
  await owner.end();
  const store = openStore(url);
  const word = { decidedBy: 'mara', agency: null, reason: 'SAME_PERSON' };
  expect(await store.links.history('r1')).toEqual([
    { handle: 'r1', clientId: 'ada', kind: 'CONFIRMED', ...word, at: new Date('2026-01-01T00:00:00Z') },
    { handle: 'r1', clientId: 'ada', kind: 'SEPARATED', ...word, at: new Date('2026-01-02T00:00:00Z') },
  ]);
  expect(await store.links.history('r2')).toHaveLength(1);
  await store.close();
});

test("that two are two people is the word of the agency that said it, or nobody's where the separating agency is not known; pairs that were close are compared again", async () => {
  const url = await postgres.emptyDatabase();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await migrateFilled(owner, '_link_denial_taken_back', () => denyLinks(owner));
  const { rows } = await owner.query('SELECT id, apart_agency AS agency FROM link_pair ORDER BY id');
  expect(rows).toEqual([
    { id: 'said', agency: 'kestrel' },
    { id: 'taken out', agency: 'kestrel' },
    { id: 'taken out long ago', agency: null },
  ]);
  expect((await owner.query(`SELECT FROM link_pair WHERE band = 'AUTOMATIC'`)).rowCount).toBe(0);
  // As stored by an older hub that is still comparing: by its own rule it has compared everything.
  await owner.query('UPDATE linkage_state SET matched_seq = GREATEST(matched_seq, 9) WHERE id = 1');
  const store = openStore(url);
  expect(await store.pairs.comparedTo()).toBe(0);
  // And nothing waits for it.
  const { rows: older } = await owner.query(`SELECT FROM record, linkage_state WHERE encoded_seq > matched_seq`);
  expect(older).toEqual([]);
  await Promise.all([store.close(), owner.end()]);
});

test('a person who was closed to everyone by a blank witness, scope or view can be read again, and nobody gains authority', async () => {
  const url = await postgres.emptyDatabase();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await migrateFilled(owner, '_blank_words', () => putBlankWords(owner));
  const { rows } = await owner.query('SELECT id, body FROM consent UNION ALL SELECT id, body FROM fact ORDER BY id');
  expect(rows.map(({ body }) => body)).toEqual([
    { evidence: { kind: 'verbal' } },
    { evidence: { kind: 'verbal', witness: 'Kim' } },
    { kind: 'SERIOUS_THREAT' },
    { kind: 'SERIOUS_THREAT', consultedViews: false },
    { scope: ['information'] },
    { scope: [] },
    { scope: ['health'] },
  ]);
  await owner.end();
});

test('a database that cannot be reached is reported in one sentence without its password', async () => {
  const failing = migrate('postgresql://accord:hush@127.0.0.1:1/accord');
  await expect(failing).rejects.toThrow(/^The database 127\.0\.0\.1:1\/accord could not be .*ECONNREFUSED/);
  await expect(failing).rejects.not.toThrow(/hush/);
});

test('a PostgreSQL that is too old is refused, with its version', () => {
  expect(() => assertVersion('13.23')).toThrow('it is PostgreSQL 13.23, but the hub needs 14 or later');
  for (const version of ['14.0', '18.4 (Debian 18.4-1)', '19beta1']) expect(() => assertVersion(version)).not.toThrow();
});

/** Decisions as a hub before that migration wrote them; later ones first, so that the order of insertion does not matter. */
async function decideLinks(owner: pg.Client): Promise<void> {
  await owner.query("INSERT INTO client (id) VALUES ('ada')");
  await owner.query(
    "INSERT INTO record (handle, agency_id, number, client_id, open) VALUES ('r1', 'harbour', '1', 'ada', true), ('r2', 'wattle', '2', 'ada', true)",
  );
  for (const [handle, kind, day] of [
    ['r1', 'SEPARATED', 2],
    ['r2', 'CONFIRMED', 1],
    ['r1', 'CONFIRMED', 1],
  ])
    await owner.query(
      `INSERT INTO link_decision (handle, client_id, kind, decided_by, reason, at)
       VALUES ($1, 'ada', $2, 'mara', 'SAME_PERSON', $3)`,
      [handle, kind, `2026-01-0${day}T00:00:00Z`],
    );
}

/** Rows as a hub before that migration accepted them, each beside one that is in order. */
async function putBlankWords(owner: pg.Client): Promise<void> {
  await owner.query("INSERT INTO client (id) VALUES ('ada')");
  for (const [nth, witness] of [' \t', 'Kim'].entries())
    await owner.query(
      `INSERT INTO consent (id, client_id, status, body, recorded_by_agency, recorded_by, recorded_at, language)
       VALUES ($1, 'ada', 'active', $2, 'wattle', 'tess', now(), 'English')`,
      [nth, { evidence: { kind: 'verbal', witness } }],
    );
  for (const [id, kind, body] of [
    [2, 'LEGAL_BASIS', { kind: 'SERIOUS_THREAT', consultedViews: ' ' }],
    [3, 'LEGAL_BASIS', { kind: 'SERIOUS_THREAT', consultedViews: false }],
    [4, 'PROXY', { scope: ['information', ' '] }],
    [5, 'PROXY', { scope: [''] }],
    [6, 'PROXY', { scope: ['health'] }],
  ])
    await owner.query(
      `INSERT INTO fact (id, client_id, kind, body, recorded_by_agency, recorded_by, recorded_at)
       VALUES ($1, 'ada', $2::fact_kind, $3, 'wattle', 'tess', now())`,
      [id, kind, body],
    );
}

/**
 * Kestrel's word on its side of the pair; and two separations, whose word stands on either side, because at first it was not recorded who
 * separated them.
 */
async function denyLinks(owner: pg.Client): Promise<void> {
  await owner.query(
    `INSERT INTO record (handle, agency_id, number, open)
     VALUES ('r1', 'harbour', '1', true), ('r2', 'wattle', '2', true), ('r3', 'kestrel', '3', true)`,
  );
  const at = '2026-01-02T00:00:00Z';
  for (const [id, one, other, side, by] of [
    ['said', 'r2', 'r3', 'other', 'kim'],
    ['taken out', 'r1', 'r3', 'one', 'kim'],
    ['taken out long ago', 'r1', 'r2', 'one', 'tess'],
  ])
    await owner.query(
      `INSERT INTO link_pair (id, one, other, band, dice, reasons, at, ${side}_word, ${side}_by, ${side}_why, ${side}_at)
       VALUES ($1, $2, $3, 'AUTOMATIC', 0, '{}', $5, 'DIFFERENT', $4, 'Her sister.', $5)`,
      [id, one, other, by, id === 'said' ? '2026-01-03T00:00:00Z' : at],
    );
  await owner.query('UPDATE linkage_state SET matched_seq = 9');
  for (const [handle, by, agency] of [
    ['r3', 'kim', 'kestrel'],
    ['r2', 'tess', null],
  ])
    await owner.query(
      `INSERT INTO link_decision (handle, client_id, kind, decided_by, agency, reason, at)
       VALUES ($1, 'ada', 'SEPARATED', $2, $3, 'Her sister.', $4)`,
      [handle, by, agency, at],
    );
}

async function alter(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
