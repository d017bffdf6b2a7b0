import { assertReadOnlyRole } from '@accord/kit/assertReadOnlyRole';
import { readDatabaseUrl } from '@accord/kit/readSettings';
import { runAgency } from '@accord/kit/runAgency';
import { harbour } from './agency.ts';
import { openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env));
  await assertReadOnlyRole(db, 'Harbour');
  return { mapping: harbour(db), close: () => db.$disconnect() };
});
