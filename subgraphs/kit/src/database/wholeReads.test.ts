import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import { type OpenAdapter, statementsOf, watched } from './watched.ts';
import { type WholeRead, wholeReads } from './wholeReads.ts';

type Opened = Readonly<{ adapter: OpenAdapter; script(sql: string): Promise<void>; close(): Promise<void> }>;

/** A factory's connection, as Prisma opens it. */
async function opened(factory: Readonly<{ connect(): Promise<OpenAdapter> }>): Promise<Opened> {
  const connection = (await watched(factory).connect()) as OpenAdapter & {
    executeScript(sql: string): Promise<void>;
    dispose(): Promise<void>;
  };
  return {
    adapter: connection,
    script: (sql) => connection.executeScript(sql),
    close: () => connection.dispose(),
  };
}

const people = `
  CREATE TABLE client (id INTEGER PRIMARY KEY, family TEXT);
  CREATE TABLE note (id INTEGER PRIMARY KEY, client_id INTEGER, words TEXT);
  CREATE TABLE alert (id INTEGER PRIMARY KEY, client_id INTEGER, words TEXT);
  CREATE INDEX alert_client ON alert (client_id);`;

const readsOf = async (
  { adapter }: Opened,
  sql: string,
  args: number[] = [],
): Promise<readonly (readonly WholeRead[] | undefined)[]> => {
  const argTypes = args.map(() => ({ scalarType: 'int', arity: 'scalar' }));
  const { heard } = await statementsOf(() => adapter.queryRaw({ sql, args, argTypes }));
  return Promise.all(heard.map(wholeReads));
};

describe.each(['SQLite', 'PostgreSQL'])('on %s', (engine) => {
  let db: Opened;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    if (engine === 'SQLite') {
      const folder = await mkdtemp(join(tmpdir(), 'whole-reads-'));
      db = await opened(new PrismaLibSql({ url: `file:${join(folder, 'agency.db')}` }));
      stop = () => rm(folder, { recursive: true, force: true });
    } else {
      const postgres = await throwawayPostgres();
      db = await opened(new PrismaPg({ connectionString: postgres.adminUrl }));
      stop = postgres.stop;
    }
    await db.script(people);
    await db.script(`INSERT INTO note SELECT n, n % 50, 'words' FROM (
      WITH RECURSIVE up (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 3000) SELECT n FROM up) AS counted`);
    await db.script('ANALYZE');
  });

  afterAll(async () => {
    await db.close();
    await stop();
  });

  const named = (table: string): string => (engine === 'SQLite' ? table : `public.${table}`);

  test('a lookup by a column without an index reads the whole table', async () => {
    expect(await readsOf(db, 'SELECT * FROM note WHERE client_id IN (1, 2)')).toEqual([
      [{ table: named('note'), estimatedRows: 3000 }],
    ]);
  });

  test('an index that only gives the order does not lead to the rows', async () => {
    expect(await readsOf(db, 'SELECT * FROM note WHERE client_id IN (1, 2) ORDER BY id DESC')).toEqual([
      [{ table: named('note'), estimatedRows: 3000 }],
    ]);
  });

  test.each(['SELECT * FROM alert WHERE client_id IN (1, 2)', 'SELECT * FROM client WHERE id IN (1, 2)'])(
    'a lookup by an index is not a whole read: %s',
    async (sql) => {
      expect(await readsOf(db, sql)).toEqual([[]]);
    },
  );

  test.each(['', "WHERE words = 'words'"])(
    'a first page along an index is not a whole read, since it ends there: %s',
    async (where) => {
      expect(await readsOf(db, `SELECT * FROM note ${where} ORDER BY id LIMIT 20`)).toEqual([[]]);
    },
  );

  test.each(['WHERE client_id IN (1, 2) ORDER BY id LIMIT 20', 'ORDER BY words LIMIT 20'])(
    'a page that is searched or sorted without an index is a whole read: %s',
    async (rest) => {
      expect(await readsOf(db, `SELECT * FROM note ${rest}`)).toEqual([
        [{ table: named('note'), estimatedRows: 3000 }],
      ]);
    },
  );

  test('a table read for each row of a page is a whole read; the page’s own table is not', async () => {
    await db.script('INSERT INTO alert SELECT id, client_id, words FROM note');
    await db.script('ANALYZE');
    const page = 'SELECT * FROM alert CROSS JOIN note WHERE note.id <> alert.client_id ORDER BY alert.id LIMIT 20';
    expect(await readsOf(db, page)).toEqual([[{ table: named('note'), estimatedRows: 3000 }]]);
  });

  test('the length of a page may be a value bound to the statement', async () => {
    const [given, offset] = engine === 'SQLite' ? ['?', '?'] : ['$1', '$2'];
    const page = `SELECT * FROM note ORDER BY id LIMIT ${given} OFFSET ${offset}`;
    expect(await readsOf(db, page, [20, 0])).toEqual([[]]);
    // As Prisma writes a list without a limit there.
    if (engine === 'SQLite')
      expect(await readsOf(db, page, [-1, 0])).toEqual([[{ table: named('note'), estimatedRows: 3000 }]]);
  });

  test('a statement that cannot be explained is not judged', async () => {
    const { heard } = await statementsOf(async () => {
      await db.adapter.queryRaw({ sql: 'SELECT * FROM nowhere', args: [], argTypes: [] }).catch(() => {});
    });
    expect(await Promise.all(heard.map(wholeReads))).toEqual([undefined]);
    expect(await readsOf(db, 'SELECT * FROM alert WHERE client_id = 1')).toEqual([[]]);
  });

  test('statements are recorded only while somebody observes them', async () => {
    await db.adapter.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] });
    const { heard } = await statementsOf(async () => {});
    expect(heard).toEqual([]);
  });
});
