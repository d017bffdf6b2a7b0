import type { Command } from 'commander';
import type { ExportOptions } from './exportConsents.ts';

/** `accord consent export`: one client's consents as a FHIR Bundle (type `collection`), on standard output. */
export function registerExport(consent: Command): void {
  consent
    .command('export')
    .description("a client's consents as FHIR Consent resources")
    .requiredOption('--fhir <version>', 'R4 or R5')
    .option('--client <id>', 'of this client, from the hub at DATABASE_URL or the demonstration that runs here')
    .option('--file <file>', 'of a JSON array of consents in the shape of the rules instead; "-" reads standard input')
    .option('--profile <file>', 'the law and categories; left out, ACCORD_PROFILE, else the shipped au-vic')
    .action(async (options: ExportOptions) => {
      const { exportConsents } = await import('./exportConsents.ts');
      await exportConsents(options);
    });
}
