import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { inventedAgency, servedAgency, stopServed } from '../../tests/inventedAgency.ts';
import { describeMariaDb, type MariaDbDatabase, mariaDbDatabase } from '../../tests/mariaDbHere.ts';
import { many } from '../mapping/section.ts';
import { table } from '../mapping/table.ts';
import { adapterOptions } from './adapterOptions.ts';
import { assertReadOnly, type ReadDatabase } from './assertReadOnly.ts';

// The kit on real servers, through Prisma's own adapters: what a role may do, and how long a statement may take.

type Executor = Readonly<{
  queryRaw(
    query: Statement,
  ): Promise<Readonly<{ columnNames: readonly string[]; rows: readonly (readonly unknown[])[] }>>;
  executeRaw(query: Statement): Promise<number>;
}>;
type Statement = Readonly<{ sql: string; args: never[]; argTypes: never[] }>;
type Adapter = Executor &
  Readonly<{
    startTransaction(): Promise<Executor & Readonly<{ rollback(): Promise<void> }>>;
    dispose(): Promise<void>;
  }>;

const statement = (sql: string): Statement => ({ sql, args: [], argTypes: [] });
/** An adapter, wrapped the way a Prisma client would use it. */
const clientOver = (adapter: Adapter): ReadDatabase => ({
  $queryRawUnsafe: async <Rows>(sql: string) => {
    const { columnNames, rows } = await adapter.queryRaw(statement(sql));
    return rows.map((row) => Object.fromEntries(columnNames.map((name, place) => [name, row[place]]))) as Rows;
  },
  $executeRawUnsafe: (sql) => adapter.executeRaw(statement(sql)),
  $transaction: async (work) => {
    const transaction = await adapter.startTransaction();
    try {
      return await work({ $executeRawUnsafe: (sql) => transaction.executeRaw(statement(sql)) });
    } catch (error) {
      // A client puts the database's own code into its message.
      throw Object.assign(new Error(JSON.stringify(error)), { cause: error });
    } finally {
      await transaction.rollback();
    }
  },
});

describe('PostgreSQL', () => {
  let server: ThrowawayPostgres;
  let owner: pg.Client;
  const open: Adapter[] = [];
  const asReader = async (limits = {}) => {
    const url = server.adminUrl.replace('postgres:pw@', 'reader:pw@');
    const adapter = await new PrismaPg(adapterOptions('postgresql', url, limits)).connect();
    open.push(adapter);
    return clientOver(adapter);
  };

  beforeAll(async () => {
    server = await throwawayPostgres();
    owner = new pg.Client({ connectionString: server.adminUrl });
    await owner.connect();
  });
  beforeEach(async () => {
    await owner.query(`
      CREATE SCHEMA "Case Work"; CREATE TABLE "Case Work"."Client" (id int, name text); CREATE TABLE plain (id int);
      CREATE VIEW "Case Work".names AS SELECT name FROM "Case Work"."Client";
      CREATE ROLE reader LOGIN PASSWORD 'pw'; CREATE ROLE writer;
      GRANT USAGE ON SCHEMA "Case Work" TO reader, writer; GRANT SELECT ON ALL TABLES IN SCHEMA public, "Case Work" TO reader`);
  });
  afterEach(async () => {
    await stopServed();
    for (const adapter of open.splice(0)) await adapter.dispose();
    await owner.query(
      `DROP SCHEMA "Case Work" CASCADE; DROP TABLE plain; DROP OWNED BY reader, writer; DROP ROLE reader; DROP ROLE writer`,
    );
  });
  afterAll(async () => {
    await owner?.end();
    await server?.stop();
  });

  test('a role that can only read is accepted', async () => {
    await assertReadOnly(await asReader(), 'postgresql', 'Harbour');
  });

  test.each([
    [
      'a table of another schema',
      'GRANT DELETE ON "Case Work"."Client" TO reader',
      /can change 1 of Harbour’s tables \("Case Work"\."Client"/,
    ],
    ['one column', 'GRANT UPDATE (name) ON "Case Work"."Client" TO reader', /can change 1 of/],
    ['a view, and the table through it', 'GRANT INSERT ON "Case Work".names TO reader', /\("Case Work"\.names/],
    ['what everybody may', 'GRANT TRUNCATE ON plain TO public', /\(plain …\)/],
    [
      'as a role it may take on',
      'GRANT writer TO reader WITH INHERIT FALSE; GRANT UPDATE ON plain TO writer',
      /can change 1 of/,
    ],
    [
      'by making tables',
      'GRANT CREATE ON SCHEMA "Case Work" TO reader',
      /can create tables in Harbour’s database, schema Case Work\./,
    ],
    ['by making schemas', 'GRANT CREATE ON DATABASE postgres TO reader', /can create tables in Harbour’s database\./],
    ['as whoever may everything', 'ALTER ROLE reader SUPERUSER', /can change 3 of/],
  ])('a role that may change something, %s, is detected', async (_how, grant, sentence) => {
    await owner.query(grant);
    await expect(assertReadOnly(await asReader(), 'postgresql', 'Harbour')).rejects.toThrow(sentence);
    await owner.query('REVOKE CREATE ON DATABASE postgres FROM reader; REVOKE TRUNCATE ON plain FROM public');
  });

  test('a statement that takes too long is stopped by the database', async () => {
    const db = await asReader({ statementMs: 200 });
    await expect(db.$queryRawUnsafe('SELECT pg_sleep(60)')).rejects.toMatchObject({ cause: { originalCode: '57014' } });
    const cross = 'SELECT count(*)::text FROM generate_series(1, 100000) a, generate_series(1, 100000) b';
    await expect(db.$queryRawUnsafe(cross)).rejects.toMatchObject({ cause: { originalCode: '57014' } });
    const stillRuns = async (): Promise<boolean> => {
      const { rows } = await owner.query(
        `SELECT query FROM pg_stat_activity WHERE usename = 'reader' AND state = 'active'`,
      );
      return rows.length > 0;
    };
    // The caller hears of it a moment before the server's own state shows it. A statement that was not stopped would run
    // for minutes.
    for (let tries = 0; tries < 100 && (await stillRuns()); tries += 1) await new Promise((r) => setTimeout(r, 50));
    expect(await stillRuns()).toBe(false);
  });

  test('options in the URL do not replace the limits', async () => {
    const url = `${server.adminUrl.replace('postgres:pw@', 'reader:pw@')}?options=-c%20statement_timeout%3D0`;
    const adapter = await new PrismaPg(adapterOptions('postgresql', url)).connect();
    open.push(adapter);
    const rows = await clientOver(adapter).$queryRawUnsafe('SHOW statement_timeout');
    expect(rows).toEqual([{ statement_timeout: '2s' }]);
  });

  test('a part that takes too long is null with a masked error, the rest is served, and the log has no value', async () => {
    const db = await asReader({ statementMs: 200 });
    const { mapping } = inventedAgency();
    const notes = many(
      table({
        rows: () => db.$queryRawUnsafe<readonly { id: string }[]>(`SELECT 'secret' AS id, pg_sleep(60)::text`),
        of: () => '1',
      }),
      ({ id }) => ({ id, about: ['HEALTH'], text: 'note', writtenOn: '2026-01-01' }),
    );
    const { ask, log } = await servedAgency({ ...mapping, notes });
    const { status, body, text } = await ask('identity { name { given } } notes { text }', [
      { records: ['1'], categories: ['IDENTITY', 'HEALTH'] },
    ]);
    expect(status).toBe(200);
    expect(body.data._entities).toEqual([{ identity: { name: { given: 'Ada1' } }, notes: null }]);
    expect(body.errors).toEqual([
      {
        message: 'The agency could not answer this part.',
        path: ['_entities', 0, 'notes'],
        extensions: { code: 'AGENCY_FAULT' },
      },
    ]);
    expect(`${text}${log.join('')}`).not.toMatch(/secret|pg_sleep|statement timeout/);
  });
});

describeMariaDb('MariaDB', () => {
  let database: MariaDbDatabase;
  const name = 'accord_test_reader';
  const open: Adapter[] = [];
  const asReader = async (limits = {}) => {
    const url = `mysql://${name}:p%40w@127.0.0.1:3306/${name}`;
    const adapter = await new PrismaMariaDb(adapterOptions('mysql', url, limits)).connect();
    open.push(adapter);
    return clientOver(adapter);
  };

  const forget = `DROP USER IF EXISTS ${name}@'127.0.0.1'; DROP USER IF EXISTS ${name}@localhost; DROP ROLE IF EXISTS ${name}_role`;
  beforeEach(async () => {
    database = await mariaDbDatabase(name);
    await database.run(forget);
    for (const host of ['127.0.0.1', 'localhost'])
      await database.run(
        `CREATE USER ${name}@'${host}' IDENTIFIED BY 'p@w'; GRANT SELECT, SHOW VIEW ON ${name}.* TO ${name}@'${host}'`,
      );
    await database.run(
      `CREATE ROLE ${name}_role; CREATE TABLE people (id int, name text); INSERT INTO people VALUES (1, 'Ada')`,
    );
  });
  afterEach(async () => {
    for (const adapter of open.splice(0)) await adapter.dispose();
    await database?.run(forget);
    await database?.drop();
  });

  test('a user who can only read is accepted, and the session refuses a write as well', async () => {
    const db = await asReader();
    await assertReadOnly(db, 'mysql', 'Wattle');
    await expect(db.$executeRawUnsafe('DELETE FROM people')).rejects.toMatchObject({ cause: expect.anything() });
  });

  test.each([
    ['a table', (user: string) => `GRANT INSERT ON people TO ${user}`, /is granted INSERT\./],
    ['one column', (user: string) => `GRANT UPDATE (name) ON people TO ${user}`, /is granted UPDATE\./],
    ['everything', (user: string) => `GRANT ALL ON ${name}.* TO ${user}`, /is granted ALL PRIVILEGES\./],
    [
      'a role',
      (user: string) => `GRANT DELETE ON ${name}.* TO ${name}_role; GRANT ${name}_role TO ${user}`,
      /is granted DELETE\.|can take on the role `accord_test_reader_role`/,
    ],
    ['procedures', (user: string) => `GRANT EXECUTE ON ${name}.* TO ${user}`, /is granted EXECUTE\./],
  ])('a user who may change something by %s is detected', async (_how, grant, sentence) => {
    for (const host of ['127.0.0.1', 'localhost']) await database.run(grant(`${name}@'${host}'`));
    await expect(assertReadOnly(await asReader(), 'mysql', 'Wattle')).rejects.toThrow(sentence);
  });

  test('a statement that takes too long is stopped by the database', async () => {
    const db = await asReader({ statementMs: 200 });
    await expect(db.$queryRawUnsafe('SELECT SLEEP(60) FROM people')).rejects.toMatchObject({
      cause: { originalCode: '1969' },
    });
    await database.run('SET @n = 0'); // The server still answers others.
    expect(await db.$queryRawUnsafe('SELECT name FROM people')).toEqual([{ name: 'Ada' }]);
  });
});
