import type { Store } from '@accord/server/store/Store';
import type { Command } from 'commander';
import { InputFault } from '../InputFault.ts';
import { withStore } from '../withStore.ts';
import { announcesOf } from './announcesOf.ts';
import { entityGiven } from './entityGiven.ts';
import { kindGiven } from './kindGiven.ts';
import { readKeyFile } from './readKeyFile.ts';
import { inWords, partnerNamed, servedOf, takeOver } from './takeOver.ts';

type UpgradeOptions = Readonly<{ url?: string; key?: string; name?: string; kind?: string; entity?: string }>;

/** `accord agency upgrade ID`: looks at the agency again, and takes over its version, its modules, and a new address, key, name, kind or entity. */
export function registerUpgrade(agency: Command): void {
  agency
    .command('upgrade')
    .description('look at an agency again and take over what it serves now, from the next request on')
    .argument('<id>')
    .option('--url <url>', 'where the hub reaches it from now on')
    .option('--key <file>', 'its new public key; what it signed with the old one is refused from now on')
    .option('--name <name>', 'what it is called from now on')
    .option(
      '--kind <kind>',
      'what it does, from now on; whose records it announces stays ("accord link participation")',
    )
    .option('--entity <codes>', 'what the law calls it from now on')
    .action((id: string, options: UpgradeOptions) => withStore((store) => upgrade(id, options, store)));
}

async function upgrade(id: string, { url, key, name, kind, entity }: UpgradeOptions, store: Store): Promise<void> {
  const before = await partnerNamed(id, store);
  const about = {
    name: name ?? before.name,
    kind: kind === undefined ? before.kind : kindGiven(kind, await store.agencies.all()),
    entity: entity === undefined ? before.entity : entityGiven(entity),
  };
  const publicKey = key === undefined ? before.publicKey : await readKeyFile(key);
  const { served, note } = await takeOver({ id, url: url ?? before.url }, before, store);
  const changes = { ...servedOf(served), publicKey, url: url ?? before.url, ...about };
  if (!(await store.agencies.change(id, changes))) throw new InputFault(`"${id}" was removed just now.`);
  const was = inWords(before) === inWords(served) ? 'as before' : `before, ${inWords(before)}`;
  const announces = kind === undefined ? '' : ` Its records come as before. ${announcesOf(before)}`;
  console.log(`${id} is on ${inWords(served)} (${was}).${note}${announces}`);
}
