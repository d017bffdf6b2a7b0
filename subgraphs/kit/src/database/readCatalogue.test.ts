import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import { createClient } from '@libsql/client';
import pg from 'pg';
import { describeMariaDb, type MariaDbDatabase, mariaDbDatabase } from '../../tests/mariaDbHere.ts';
import { type Catalogue, type CatalogueColumn, type CatalogueTable, written } from './Catalogue.ts';
import type { Connection } from './Connection.ts';
import { openConnection } from './openConnection.ts';
import { readCatalogue } from './readCatalogue.ts';

const ugly = (name: string) => readFile(new URL(`../../tests/ugly/${name}.sql`, import.meta.url), 'utf8');

const tableIn = ({ tables }: Catalogue, name: string): CatalogueTable => {
  const found = tables.find((table) => written(table) === name);
  if (!found) throw new Error(`No ${name}.`);
  return found;
};

const columnIn = (table: CatalogueTable, name: string): Partial<CatalogueColumn> =>
  table.columns.find((column) => column.name === name) ?? {};

describe('PostgreSQL', () => {
  let server: ThrowawayPostgres;
  let connection: Connection;
  let catalogue: Catalogue;
  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: server.adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  beforeAll(async () => {
    server = await throwawayPostgres();
    await admin(await ugly('postgresql'));
    await admin("CREATE ROLE reader LOGIN PASSWORD 'secret'; GRANT SELECT ON identity, note TO reader");
    connection = await openConnection('postgresql', server.adminUrl);
    catalogue = await readCatalogue(connection);
  });
  afterAll(async () => {
    await connection?.close();
    await server?.stop();
  });

  test('tables of every schema are found, views with them, without the parts of a partitioned table', () => {
    expect(catalogue.tables.map(written)).toEqual(
      expect.arrayContaining([
        'dem.identity',
        'public.identity',
        'public.Identity',
        'Größe.Straßen Liste',
        'public.病人',
      ]),
    );
    expect(catalogue.tables.map(written)).not.toContain('public.visit_2026');
    expect(tableIn(catalogue, 'dem.v_people').kind).toBe('view');
    expect(tableIn(catalogue, 'public.counted').kind).toBe('materialized view');
    expect(tableIn(catalogue, 'public.note').inherits).toEqual({ schema: 'public', name: 'item' });
  });

  test('columns have what they are made of, whatever domains stand between', () => {
    const people = tableIn(catalogue, 'dem.identity');
    expect(people).toMatchObject({
      primaryKey: ['pk'],
      estimatedRows: 1,
      comment: expect.stringContaining('second line'),
    });
    expect(columnIn(people, 'pk')).toMatchObject({ type: 'integer', counted: true, nullable: false });
    expect(columnIn(people, 'sex')).toMatchObject({
      ...{ values: ['m', 'f', 'not stated', '9', 'f.'], enumName: { schema: 'dem', name: 'sex' } },
      comment: 'As it stands on paper',
    });
    expect(columnIn(people, 'moods')).toMatchObject({ array: true, values: ['ok'] });
    expect(columnIn(people, 'zip')).toMatchObject({ type: 'character varying', sizes: [10], nullable: false });
    expect(columnIn(people, 'tags')).toMatchObject({ type: 'character varying', sizes: [8], array: true });
    expect(columnIn(people, 'born_at')).toMatchObject({ type: 'timestamp with time zone', sizes: [3] });
    expect(columnIn(people, 'full_name')).toMatchObject({ generated: true, default: null });
  });

  test('keys of several columns keep their order, and lead into other schemas', () => {
    const street = tableIn(catalogue, 'Größe.Straßen Liste');
    expect(street.foreignKeys).toContainEqual({
      ...{ name: 'first key', columns: ['order class', 'order 1st'], toColumns: ['class', '1st'] },
      to: { schema: 'dem', name: 'order' },
    });
    expect(street.indexes).toContainEqual({ name: 'some_only', columns: ['parent_id'], unique: true, partial: true });
    expect(tableIn(catalogue, 'public.visit').primaryKey).toEqual(['id', 'day']);
  });

  test('some schemas only are read where some are named', async () => {
    const { tables } = await readCatalogue(connection, ['Größe']);
    expect(tables.map(written)).toEqual(['Größe.Straßen Liste']);
    expect(tables[0]?.foreignKeys.map(({ to }) => to.schema)).toEqual(['Größe']);
  });

  test('what a role may not read or write is known', async () => {
    const reader = await openConnection('postgresql', server.adminUrl.replace('postgres:pw', 'reader:secret'));
    const seen = await readCatalogue(reader);
    await reader.close();
    expect(seen.tables.filter(({ readable }) => readable).map(written)).toEqual(['public.identity', 'public.note']);
    expect(seen.writable).toEqual([]);
    expect(catalogue.writable).not.toEqual([]);
  });

  test('a connection refuses to write even under a role that may', async () => {
    await expect(connection.rows('INSERT INTO identity VALUES (9)')).rejects.toThrow(/read-only/i);
  });

  test.each([
    ['a wrong password', 'postgres:pw', 'postgres:no%20way', /refused user "postgres"/],
    ['no such database', /\/postgres$/, '/nothing', /no database "nothing"/],
    ['no such host', '127.0.0.1', 'nowhere.invalid', /no host nowhere\.invalid/],
    ['nothing listening', /:\d+\//, ':1/', /^No database answers at 127\.0\.0\.1:1\./],
  ])('%s is told in one sentence, without the password', async (_what, from, to, sentence) => {
    const fault: unknown = await openConnection('postgresql', server.adminUrl.replace(from, to)).catch(
      (e: unknown) => e,
    );
    expect(fault).toHaveProperty('name', 'InputFault');
    expect(String(fault).replace('InputFault: ', '')).toMatch(sentence);
    expect(String(fault)).not.toMatch(/no way|pw/);
  });
});

describe('SQLite', () => {
  let folder: string;
  let connection: Connection;
  let catalogue: Catalogue;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-catalogue-'));
    const client = createClient({ url: `file:${folder}/odd%20name.db` });
    await client.executeMultiple(await ugly('sqlite'));
    client.close();
    connection = await openConnection('sqlite', join(folder, 'odd name.db'));
    catalogue = await readCatalogue(connection);
  });
  afterAll(async () => {
    await connection?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('tables, keys, generated columns and what the DDL says beside a column are found', () => {
    const people = tableIn(catalogue, 'TBL_PERS');
    expect(people).toMatchObject({ primaryKey: ['PRS_NO'], estimatedRows: 1 });
    expect(columnIn(people, 'PRS_NO')).toMatchObject({ counted: true, comment: 'the number on the cover' });
    expect(columnIn(people, 'Sex Cd')).toMatchObject({ type: 'char', sizes: [1], comment: 'M F X U' });
    expect(columnIn(people, 'DOB')).toMatchObject({ type: '', comment: 'nobody said what' });
    expect(columnIn(people, 'UP')).toMatchObject({ generated: true });
    expect(tableIn(catalogue, 'people').kind).toBe('view');
  });

  test('a key that names no columns refers to the primary key, and one to a table that is gone is left out', () => {
    expect(tableIn(catalogue, 'straße 1').foreignKeys).toContainEqual(
      expect.objectContaining({ columns: ['oc', 'o1'], toColumns: ['class', '1st'] }),
    );
    expect(tableIn(catalogue, 'gone').foreignKeys).toEqual([]);
  });

  test('the file cannot be written through the connection, and is never made', async () => {
    await expect(connection.rows('DELETE FROM no_key')).rejects.toThrow(/readonly/);
    await expect(openConnection('sqlite', join(folder, 'none.db'))).rejects.toThrow(/^There is no file/);
  });
});

describeMariaDb('MariaDB', () => {
  let database: MariaDbDatabase;
  let connection: Connection;
  let catalogue: Catalogue;

  beforeAll(async () => {
    database = await mariaDbDatabase('accord_test_catalogue');
    await database.run(await ugly('mysql'));
    connection = await openConnection('mysql', database.url);
    catalogue = await readCatalogue(connection);
  });
  afterAll(async () => {
    await connection?.close();
    await database?.drop();
  });

  test('columns keep the words of an enum, what is unsigned, what counts up and what is worked out', () => {
    const people = tableIn(catalogue, 'Client Details');
    expect(people).toMatchObject({ primaryKey: ['ID'], comment: 'People' });
    expect(columnIn(people, 'ID')).toMatchObject({ type: 'int unsigned', counted: true });
    expect(columnIn(people, 'First Name')).toMatchObject({ comment: 'as spoken', sizes: [40] });
    expect(columnIn(people, 'gender')).toMatchObject({ type: 'enum', values: ['M', 'F', "it's", '', '9 lives'] });
    expect(columnIn(people, 'flags')).toMatchObject({ type: 'set', values: null, default: null });
    expect(columnIn(people, 'active')).toMatchObject({ type: 'tinyint', sizes: [1] });
    expect(columnIn(people, 'label')).toMatchObject({ generated: true, default: null });
    expect(people.indexes).toContainEqual({ name: 'name', columns: [null], unique: false, partial: false });
    expect(tableIn(catalogue, 'people view').kind).toBe('view');
  });

  test('keys of several columns keep their order, and two keys to one table are two', () => {
    const street = tableIn(catalogue, 'straße');
    expect(street.foreignKeys.map(({ to, columns, toColumns }) => [to.name, columns, toColumns])).toEqual([
      ['1st', ['first_a', 'first_b'], ['a', 'b']],
      ['straße', ['parent'], ['id']],
      ['Client Details', ['client'], ['ID']],
      ['Client Details', ['helper'], ['ID']],
    ]);
  });

  test('a connection refuses to write even under a user who may, and says which tables that user may change', async () => {
    await expect(connection.rows('DELETE FROM no_key')).rejects.toThrow(/READ ONLY/i);
    expect(catalogue.writable?.map(written)).toContain('no_key');
  });

  test.each([
    ['a wrong password', 'root@', 'root:no%20way@', /refused user "root"/],
    ['no such database', 'accord_test_catalogue', 'accord_test_none', /no database "accord_test_none"/],
    ['nothing listening', ':3306', ':1', /^No database answers at 127\.0\.0\.1:1\./],
  ])('%s is told in one sentence, without the password', async (_what, from, to, sentence) => {
    const fault: unknown = await openConnection('mysql', database.url.replace(from, to)).catch((e: unknown) => e);
    expect(String(fault).replace('InputFault: ', '')).toMatch(sentence);
    expect(String(fault)).not.toContain('no way');
  });
});
