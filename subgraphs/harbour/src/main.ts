import { readDatabaseLimits, readDatabaseUrl, readWriterUrl } from '@accord/kit/serve/readSettings';
import { runAgency } from '@accord/kit/serve/runAgency';
import { harbour } from './agency.ts';
import { openDatabase, openWriter } from './database.ts';
import { harbourWrites } from './writes.ts';

await runAgency(async () => {
  const db = openDatabase(readDatabaseUrl(process.env), readDatabaseLimits(process.env));
  // Alerts are written over a separate connection, as another role. Without the setting, Harbour takes no alerts.
  const writerUrl = readWriterUrl(process.env);
  const writer = writerUrl === null ? null : openWriter(writerUrl, readDatabaseLimits(process.env));
  return {
    mapping: writer ? { ...harbour(db), writes: harbourWrites(writer) } : harbour(db),
    reads: { db, engine: 'postgresql' },
    close: async () => {
      await Promise.all([db.$disconnect(), writer?.$disconnect()]);
    },
  };
});
