import type { Store } from '@accord/server/store/Store';
import type { Command } from 'commander';
import { InputFault } from '../InputFault.ts';
import { withStore } from '../withStore.ts';

/**
 * `accord link roll --begin` and `--finish`: a new linkage secret for the partnership. Between the two, agencies set the new
 * secret and its epoch, and sync; the hub accepts keys of either. Links stay as they are. Records that are not encoded again by
 * the end lose their keys, so finishing is refused until all are, unless the user insists.
 */
export function registerRoll(link: Command): void {
  link
    .command('roll')
    .summary('change the linkage secret without losing links')
    .description('change the linkage secret without losing links')
    .option('--begin', 'start of the change: agencies encode under the new secret, beside the current one')
    .option('--finish', 'end of the change: only keys of the new secret are accepted')
    .option('--all-the-same', 'permission to finish although some records are not encoded under the new secret')
    .action(async ({ begin, finish, allTheSame = false }: RollOptions) => {
      if (begin === finish) throw new InputFault('Give either --begin or --finish.');
      if (begin) {
        const begun = await withStore(({ links }) => links.beginKeyRoll());
        if (!begun)
          throw new InputFault(
            'A change of the secret is already under way. See its progress with "accord link status".',
          );
        console.log(
          'Begun. Next: have every agency set the new secret (ACCORD_LINKAGE_SECRET) and its epoch (ACCORD_LINKAGE_EPOCH) and sync; then run "accord link roll --finish".',
        );
        return;
      }
      const without = await withStore(async (store) => {
        if (!allTheSame) await assertAllRolled(store);
        return store.links.finishKeyRoll();
      });
      if (without === null)
        throw new InputFault('No change of the secret is under way. Start one with "accord link roll --begin".');
      console.log(`Finished. ${without} records have no keys under the new secret; their links stay.`);
    });
}

type RollOptions = Readonly<{ begin?: boolean; finish?: boolean; allTheSame?: boolean }>;

/**
 * Throws one sentence if a roll is under way and some agency has records that are not yet encoded again: until it syncs, nobody
 * is found among them.
 */
async function assertAllRolled({ links, agencies }: Store): Promise<void> {
  if ((await links.keyEpochs()).next === null) return;
  const left = (await links.announcedBy(await agencies.all()))
    .map(({ id, withKeys, ofNext }) => ({ id, count: withKeys - ofNext }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `${id} has ${count} ${count === 1 ? 'record' : 'records'} left`);
  if (left.length > 0)
    throw new InputFault(
      `Not all records are encoded under the new secret: ${left.join(', ')}. Until they are, nobody could be found or linked among them. ` +
        'Have these agencies set the new secret and sync, or run "accord link roll --finish --all-the-same".',
    );
}
