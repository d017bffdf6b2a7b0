import { type Stewardship, stewardships } from '@accord/server/store/stewardships';
import { Argument, type Command } from 'commander';
import { withStore } from '../withStore.ts';
import { partnerNamed } from './partnerNamed.ts';

/** `accord agency stewardship ID WHAT`: gives an agency a say over how its own clients' data are counted, or takes it away. */
export function registerStewardship(agency: Command): void {
  agency
    .command('stewardship')
    .summary('record why an agency may veto counts of its data')
    .description("record the stewardship by which an agency's executive may veto counts of its own clients' data")
    .argument('<id>', "the agency's short name")
    .addArgument(
      new Argument('<what>', 'kind of stewardship; NONE removes it, and lifts no veto').choices([
        ...stewardships,
        'NONE',
      ]),
    )
    .action((id: string, what: Stewardship | 'NONE') =>
      withStore(async (store) => {
        await partnerNamed(id, store);
        await store.agencies.setStewardship(id, what === 'NONE' ? null : what);
        console.log(
          what === 'NONE'
            ? `${id} can no longer veto counts of its clients' data. Its existing vetoes stay until it lifts them.`
            : `${id} is on file as ${what}. Its executive may keep its own clients' data out of joint counts.`,
        );
      }),
    );
}
