import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';
import { announcesOf } from './announcesOf.ts';
import { entityGiven } from './entityGiven.ts';
import { inWords } from './inWords.ts';
import { kindGiven } from './kindGiven.ts';
import { partnerNamed } from './partnerNamed.ts';
import { readKeyFile } from './readKeyFile.ts';
import { servedOf, takeOver } from './takeOver.ts';

export type UpgradeOptions = Readonly<{ url?: string; key?: string; name?: string; kind?: string; entity?: string }>;

/**
 * Takes over what an agency on file serves now, with whatever else is given about it, and says so. Throws an `InputFault` if it
 * cannot take part.
 */
export async function upgradeAgency(
  id: string,
  { url, key, name, kind, entity }: UpgradeOptions,
  store: Store,
): Promise<void> {
  const before = await partnerNamed(id, store);
  const about = {
    name: name ?? before.name,
    kind: kind === undefined ? before.kind : kindGiven(kind, await store.agencies.all()),
    entity: entity === undefined ? before.entity : entityGiven(entity),
  };
  const publicKey = key === undefined ? before.publicKey : await readKeyFile(key);
  const { served, note } = await takeOver({ id, url: url ?? before.url }, before, store);
  const changes = { ...servedOf(served), publicKey, url: url ?? before.url, ...about };
  if (!(await store.agencies.change(id, changes)))
    throw new InputFault(`"${id}" has just been removed. See "accord agency list".`);
  const was = inWords(before) === inWords(served) ? 'unchanged' : `before: ${inWords(before)}`;
  const announces = kind === undefined ? '' : ` Whose records it announces has not changed. ${announcesOf(before)}`;
  console.log(`${id} is on ${inWords(served)} (${was}).${note}${announces}`);
}
