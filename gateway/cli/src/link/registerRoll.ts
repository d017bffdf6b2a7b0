import type { Command } from 'commander';
import { InputFault } from '../InputFault.ts';
import { withStore } from '../withStore.ts';

/**
 * `accord link roll --begin` and `--finish`: a new secret of the partnership. Between the two, agencies set the new secret and its
 * epoch and sync; the hub takes keys of either. Links stay as they are.
 */
export function registerRoll(link: Command): void {
  link
    .command('roll')
    .description('change the linkage secret without losing a link')
    .option('--begin', 'let agencies encode anew, beside the current secret')
    .option('--finish', 'take keys of the new secret only')
    .action(async ({ begin, finish }: Readonly<{ begin?: boolean; finish?: boolean }>) => {
      if (begin === finish) throw new InputFault('Say --begin or --finish.');
      if (begin) {
        const begun = await withStore(({ links }) => links.beginKeyRoll());
        if (!begun) throw new InputFault('A key roll goes on already. "accord link status" says how far it is.');
        console.log(
          'Begun. Give every agency the new secret and its epoch (ACCORD_LINKAGE_EPOCH), let them sync, then --finish.',
        );
        return;
      }
      const without = await withStore(({ links }) => links.finishKeyRoll());
      if (without === null) throw new InputFault('No key roll goes on. Start one with --begin.');
      console.log(`Finished. ${without} records have no keys of the new secret; their links stay.`);
    });
}
