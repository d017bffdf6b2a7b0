import { readDatabaseUrl } from '@accord/kit/readSettings';
import { runAgency } from '@accord/kit/runAgency';
import { harbour } from './agency.ts';
import { assertReadOnly, openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env));
  await assertReadOnly(db);
  return { mapping: harbour(db), close: () => db.$disconnect() };
});
