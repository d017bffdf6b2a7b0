import { readDatabaseUrl } from '@accord/kit/readSettings';
import { runAgency } from '@accord/kit/runAgency';
import { wattle } from './agency.ts';
import { assertReadOnly, openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env));
  await assertReadOnly(db);
  return { mapping: wattle(db), close: () => db.$disconnect() };
});
