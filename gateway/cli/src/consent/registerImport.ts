import type { Command } from 'commander';
import type { ImportOptions } from './importConsents.ts';

/** `accord consent import`: FHIR Consent resources as consents in the shape of the rules. */
export function registerImport(consent: Command): void {
  consent
    .command('import')
    .description('read FHIR Consent resources: one, or a Bundle of them')
    .argument('<file>', 'JSON file; "-" for standard input')
    .option('--fhir <version>', 'FHIR version: R4 or R5; without it, recognised from the elements of each resource')
    .option(
      '--profile <file>',
      'profile to read them by, not with --record; without it, ACCORD_PROFILE, else the shipped au-vic',
    )
    .option(
      '--record',
      "recording of the consents, at the hub at DATABASE_URL or the demonstration that runs here; set ACCORD_PROFILE as the hub's",
    )
    .option('--agency <id>', 'agency that puts them on file, with --record')
    .option('--by <user>', 'sign-in name of the person who puts them on file, with --record')
    .action(async (file: string, options: ImportOptions) => {
      const { importConsents } = await import('./importConsents.ts');
      await importConsents(file, options);
    });
}
