import { readDatabaseUrl } from '@accord/kit/serve/readSettings';
import { runAgency } from '@accord/kit/serve/runAgency';
import { wattle } from './agency.ts';
import { openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env));
  return { mapping: wattle(db), reads: { db, engine: 'sqlite' }, close: () => db.$disconnect() };
});
