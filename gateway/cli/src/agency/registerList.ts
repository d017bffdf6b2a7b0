import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import type { ListOptions } from './listAgencies.ts';

/** `accord agency list`: who takes part and with what contract; with `--probe`, how each is doing now. */
export function registerList(agency: Command): void {
  agency
    .command('list')
    .summary('list agencies, what they serve and record counts')
    .description('list the agencies, what each serves, and how many records each has announced')
    .option('--probe', 'check of each active agency against what is on file')
    .option('--json', 'output as JSON')
    .action((options: ListOptions) =>
      withStore(async (store) => {
        const { listAgencies } = await import('./listAgencies.ts');
        await listAgencies(options, store);
      }),
    );
}
