import type { Command } from 'commander';
import { withStore } from '../withStore.ts';

/** `accord ledger checkpoint`: signs where the ledger ends now, for somebody to keep. */
export function registerCheckpoint(ledger: Command): void {
  ledger
    .command('checkpoint')
    .summary('sign the current end of the ledger, to keep elsewhere')
    .description('sign the current end of the ledger, to keep elsewhere and compare later')
    .option('--out <file>', 'file to append it to, one a line, instead of standard output')
    .action(({ out }: Readonly<{ out?: string }>) =>
      withStore(async (store) => {
        const { signCheckpoint } = await import('./signCheckpoint.ts');
        await signCheckpoint(out, store);
      }),
    );
}
