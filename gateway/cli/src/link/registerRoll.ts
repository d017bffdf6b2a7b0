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
    .description('change the linkage secret without losing a link')
    .option('--begin', 'let agencies encode anew, beside the current secret')
    .option('--finish', 'take keys of the new secret only')
    .option('--all-the-same', 'finish though some records are not encoded anew')
    .action(async ({ begin, finish, allTheSame = false }: RollOptions) => {
      if (begin === finish) throw new InputFault('Say --begin or --finish.');
      if (begin) {
        const begun = await withStore(({ links }) => links.beginKeyRoll());
        if (!begun) throw new InputFault('A key roll goes on already. "accord link status" says how far it is.');
        console.log(
          'Begun. Give every agency the new secret and its epoch (ACCORD_LINKAGE_EPOCH), let them sync, then --finish.',
        );
        return;
      }
      const without = await withStore(async (store) => {
        if (!allTheSame) await assertAllRolled(store);
        return store.links.finishKeyRoll();
      });
      if (without === null) throw new InputFault('No key roll goes on. Start one with --begin.');
      console.log(`Finished. ${without} records have no keys of the new secret; their links stay.`);
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
      `Not all is encoded anew: ${left.join(', ')}. Nobody would be found among those, nor linked, until they are. ` +
        'Have these agencies set the new secret and sync, or say --finish --all-the-same.',
    );
}
