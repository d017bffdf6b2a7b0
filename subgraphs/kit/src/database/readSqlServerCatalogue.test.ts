import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { nameModels } from '../init/nameModels.ts';
import { writePrismaSchema } from '../init/writePrismaSchema.ts';
import type { Connection, SqlRow } from './Connection.ts';
import { readSqlServerCatalogue } from './readSqlServerCatalogue.ts';

// No SQL Server was available: the rows follow the documentation of its catalogue views, and the connection only plays them
// back.

const at = (schema: string, table: string) => ({ schema, table });
const column = (schema: string, table: string, name: string, type: string, more: SqlRow = {}): SqlRow => ({
  ...{
    ...at(schema, table),
    name,
    type,
    size: 4,
    precision_: 10,
    scale: 0,
    nullable: false,
    counted: false,
    generated: false,
  },
  ...{ default: null, comment: null, ...more },
});

const recorded: readonly (readonly [RegExp, readonly SqlRow[]])[] = [
  [/SERVERPROPERTY/, [{ version: '16.0.1000.6' }]],
  [
    /FROM sys\.columns/,
    [
      column('clin', 'Client', 'ClientID', 'int', { counted: true }),
      column('clin', 'Client', 'Name', 'nvarchar', { size: 40, nullable: true, comment: 'as spoken' }),
      column('clin', 'Client', 'Notes', 'nvarchar', { size: -1, nullable: true }),
      column('clin', 'Client', 'Rate', 'decimal', { precision_: 9, scale: 2, nullable: true }),
      column('clin', 'Client', 'IsDeleted', 'bit', { default: '((0))' }),
      column('clin', 'Client', 'Place', 'geography', { nullable: true }),
      column('clin', 'Client', 'Label', 'nvarchar', { size: 50, nullable: true, generated: true }),
      column('dbo', 'Alert', 'AlertID', 'bigint'),
      column('dbo', 'Alert', 'ClientID', 'int'),
      column('dbo', 'Alert', 'OtherClientID', 'int', { nullable: true }),
      column('dbo', 'Alert', 'RaisedOn', 'date'),
    ],
  ],
  [
    /FROM sys\.foreign_keys/,
    [
      {
        ...at('dbo', 'Alert'),
        name: 'FK1',
        column: 'ClientID',
        to_schema: 'clin',
        to_table: 'Client',
        to_column: 'ClientID',
      },
      {
        ...at('dbo', 'Alert'),
        name: 'FK2',
        column: 'OtherClientID',
        to_schema: 'clin',
        to_table: 'Client',
        to_column: 'ClientID',
      },
    ],
  ],
  [
    /FROM sys\.indexes/,
    [
      {
        ...at('clin', 'Client'),
        name: 'PK_Client',
        is_unique: true,
        is_primary: true,
        partial: false,
        column: 'ClientID',
      },
      { ...at('dbo', 'Alert'), name: 'PK_Alert', is_unique: true, is_primary: true, partial: false, column: 'AlertID' },
      { ...at('dbo', 'Alert'), name: 'IX', is_unique: true, is_primary: false, partial: true, column: 'OtherClientID' },
    ],
  ],
  [
    /FROM sys\.objects/,
    [
      { schema: 'clin', name: 'Client', kind: 'U', comment: 'People', estimate: 12, readable: 1, writes: 0 },
      { schema: 'dbo', name: 'Alert', kind: 'U', comment: null, estimate: 30, readable: 1, writes: 2 },
    ],
  ],
];

const connection: Connection = {
  engine: 'sqlserver',
  rows: async (sql) => recorded.find(([asked]) => asked.test(sql))?.[1] ?? [],
  close: async () => {},
};

test('tables, columns, keys and rights are read from the catalogue views', async () => {
  const { tables, writable, server } = await readSqlServerCatalogue(connection);
  const [client, alert] = tables;
  expect(server).toBe('SQL Server 16.0.1000.6');
  expect(client).toMatchObject({
    schema: 'clin',
    name: 'Client',
    primaryKey: ['ClientID'],
    comment: 'People',
    estimatedRows: 12,
  });
  expect(client?.columns.map(({ written }) => written)).toEqual([
    'int',
    'nvarchar(40)',
    'nvarchar(max)',
    'decimal(9,2)',
    'bit',
    'geography',
    'nvarchar(50)',
  ]);
  expect(client?.columns.find(({ name }) => name === 'Label')).toMatchObject({ generated: true });
  expect(alert?.foreignKeys.map(({ columns, to, toColumns }) => [columns, to, toColumns])).toEqual([
    [['ClientID'], { schema: 'clin', name: 'Client' }, ['ClientID']],
    [['OtherClientID'], { schema: 'clin', name: 'Client' }, ['ClientID']],
  ]);
  expect(writable).toEqual([{ schema: 'dbo', name: 'Alert' }]);
});

test('the Prisma schema written from it is valid', async () => {
  const catalogue = await readSqlServerCatalogue(connection);
  const schema = writePrismaSchema('sqlserver', nameModels(catalogue));
  expect(schema).toContain('schemas  = ["clin", "dbo"]');
  expect(schema).toContain('place Unsupported("geography")? @map("Place")');
  const folder = await mkdtemp(join(tmpdir(), 'accord-sqlserver-'));
  await writeFile(join(folder, 'schema.prisma'), schema);
  const prisma = fileURLToPath(new URL('../../../../node_modules/.bin/prisma', import.meta.url));
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', CHECKPOINT_DISABLE: '1' };
  const said = await promisify(execFile)(prisma, ['validate', '--schema', 'schema.prisma'], {
    cwd: folder,
    env,
  }).finally(() => rm(folder, { recursive: true }));
  expect(said.stdout).toContain('is valid');
});
