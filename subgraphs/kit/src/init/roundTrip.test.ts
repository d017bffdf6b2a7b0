import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { createClient } from '@libsql/client';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { describeMariaDb, type MariaDbDatabase, mariaDbDatabase } from '../../tests/mariaDbHere.ts';
import { checkDatabase } from '../check/checkDatabase.ts';
import type { Engine } from '../database/Catalogue.ts';
import { mariaDb } from '../database/mariaDb.ts';
import { openConnection } from '../database/openConnection.ts';
import { readCatalogue } from '../database/readCatalogue.ts';
import { defineAgency } from '../mapping/Mapping.ts';
import { table } from '../mapping/table.ts';
import { draftAgency } from './draftAgency.ts';
import type { Models } from './Models.ts';
import { nameModels } from './nameModels.ts';
import { readHeldKinds } from './readHeldKinds.ts';
import { isReadable, writePrismaSchema } from './writePrismaSchema.ts';

// A database with as many oddities as possible is read and described to Prisma, and a row of every table is read through
// the client Prisma generates.

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
  // Inside the kit, so that the client's imports are found; no source is kept in `dist`.
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
  let database: MariaDbDatabase;
  beforeEach(async () => {
    database = await mariaDbDatabase('accord_test_round_trip');
  });
  afterEach(() => database.drop());

  test('every table of an ugly database is read through the client', async () => {
    await database.run(await ugly('mysql'));
    const read = await roundTrip('mysql', database.url, mariaDb(database.url));
    expect(without(read)).toEqual([]);
    expect(read.rows.get('ClientDetails')?.[0]).toMatchObject({ flags: 'a,b' });
    expect(read.rows.get('ZeroDates')).toEqual([{ id: 1, died: null, voided: null }]);
    expect(read.rows.get('Strasse')?.[0]).toMatchObject({ table1st: { a: 1 }, strasse: { id: 1 } });
  });

  test('rows are found by NUMERIC keys, and by BIGINT UNSIGNED keys too large for other integer types', async () => {
    await database.run(`CREATE TABLE client (client_id decimal(12,0) PRIMARY KEY, first_name varchar(80), surname varchar(80), dob decimal(8,0));
      CREATE TABLE client_alert (alert_id bigint unsigned PRIMARY KEY, client_id decimal(12,0) NOT NULL, alert_cd varchar(10), alert_text text);
      CREATE TABLE client_alias (alias_id int PRIMARY KEY, client_id decimal(12,0), first_name varchar(80), surname varchar(80));
      CREATE TABLE client_address (address_id int PRIMARY KEY, client_id decimal(12,0), street varchar(80), suburb varchar(80), postcode char(4), silent decimal(1,0));
      INSERT INTO client SELECT seq, 'Ada', 'Moss', 19800200 + seq FROM seq_1_to_20;
      INSERT INTO client_alert SELECT seq, seq, 'DV', 'Ring the work number only, not at home' FROM seq_1_to_20;
      INSERT INTO client_alias SELECT seq, seq, 'Adele', 'Moss' FROM seq_1_to_20;
      INSERT INTO client_address SELECT seq, seq, 'High St', 'Kew', '3101', seq % 2 FROM seq_1_to_20;`);
    const given = { id: 'pelican', name: 'Pelican', engine: 'mysql', url: database.url } as const;
    const files = new Map(
      (await draftAgency(given, [])).files.map(({ path, text }) => [path, text.replaceAll(/\s+/g, ' ')]),
    );
    const mapping = files.get('src/agency.ts');
    expect(mapping).toContain(
      'db.clientAlert.findMany({ where: { clientId: { in: decimals(numbers) } } }), of: (row) => String(row.clientId)',
    );
    expect(mapping).toContain('key: (row) => row.clientId?.toString(), rows: (keys) => db.clientAlias.findMany(');
    expect(mapping).toContain("address: one(addresses, (row) => String(row.silent) !== '0' ? null : {");
    expect(mapping).toContain("dateOfBirth: dayWritten('YYYYMMDD')(row.dob?.toString()),");
    const linkage = files.get('src/linkage.ts');
    expect(linkage).toContain('others = aliases.filter((one) => String(one.clientId) === String(row.clientId));');
    await database.run('DROP TABLE client_alert; ALTER TABLE client MODIFY client_id bigint unsigned;');
    const unsigned = (await draftAgency(given, [])).files.find(({ path }) => path === 'src/agency.ts')?.text;
    expect(unsigned).toContain('clientId: { in: unsignedBigints(numbers) }');
  });

  test('a time of 0000-00-00, a bit of 0 and the row 0 mean that a row is not gone, to init and to check', async () => {
    await database.run(`SET SESSION sql_mode = '';
      CREATE TABLE client (client_id bigint unsigned PRIMARY KEY, full_name varchar(80), birth_dt varchar(12), birth_est bit(1),
        survivor_id bigint unsigned NOT NULL DEFAULT 0, archived bit(1) NOT NULL DEFAULT b'0',
        deleted_at datetime NOT NULL DEFAULT '0000-00-00 00:00:00', voided_at datetime DEFAULT '0000-00-00 00:00:00');
      CREATE TABLE client_alert (alert_id int PRIMARY KEY, client_id bigint unsigned NOT NULL, alert_cd varchar(10),
        alert_text text, ended_at datetime NOT NULL DEFAULT '0000-00-00 00:00:00');
      INSERT INTO client (client_id, full_name, birth_dt, birth_est) SELECT seq, 'MOSS, Ada', '13/4/1985', seq % 2 FROM seq_1_to_20;
      UPDATE client SET birth_dt = '1985-04-13' WHERE client_id < 4;
      UPDATE client SET survivor_id = client_id - 1 WHERE client_id > 15;
      INSERT INTO client_alert (alert_id, client_id, alert_cd, alert_text) VALUES (1, 1, 'DV', 'Ring the work number only, not at home');`);
    const given = { id: 'pelican', name: 'Pelican', engine: 'mysql', url: database.url } as const;
    const files = new Map(
      (await draftAgency(given, [])).files.map(({ path, text }) => [path, text.replaceAll(/\s+/g, ' ')]),
    );
    expect(files.get('src/agency.ts')).toContain(
      'where: { survivorId: 0n, archived: false, AND: [ { OR: [{ deletedAt: null }, ' +
        "{ deletedAt: { lt: new Date('1000-01-01') } }] }, { OR: [{ voidedAt: null }, { voidedAt: { lt: new Date('1000-01-01') } }] }, ]",
    );
    expect(files.get('src/agency.ts')).toContain("status: isOver(day(row.endedAt), now) ? 'CLOSED' : 'ACTIVE'");
    expect(files.get('src/linkage.ts')).toContain("dateOfBirth: dayWritten('D/M/YYYY', 'YYYY-MM-DD')(row.birthDt),");
    // As the map will receive it: Prisma reads a bit as a boolean.
    expect(files.get('src/ownCodes.ts')).toContain(
      "// 'false': 'EXACT', // suggested // 'true': 'ESTIMATED', // suggested",
    );

    const connection = await openConnection('mysql', database.url);
    const number = ({ client_id }: Record<string, unknown>) => String(client_id);
    const where = 'WHERE survivor_id = 0 AND client_id';
    const mapping = defineAgency({
      id: 'pelican',
      records: table({
        rows: (numbers) => connection.rows(`SELECT * FROM client ${where} IN (${numbers.join()})`),
        of: number,
      }),
      linkage: {
        page: async (after) =>
          (await connection.rows(`SELECT * FROM client ${where} > ${after ?? 0}`)).map((row) => ({
            ...{ number: number(row), given: 'Ada', family: 'Moss', dateOfBirth: null, sex: null },
            ...{ dobAccuracy: 'UNKNOWN' as const, worker: null, open: true },
          })),
      },
    });
    try {
      const rows = await connection.rows('SELECT * FROM client');
      const check = async () =>
        await checkDatabase(mapping, rows, await readCatalogue(connection), connection, new Date());
      expect(await check()).toEqual([]);
      await database.run("UPDATE client SET archived = b'1', deleted_at = '2026-11-02 10:00:00' WHERE client_id = 3");
      expect((await check()).map(({ where, found }) => [where, found])).toEqual([
        ['client.archived', '1 record of 1 marked as gone is still told as on file.'],
        ['client.deleted_at', '1 record of 1 marked as gone is still told as on file.'],
      ]);
    } finally {
      await connection.close();
    }
  });
});
