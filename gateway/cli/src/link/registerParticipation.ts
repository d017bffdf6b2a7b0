import type { Participation } from '@accord/server/store/agencies';
import { Argument, type Command } from 'commander';
import { InputFault } from '../InputFault.ts';
import { withStore } from '../withStore.ts';

const ways = ['ALL', 'CONSENTED', 'NONE'] as const satisfies readonly Participation[];

/** `accord link participation AGENCY WAY`: whose records an agency announces. NONE takes back everything it has announced. */
export function registerParticipation(link: Command): void {
  link
    .command('participation')
    .summary('set whose records an agency announces')
    .description('set whose records an agency announces: all, those of people who agreed, or none (figures only)')
    .argument('<agency>', "the agency's short name")
    .addArgument(
      new Argument(
        '<way>',
        'all records, those of people who agreed, or none, which takes back those announced',
      ).choices(ways),
    )
    .action(async (agency: string, way: Participation) => {
      const known = await withStore(({ agencies }) => agencies.setParticipation(agency, way, new Date()));
      if (!known) throw new InputFault(`There is no agency "${agency}". See "accord link status".`);
      console.log(
        way === 'NONE'
          ? `${agency} takes part with figures only. The records it had announced are taken back.`
          : `${agency} announces ${way === 'ALL' ? 'all records' : 'the records of people who agreed'} from its next sync on.`,
      );
    });
}
