import { migrationFiles } from './migrationFiles.ts';
import { withSchemaEngine } from './withSchemaEngine.ts';

/**
 * Returns, as SQL, the difference between schema.prisma and the database at `url`; empty when they agree.
 *
 * Against a database with all migrations so far applied, this is the new migration. It covers tables only: triggers are not in
 * schema.prisma.
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
