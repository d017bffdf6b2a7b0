import { migrationFiles } from './migrationFiles.ts';
import { withSchemaEngine } from './withSchemaEngine.ts';

/**
 * What schema.prisma has and the database at `url` does not, or the other way round, as SQL; empty when they agree.
 *
 * A new migration is this, against a database to which all migrations so far were applied. Tables only: a trigger is
 * not in schema.prisma.
 */
export async function missingMigration(url: string): Promise<string> {
  const { schema } = await migrationFiles();
  const files = [{ path: 'schema.prisma', content: schema }];
  const { stdout } = await withSchemaEngine(url, schema, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  const sql = (stdout ?? '').trim();
  return sql === '' || sql.startsWith('-- This is an empty migration') ? '' : `${sql}\n`;
}
