import type { Command } from 'commander';
import type { ExportOptions } from './exportEntries.ts';

/** `accord ledger export`: entries as lines, and a last line with which the export itself can be verified. */
export function registerExport(ledger: Command): void {
  ledger
    .command('export')
    .description('write entries out, the oldest first, with a last line by which they can be verified')
    .option('--agency <id>', "of this agency's records only")
    .option('--client <id>', 'about this client only')
    .option('--from <day or instant>', 'told then or later')
    .option('--to <day or instant>', 'told before that instant, or until the end of that day')
    .option('--format <format>', 'jsonl, which "accord ledger verify --file" reads, or csv', 'jsonl')
    .option('--out <file>', 'a new file; left out: standard output')
    .action(async (options: ExportOptions) => {
      const { exportEntries } = await import('./exportEntries.ts');
      await exportEntries(options);
    });
}
