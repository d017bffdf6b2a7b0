import type { Command } from 'commander';
import type { ImportOptions } from './importConsents.ts';

/** `accord consent import`: FHIR Consent resources as consents in the shape of the rules. */
export function registerImport(consent: Command): void {
  consent
    .command('import')
    .description('read FHIR Consent resources: one, or a Bundle of them')
    .argument('<file>', 'a JSON file; "-" reads standard input')
    .option('--fhir <version>', 'R4 or R5; left out, told from the elements each resource has')
    .option(
      '--profile <file>',
      'the law and categories, not with --record; left out, ACCORD_PROFILE, else the shipped au-vic',
    )
    .option(
      '--record',
      'put them on file, at the hub at DATABASE_URL or the demonstration that runs here; ACCORD_PROFILE as there',
    )
    .option('--agency <id>', 'with --record: the agency that puts them on file')
    .option('--by <user>', 'with --record: the sign-in name of who does')
    .action(async (file: string, options: ImportOptions) => {
      const { importConsents } = await import('./importConsents.ts');
      await importConsents(file, options);
    });
}
