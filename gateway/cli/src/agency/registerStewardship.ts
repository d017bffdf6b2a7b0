import { type Stewardship, stewardships } from '@accord/server/store/stewardships';
import { Argument, type Command } from 'commander';
import { withStore } from '../withStore.ts';
import { partnerNamed } from './partnerNamed.ts';

/** `accord agency stewardship ID WHAT`: gives an agency a say over how its own clients' data are counted, or takes it away. */
export function registerStewardship(agency: Command): void {
  agency
    .command('stewardship')
    .description("what gives an agency a say over how its own clients' data are counted: its executive may veto that")
    .argument('<id>', "the agency's short name")
    .addArgument(
      new Argument('<what>', 'what it is; NONE takes it away, and lifts no veto').choices([...stewardships, 'NONE']),
    )
    .action((id: string, what: Stewardship | 'NONE') =>
      withStore(async (store) => {
        await partnerNamed(id, store);
        await store.agencies.setStewardship(id, what === 'NONE' ? null : what);
        console.log(
          what === 'NONE'
            ? `${id} may put no new veto on counting its clients' data. Those that stand stay until it lifts them.`
            : `${id} is on file as ${what}: its executive may keep its own clients' data out of what is counted together.`,
        );
      }),
    );
}
