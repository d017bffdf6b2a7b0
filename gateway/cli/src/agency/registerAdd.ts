import { type Command, Option } from 'commander';
import { withStore } from '../withStore.ts';
import type { AddOptions } from './addAgency.ts';

/** `accord agency add`: looks at the agency first; an agency that cannot take part is not put on file. */
export function registerAdd(agency: Command): void {
  agency
    .command('add')
    .description('let an agency take part, from the next request on; looks at it first')
    .requiredOption('--id <id>', 'its short name, as its mapping has it, such as harbour')
    .requiredOption('--name <name>', 'what it is called')
    .requiredOption('--kind <kind>', 'what it does, such as HOMELESSNESS or FAMILY_VIOLENCE')
    .requiredOption('--entity <codes>', 'what the law calls it, such as ISE,RAE; "" for nothing')
    .requiredOption('--url <url>', 'where the hub reaches it; "connect:" where it dials out')
    .requiredOption('--key <file>', 'its public key, a JWK ("accord-agency keys" makes it)')
    .addOption(
      new Option(
        '--participation <way>',
        'whose records it announces; left out: ALL, of a family violence service CONSENTED',
      ).choices(['ALL', 'CONSENTED', 'NONE']),
    )
    .action((options: AddOptions) =>
      withStore(async (store) => {
        const { addAgency } = await import('./addAgency.ts');
        await addAgency(options, store);
      }),
    );
}
