import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The folder of schema.prisma, whether this runs from `src/store` or from `dist/store`. */
export const prismaFolder = fileURLToPath(new URL('../../prisma/', import.meta.url));

export type MigrationFiles = Readonly<{ schema: string; migrations: MigrationList }>;

/** Reads the schema, and the migrations that lead to it, in the form the schema engine takes. */
export async function migrationFiles(): Promise<MigrationFiles> {
  const baseDir = join(prismaFolder, 'migrations');
  const folders = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    schema: await readFile(join(prismaFolder, 'schema.prisma'), 'utf8'),
    migrations: {
      baseDir,
      lockfile: {
        path: 'migration_lock.toml',
        content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null),
      },
      shadowDbInitScript: '',
      migrationDirectories: await Promise.all(
        folders.map(async (path) => ({
          path,
          migrationFile: {
            path: 'migration.sql',
            content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') },
          },
        })),
      ),
    },
  };
}
