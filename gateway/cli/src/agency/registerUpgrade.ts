import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import type { UpgradeOptions } from './upgradeAgency.ts';

/**
 * `accord agency upgrade ID`: looks at the agency again, and takes over its version, its modules, and a new address, key, name,
 * kind or entity.
 */
export function registerUpgrade(agency: Command): void {
  agency
    .command('upgrade')
    .summary('check an agency again and accept what it serves now')
    .description('check an agency again and accept what it serves now, from the next request on')
    .argument('<id>', "the agency's short name")
    .option('--url <url>', 'new address where the hub reaches it')
    .option('--key <file>', 'file with its new public key; signatures of the old key are then refused')
    .option('--name <name>', 'new name')
    .option(
      '--kind <kind>',
      'new kind of service; does not change whose records it announces ("accord link participation")',
    )
    .option('--entity <codes>', 'new legal entity codes')
    .action((id: string, options: UpgradeOptions) =>
      withStore(async (store) => {
        const { upgradeAgency } = await import('./upgradeAgency.ts');
        await upgradeAgency(id, options, store);
      }),
    );
}
