import type { Command } from 'commander';
import type { DoctorOptions } from './seeDoctor.ts';

/** `accord-agency doctor URL`: is the agency fit to join? Exit code 0: every rule holds; 1: not; 2: nothing could be examined. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('examine a running agency as a hub and an attacker would')
    .description(
      'examine a running agency as a hub and an attacker would: does it keep to the contract, and refuse what it must?',
    )
    .argument('[url]', 'address of the agency, such as http://127.0.0.1:4101')
    .option(
      '--make-key <file>',
      'file for a new key of the doctor; also prints how to start a rehearsal that accepts it',
    )
    .option('--key <file>', 'file with the key made by --make-key')
    .option('--agency <id>', 'short name of the agency, if /health does not say it')
    .option('--records <numbers>', 'numbers of some records on file, such as 12,34; without it, 1 to 200 are tried')
    .option('--only <rules>', 'rules or themes to examine, such as guard,errors.large')
    .option('--deadline <ms>', 'milliseconds the hub waits for an answer', '3000')
    .option('--json', 'output as JSON')
    .action(async (url: string | undefined, options: DoctorOptions) => {
      const { seeDoctor } = await import('./seeDoctor.ts');
      await seeDoctor(url, options);
    });
}
