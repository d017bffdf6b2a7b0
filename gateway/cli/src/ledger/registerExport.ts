import type { Command } from 'commander';
import type { ExportOptions } from './exportEntries.ts';

/** `accord ledger export`: entries as lines, and a last line with which the export itself can be verified. */
export function registerExport(ledger: Command): void {
  ledger
    .command('export')
    .summary('write entries out, oldest first, in a verifiable form')
    .description('write entries out, oldest first, with a last line by which they can be verified')
    .option('--agency <id>', "only this agency's records")
    .option('--client <id>', 'only this client')
    .option('--from <day or instant>', 'earliest disclosure')
    .option('--to <day or instant>', 'latest disclosure: before the instant, or up to the end of the day')
    .option('--format <format>', 'jsonl, which "accord ledger verify --file" reads, or csv', 'jsonl')
    .option('--out <file>', 'new file to write to, instead of standard output')
    .action(async (options: ExportOptions) => {
      const { exportEntries } = await import('./exportEntries.ts');
      await exportEntries(options);
    });
}
