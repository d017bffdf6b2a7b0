import type { AgencyRow, Participation } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { type Command, Option } from 'commander';
import { InputFault } from '../InputFault.ts';
import { withStore } from '../withStore.ts';
import { announcesOf } from './announcesOf.ts';
import { entityGiven } from './entityGiven.ts';
import { kindGiven } from './kindGiven.ts';
import { readKeyFile } from './readKeyFile.ts';
import { inWords, partnerNamed, servedOf, takeOver } from './takeOver.ts';

type AddOptions = Readonly<{
  id: string;
  name: string;
  kind: string;
  entity: string;
  url: string;
  key: string;
  participation?: Participation;
}>;

/** `accord agency add`: looks at the agency first; one that cannot take part is not put on file. */
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
    .addOption(new Option('--participation <way>', 'whose records it announces').choices(['ALL', 'CONSENTED', 'NONE']))
    .action((options: AddOptions) => withStore((store) => add(options, store)));
}

async function add({ id, name, kind, entity, url, key, participation }: AddOptions, store: Store) {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id))
    throw new InputFault(`--id is "${id}"; it takes small letters, digits and "-".`);
  const before = await store.agencies.all();
  assertFree(id, name, before);
  const row = { id, name, kind: kindGiven(kind, before), entity: entityGiven(entity) };
  const publicKey = await readKeyFile(key);
  const { served, note } = await takeOver({ id, url }, undefined, store);
  await store.agencies.upsert({
    ...{ ...row, url, publicKey, ...servedOf(served) },
    ...{ state: 'ACTIVE', joinedAt: new Date() },
    ...(participation && { participation }),
  });
  const onFile = await partnerNamed(id, store);
  console.log(
    `${id} takes part, on ${inWords(served)}.${note} Its records come with its next sync. ${announcesOf(onFile)}`,
  );
}

/**
 * A name that was taken stays taken: what clients said about an agency counts again when it comes back, and must not count for
 * another organisation.
 */
function assertFree(id: string, name: string, all: readonly AgencyRow[]): void {
  const before = all.find((agency) => agency.id === id);
  if (before && before.state !== 'REMOVED')
    throw new InputFault(`"${id}" takes part already. "accord agency upgrade ${id}" takes over what changed.`);
  if (before && before.name !== name)
    throw new InputFault(
      `"${id}" was ${before.name}, which was removed. It may come back under that name; another organisation needs another id.`,
    );
}
