import { randomBytes } from 'node:crypto';
import { verifyMapping } from '@accord/kit/check/verifyMapping';
import { inventPartnership } from '@accord/people/inventPartnership';
import mariadb from 'mariadb';
import { describeMariaDb } from '../../kit/tests/mariaDbHere.ts';
import { banksia } from './agency.ts';
import { openDatabase } from './database.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { createBanksia, type Seeded } from './seed.ts';
import { filedAt, tableRows } from './tableRows.ts';

const asOf = '2026-11-22';
const invented = inventPartnership({ seed: 11, count: 60, asOf }).people.flatMap(({ records }) =>
  records.filter(({ agency }) => agency === 'harbour'),
);

describeMariaDb('tables that are not as the schema says, on a real MariaDB', () => {
  const adminUrl = 'mysql://root@127.0.0.1:3306/';
  const name = `accord_banksia_${randomBytes(4).toString('hex')}`;
  let seeded: Seeded;
  let db: PrismaClient;

  beforeAll(async () => {
    seeded = await createBanksia({ adminUrl, name, readerPassword: 'pw', rows: tableRows(filedAt(invented, asOf)) });
    db = openDatabase(seeded.url);
  });
  afterAll(async () => {
    await db?.$disconnect();
    await seeded?.drop();
  });
  const run = async (sql: string): Promise<void> => {
    const connection = await mariadb.createConnection({
      host: '127.0.0.1',
      user: 'root',
      password: '',
      database: name,
    });
    await connection.query(sql).finally(() => connection.end());
  };
  const said = async () =>
    (await verifyMapping(banksia(db), { db, sample: 40, now: new Date(`${asOf}T10:00:00Z`) }))
      .filter(({ level }) => level !== 'HINT')
      .map(({ level, sentence }) => `${level} ${sentence}`);

  test('where all is as it says, nothing is said', async () => {
    expect(await said()).toEqual([]);
  });

  test('a column and a table that were renamed', async () => {
    await run('ALTER TABLE child RENAME COLUMN given_name TO renamed');
    expect(await said()).toEqual([
      'FATAL Table "child" has no column "given_name", which prisma/schema.prisma says it has. Correct the schema, or run "accord-agency init" again.',
    ]);
    await run('ALTER TABLE child RENAME COLUMN renamed TO given_name');
    await run('RENAME TABLE worker TO workers');
    expect(await said()).toEqual([
      'FATAL There is no table "worker", which prisma/schema.prisma says there is. Correct the schema, or run "accord-agency init" again.',
    ]);
  });
});
