import type { Command } from 'commander';
import type { ExportOptions } from './exportConsents.ts';

/** `accord consent export`: one client's consents as a FHIR Bundle (type `collection`), on standard output. */
export function registerExport(consent: Command): void {
  consent
    .command('export')
    .description("print a client's consents as FHIR Consent resources")
    .requiredOption('--fhir <version>', 'FHIR version: R4 or R5')
    .option('--client <id>', 'client, at the hub at DATABASE_URL or of the demonstration that runs here')
    .option('--file <file>', 'or a JSON array of consents in the shape of the rules; "-" for standard input')
    .option('--profile <file>', 'profile to read them by; without it, ACCORD_PROFILE, else the shipped au-vic')
    .action(async (options: ExportOptions) => {
      const { exportConsents } = await import('./exportConsents.ts');
      await exportConsents(options);
    });
}
