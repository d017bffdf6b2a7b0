import type { Command } from 'commander';
import type { VerifyOptions } from './verifyLedger.ts';

/** `accord ledger verify`: detects any edit, removal or reordering; with kept checkpoints, also truncation and rewriting. */
export function registerVerify(ledger: Command): void {
  ledger
    .command('verify')
    .summary('check that no entry was edited, removed or reordered')
    .description(
      'check that no entry was edited, removed or reordered; with checkpoints kept elsewhere, also that the ledger was not truncated or rewritten',
    )
    .option('--checkpoint <files...>', 'files with checkpoints kept elsewhere', [])
    .option('--key <file or address>', "key to trust, a JWK or a JWK set; without it, this hub's own")
    .option('--file <export>', 'export (jsonl) to check, instead of the ledger itself')
    .action(async (options: VerifyOptions) => {
      const { verifyLedger } = await import('./verifyLedger.ts');
      await verifyLedger(options);
    });
}
