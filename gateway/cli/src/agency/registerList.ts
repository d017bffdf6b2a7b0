import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import type { ListOptions } from './listAgencies.ts';

/** `accord agency list`: who takes part and with what contract; with `--probe`, how each is doing now. */
export function registerList(agency: Command): void {
  agency
    .command('list')
    .description('the agencies, what they serve, and how many records they have announced')
    .option('--probe', 'look at each that is active: is it there, and is it as on file?')
    .option('--json', 'as JSON')
    .action((options: ListOptions) =>
      withStore(async (store) => {
        const { listAgencies } = await import('./listAgencies.ts');
        await listAgencies(options, store);
      }),
    );
}
