import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import { partnerNamed } from './partnerNamed.ts';

/** `accord agency remove ID`: the agency leaves the partnership. */
export function registerRemove(agency: Command): void {
  agency
    .command('remove')
    .summary('remove an agency from the partnership')
    .description('remove an agency from the partnership: take back its records and delete its key')
    .argument('<id>', "the agency's short name")
    .action((id: string) =>
      withStore(async (store) => {
        await partnerNamed(id, store);
        await store.agencies.remove(id, new Date());
        console.log(
          `${id} is removed. Its records are taken back, its key is deleted, and the hub turns its workers away. What clients said ` +
            'through it, blocks included, stays on file and still counts. A consent that names it releases nothing from it or to it while it is away.',
        );
      }),
    );
}
