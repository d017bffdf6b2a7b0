import type { Command } from 'commander';
import { engines } from '../database/Catalogue.ts';
import type { InitOptions } from './proposeAgency.ts';

/** `accord-agency init`: reads an existing database and proposes the agency's folder. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .summary('read your database and propose a mapping')
    .description(
      'read your existing database, and propose its description and mapping; asks for what the options leave out',
    )
    .option('--engine <engine>', `${engines.join(', ')}; for MariaDB, mysql`)
    .option(
      '--url <url>',
      'connection, such as postgresql://reader@127.0.0.1/records, or SQLite file; without it, DATABASE_URL',
    )
    .option('--out <folder>', "the agency's folder; without it, one named after --id")
    .option('--schemas <names>', 'schemas to read, such as public,clin (PostgreSQL, SQL Server)')
    .option('--id <id>', "the agency's short name in the partnership, such as river-house")
    .option('--name <name>', "the agency's full name")
    .option('--force', 'replacement of files that already exist')
    .option('--json', 'proposal as JSON on standard output; writes no files')
    .action(async (options: InitOptions) => {
      const { proposeAgency } = await import('./proposeAgency.ts');
      await proposeAgency(options);
    });
}
