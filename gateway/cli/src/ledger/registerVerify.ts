import type { Command } from 'commander';
import type { VerifyOptions } from './verifyLedger.ts';

/** `accord ledger verify`: detects any edit, removal or reordering; with kept checkpoints, also truncation and rewriting. */
export function registerVerify(ledger: Command): void {
  ledger
    .command('verify')
    .description('find any edit, removal or reordering and, with checkpoints kept elsewhere, truncation and rewriting')
    .option('--checkpoint <files...>', 'files of kept checkpoints', [])
    .option('--key <file or address>', "whose signature to trust (a JWK or a set of them); usually this hub's own")
    .option('--file <export>', 'look at this export (jsonl) instead of the ledger itself')
    .action(async (options: VerifyOptions) => {
      const { verifyLedger } = await import('./verifyLedger.ts');
      await verifyLedger(options);
    });
}
