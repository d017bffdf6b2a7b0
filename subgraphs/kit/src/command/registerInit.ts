import type { Command } from 'commander';
import { engines } from '../database/Catalogue.ts';
import type { InitOptions } from './proposeAgency.ts';

/** `accord-agency init`: reads an existing database and proposes the agency's folder. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description('Read your existing database, and propose its description and mapping; what is not said is asked')
    .option('--engine <engine>', `${engines.join(', ')}; MariaDB is mysql`)
    .option(
      '--url <url>',
      'the connection, such as postgresql://reader@127.0.0.1/records, or a SQLite file; DATABASE_URL otherwise',
    )
    .option('--out <folder>', "the agency's folder; a folder of the short name otherwise")
    .option('--schemas <names>', 'only these schemas, such as public,clin (PostgreSQL, SQL Server)')
    .option('--id <id>', "the agency's short name in the partnership, such as river-house")
    .option('--name <name>', "the agency's name in full")
    .option('--force', 'replace files that are there')
    .option('--json', 'print the proposal as JSON, and write nothing')
    .action(async (options: InitOptions) => {
      const { proposeAgency } = await import('./proposeAgency.ts');
      await proposeAgency(options);
    });
}
