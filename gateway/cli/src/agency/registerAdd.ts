import { type Command, Option } from 'commander';
import { withStore } from '../withStore.ts';
import type { AddOptions } from './addAgency.ts';

/** `accord agency add`: looks at the agency first; an agency that cannot take part is not put on file. */
export function registerAdd(agency: Command): void {
  agency
    .command('add')
    .summary('check an agency and let it take part')
    .description('check an agency and let it take part, from the next request on')
    .requiredOption('--id <id>', "the agency's short name, as in its mapping, such as harbour")
    .requiredOption('--name <name>', "the agency's full name")
    .requiredOption('--kind <kind>', 'kind of service, such as HOMELESSNESS or FAMILY_VIOLENCE')
    .requiredOption('--entity <codes>', 'legal entity codes, such as ISE,RAE; "" for none')
    .requiredOption('--url <url>', 'address where the hub reaches it; "connect:" if it dials out')
    .requiredOption('--key <file>', 'file with its public key, a JWK (made by "accord-agency keys")')
    .addOption(
      new Option(
        '--participation <way>',
        'whose records it announces; without it, ALL, or CONSENTED for a family violence service',
      ).choices(['ALL', 'CONSENTED', 'NONE']),
    )
    .action((options: AddOptions) =>
      withStore(async (store) => {
        const { addAgency } = await import('./addAgency.ts');
        await addAgency(options, store);
      }),
    );
}
