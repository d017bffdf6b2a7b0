import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testPostgres } from '../postgres/testPostgres.ts';
import { migrate } from './migrate.ts';
import { prismaFolder } from './migrationFiles.ts';
import { missingMigration } from './missingMigration.ts';

/**
 * Writes the migration from the last one to schema.prisma: `node dist/store/authorMigration.js <name>`.
 *
 * Uses a PostgreSQL of its own. What Prisma does not know (a trigger, a first row) is added to the file by hand before it is committed.
 */
const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write(
    'Name the migration in small letters, digits and "_": node dist/store/authorMigration.js <name>\n',
  );
  process.exit(2);
}
const postgres = await testPostgres();
try {
  const url = await postgres.emptyDatabase();
  const migrations = join(prismaFolder, 'migrations');
  await mkdir(migrations, { recursive: true });
  await writeFile(
    join(migrations, 'migration_lock.toml'),
    '# Written with the first migration; names the one dialect of this history.\nprovider = "postgresql"\n',
  );
  await migrate(url);
  const sql = await missingMigration(url);
  if (sql === '') {
    process.stdout.write('The migrations already lead to schema.prisma.\n');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(migrations, `${stamp}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), sql);
    process.stdout.write(`Wrote ${folder}.\n`);
  }
} finally {
  await postgres.stop();
}
