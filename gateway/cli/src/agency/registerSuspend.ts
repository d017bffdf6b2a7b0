import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import { partnerNamed } from './partnerNamed.ts';

/** `accord agency suspend ID` and `resume ID`. */
export function registerSuspend(agency: Command): void {
  agency
    .command('suspend')
    .description('ask an agency nothing, and answer it nothing, from the next request on; what is on file stays')
    .argument('<id>', "the agency's short name")
    .action((id: string) =>
      setState(id, 'SUSPENDED', `${id} is suspended: it is asked nothing, and answered nothing.`),
    );
  agency
    .command('resume')
    .description('let a suspended agency take part again')
    .argument('<id>', "the agency's short name")
    .action((id: string) => setState(id, 'ACTIVE', `${id} takes part again.`));
}

const setState = (id: string, state: 'ACTIVE' | 'SUSPENDED', done: string): Promise<void> =>
  withStore(async (store) => {
    await partnerNamed(id, store);
    await store.agencies.setState(id, state);
    console.log(done);
  });
