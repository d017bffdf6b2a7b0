import { assertReadOnlyRole } from '@accord/kit/assertReadOnlyRole';
import { readDatabaseUrl } from '@accord/kit/readSettings';
import { runAgency } from '@accord/kit/runAgency';
import { kestrel } from './agency.ts';
import { openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env));
  await assertReadOnlyRole(db, 'Kestrel');
  return { mapping: kestrel(db), close: () => db.$disconnect() };
});
