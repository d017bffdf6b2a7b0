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
    .description('look at an agency again and take over what it serves now, from the next request on')
    .argument('<id>', "the agency's short name")
    .option('--url <url>', 'where the hub reaches it from now on')
    .option('--key <file>', 'its new public key; what it signed with the old one is refused from now on')
    .option('--name <name>', 'what it is called from now on')
    .option(
      '--kind <kind>',
      'what it does, from now on; whose records it announces stays ("accord link participation")',
    )
    .option('--entity <codes>', 'what the law calls it from now on')
    .action((id: string, options: UpgradeOptions) =>
      withStore(async (store) => {
        const { upgradeAgency } = await import('./upgradeAgency.ts');
        await upgradeAgency(id, options, store);
      }),
    );
}
