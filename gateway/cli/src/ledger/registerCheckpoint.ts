import type { Command } from 'commander';
import { withStore } from '../withStore.ts';

/** `accord ledger checkpoint`: signs where the ledger ends now, for somebody to keep. */
export function registerCheckpoint(ledger: Command): void {
  ledger
    .command('checkpoint')
    .description('sign where the ledger ends now, to be kept elsewhere and compared later')
    .option('--out <file>', 'add it to this file, one a line, instead of printing it')
    .action(({ out }: Readonly<{ out?: string }>) =>
      withStore(async (store) => {
        const { signCheckpoint } = await import('./signCheckpoint.ts');
        await signCheckpoint(out, store);
      }),
    );
}
