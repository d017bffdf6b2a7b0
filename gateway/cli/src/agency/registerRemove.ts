import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import { partnerNamed } from './partnerNamed.ts';

/** `accord agency remove ID`: the agency leaves the partnership. */
export function registerRemove(agency: Command): void {
  agency
    .command('remove')
    .description('take an agency out of the partnership: its records are taken back, its key is forgotten')
    .argument('<id>', "the agency's short name")
    .action((id: string) =>
      withStore(async (store) => {
        await partnerNamed(id, store);
        await store.agencies.remove(id, new Date());
        console.log(
          `${id} is removed: its records are taken back, its key is forgotten, its workers are not let in. What clients said through it, ` +
            'blocks among it, stays on file and counts; a consent that names it opens nothing of it or to it while it is away.',
        );
      }),
    );
}
