import { readDatabaseLimits, readDatabaseUrl } from '@accord/kit/serve/readSettings';
import { runAgency } from '@accord/kit/serve/runAgency';
import { banksia } from './agency.ts';
import { openDatabase } from './database.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env), readDatabaseLimits(process.env));
  return { mapping: banksia(db), reads: { db, engine: 'mysql' }, close: () => db.$disconnect() };
});
