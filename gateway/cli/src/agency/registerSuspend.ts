import type { Command } from 'commander';
import { withStore } from '../withStore.ts';
import { partnerNamed } from './partnerNamed.ts';

/** `accord agency suspend ID` and `resume ID`. */
export function registerSuspend(agency: Command): void {
  agency
    .command('suspend')
    .summary('stop asking and answering an agency')
    .description('stop asking and answering an agency, from the next request on; what is on file stays')
    .argument('<id>', "the agency's short name")
    .action((id: string) =>
      setState(
        id,
        'SUSPENDED',
        `${id} is suspended: the hub no longer asks it or answers it. To undo: "accord agency resume ${id}".`,
      ),
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
