import { readDatabaseLimits, readDatabaseUrl } from '@accord/kit/serve/readSettings';
import { runAgency } from '@accord/kit/serve/runAgency';
import { gnumed } from './agency.ts';
import { openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env), readDatabaseLimits(process.env));
  return { mapping: gnumed(db), reads: { db, engine: 'postgresql' }, close: () => db.$disconnect() };
});
