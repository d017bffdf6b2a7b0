import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { createClient } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaMariaDb } from '@prisma/adapter-mariadb';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { describeMariaDb, mariaDbDatabase } from '../../tests/mariaDbHere.ts';
import type { Engine } from '../database/Catalogue.ts';
import { openConnection } from '../database/openConnection.ts';
import { readCatalogue } from '../database/readCatalogue.ts';
import type { Models } from './Models.ts';
import { nameModels } from './nameModels.ts';
import { readHeldKinds } from './readHeldKinds.ts';
import { isReadable, writePrismaSchema } from './writePrismaSchema.ts';

// A database nobody would design is read, described to Prisma, and a row of every table is read through the client Prisma makes of it.

const run = promisify(execFile);
const kit = fileURLToPath(new URL('../..', import.meta.url));
const ugly = (name: string) => readFile(join(kit, `tests/ugly/${name}.sql`), 'utf8');

type Reader = Readonly<{ findMany(how: object): Promise<readonly Readonly<Record<string, unknown>>[]> }>;
/** Rows by model, each with all its fields and everything it leads to. */
type Read = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

async function roundTrip(
  engine: Engine,
  url: string,
  adapter: unknown,
): Promise<Readonly<{ models: Models; rows: Read; schema: string }>> {
  const connection = await openConnection(engine, url);
  const catalogue = await readCatalogue(connection);
  const models = nameModels(catalogue, await readHeldKinds(connection, catalogue));
  await connection.close();
  const schema = writePrismaSchema(engine, models);
  // Inside the kit, so that what the client imports is found; `dist` is nobody's source.
  await mkdir(join(kit, 'dist'), { recursive: true });
  const folder = await mkdtemp(join(kit, 'dist/round-trip-'));
  try {
    await mkdir(join(folder, 'prisma'));
    await writeFile(join(folder, 'prisma/schema.prisma'), schema);
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' };
    const prisma = join(kit, '../../node_modules/.bin/prisma');
    await run(prisma, ['generate', '--no-hints', '--schema', 'prisma/schema.prisma'], { cwd: folder, env });
    const { PrismaClient } = await import(join(folder, 'src/generated/prisma/client.ts'));
    const db = new PrismaClient({ adapter });
    const rows = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
    try {
      for (const model of models.models.filter(isReadable)) {
        const reader: Reader = db[model.accessor];
        const include = Object.fromEntries(model.relations.map(({ name }) => [name, true]));
        const orderBy = { [model.fields.find(({ type }) => type !== null)?.name ?? '']: 'asc' };
        const how = { take: 2, orderBy, ...(model.relations.length > 0 ? { include } : {}) };
        rows.set(model.name, await reader.findMany(how));
      }
    } finally {
      await db.$disconnect();
    }
    return { models, rows, schema };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const without = ({ rows }: Readonly<{ rows: Read }>): readonly string[] =>
  [...rows].filter(([, found]) => found.length === 0).map(([name]) => name);

test('every table of an ugly PostgreSQL database is read through the client', async () => {
  const server = await throwawayPostgres();
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  await admin.query(await ugly('postgresql'));
  await admin.end();
  const read = await roundTrip(
    'postgresql',
    server.adminUrl,
    new PrismaPg({ connectionString: server.adminUrl }),
  ).finally(server.stop);
  expect(without(read)).toEqual([]);
  expect(read.rows.get('StrassenListe')?.[0]).toMatchObject({
    ...{ orderClass: 1, order: { class: 1, column1st: 2 }, order2: null, parent: { id: 1 } },
    ...{ identity: { pk: 1, geburtstag: new Date('1980-02-03'), sex: 'not_stated' } },
  });
  expect(read.schema).toContain('two Unsupported("pair")?');
  expect(read.rows.get('NoKey')).toEqual([{ a: 1, b: 'x' }]);
});

test('every table of an ugly SQLite database is read through the client', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'accord-round-trip-'));
  const url = `file:${folder}/ugly.db`;
  const client = createClient({ url });
  await client.executeMultiple(await ugly('sqlite'));
  client.close();
  const read = await roundTrip('sqlite', url, new PrismaLibSql({ url })).finally(() => rm(folder, { recursive: true }));
  expect(without(read)).toEqual([]);
  expect(read.rows.get('TblPers')?.[0]).toMatchObject({
    dob: '03/02/1980',
    on: '2026-01-02',
    big: 3000000000n,
    amt: '$3',
    up: 'ADA',
  });
});

describeMariaDb('MariaDB', () => {
  test('every table of an ugly database is read through the client', async () => {
    const database = await mariaDbDatabase('accord_test_round_trip');
    await database.run(await ugly('mysql'));
    const server = { host: '127.0.0.1', port: 3306, user: 'root', password: '', database: 'accord_test_round_trip' };
    const read = await roundTrip('mysql', database.url, new PrismaMariaDb(server)).finally(database.drop);
    expect(without(read)).toEqual([]);
    expect(read.rows.get('ZeroDates')).toEqual([{ id: 1, died: '0000-00-00' }]);
    expect(read.rows.get('Strasse')?.[0]).toMatchObject({ table1st: { a: 1 }, strasse: { id: 1 } });
  });
});
