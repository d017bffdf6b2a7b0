import pg from 'pg';
import { type TestPostgres, testPostgres } from '../postgres/testPostgres.ts';
import { assertVersion, migrate } from './migrate.ts';
import { migrationFiles } from './migrationFiles.ts';
import { missingMigration } from './missingMigration.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await testPostgres();
});
afterAll(() => postgres.stop());

test('the migrations give exactly the schema', async () => {
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

test('a database that cannot be reached is said in one sentence without its password', async () => {
  const failing = migrate('postgresql://accord:hush@127.0.0.1:1/accord');
  await expect(failing).rejects.toThrow(/^The database 127\.0\.0\.1:1\/accord could not be .*ECONNREFUSED/);
  await expect(failing).rejects.not.toThrow(/hush/);
});

test('a PostgreSQL that is too old is refused, with its version', () => {
  expect(() => assertVersion('13.23')).toThrow('it is PostgreSQL 13.23, and the hub needs 14 or later');
  for (const version of ['14.0', '18.4 (Debian 18.4-1)', '19beta1']) expect(() => assertVersion(version)).not.toThrow();
});

async function alter(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
