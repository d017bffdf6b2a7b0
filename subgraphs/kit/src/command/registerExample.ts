import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { createSqliteFile } from '../database/createSqliteFile.ts';

/** `accord-agency example [file]`: an invented agency's database, to try the other commands on. */
export function registerExample(program: Command): void {
  program
    .command('example [file]')
    .summary('create an invented SQLite database to practise on')
    .description('create an invented database of 59 tables (SQLite) to practise on')
    .action(async (file: string = 'rosella.db') => {
      await createSqliteFile(file, readFileSync(new URL('../../example/rosella.sql', import.meta.url), 'utf8'));
      console.log(
        `Created ${file}: the database of Rosella Financial Counselling, as it has grown over the years. All people in it are invented.\n` +
          `Next: npx accord-agency init --engine sqlite --url file:${file} --id rosella --name "Rosella Financial Counselling"`,
      );
    });
}
