import type { Command } from 'commander';
import type { DoctorOptions } from './seeDoctor.ts';

/**
 * `accord-agency doctor URL`: is the agency ready to join? Exit code 0: every rule holds; 1: some do not; 2: nothing could
 * be examined.
 */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Examine a running agency in the hub’s place: does it keep to the contract, and refuse what it must?')
    .argument('[url]', 'address of the agency, such as http://127.0.0.1:4101')
    .option(
      '--make-key <file>',
      'make a key for the doctor, and say how to start a rehearsal of the agency that accepts it',
    )
    .option('--key <file>', 'the key that was made')
    .option('--agency <id>', 'the agency’s short name, where /health does not say it')
    .option('--records <numbers>', 'numbers of some records on file, such as 12,34 (otherwise 1 to 200 are tried)')
    .option('--only <rules>', 'keep to these rules or themes, such as guard,errors.large')
    .option('--deadline <ms>', 'how long the hub waits for an answer', '3000')
    .option('--json', 'the report as JSON')
    .action(async (url: string | undefined, options: DoctorOptions) => {
      const { seeDoctor } = await import('./seeDoctor.ts');
      await seeDoctor(url, options);
    });
}
