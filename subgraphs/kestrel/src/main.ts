import { readDatabaseUrl } from '@accord/kit/readSettings';
import { runAgency } from '@accord/kit/runAgency';
import { kestrel } from './agency.ts';
import { assertReadOnly, openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env));
  await assertReadOnly(db);
  return { mapping: kestrel(db), close: () => db.$disconnect() };
});
