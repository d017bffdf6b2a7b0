import type { AgencyRow, Participation } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { InputFault } from '../InputFault.ts';
import { announcesOf } from './announcesOf.ts';
import { entityGiven } from './entityGiven.ts';
import { inWords } from './inWords.ts';
import { kindGiven } from './kindGiven.ts';
import { partnerNamed } from './partnerNamed.ts';
import { readKeyFile } from './readKeyFile.ts';
import { servedOf, takeOver } from './takeOver.ts';

export type AddOptions = Readonly<{
  id: string;
  name: string;
  kind: string;
  entity: string;
  url: string;
  key: string;
  participation?: Participation;
}>;

/** Puts an agency on file as it was found, and says so. If it cannot take part, throws an `InputFault` and changes nothing. */
export async function addAgency(
  { id, name, kind, entity, url, key, participation }: AddOptions,
  store: Store,
): Promise<void> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id))
    throw new InputFault(
      `--id is "${id}". Use lower-case letters, digits and "-", starting with a letter, 40 characters at most.`,
    );
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
    `${id} takes part, on ${inWords(served)}.${note} Its records arrive with its next sync. ${announcesOf(onFile)}`,
  );
}

/**
 * A name once taken stays taken: what clients said about an agency counts again when it comes back, and must not count for
 * another organisation.
 */
function assertFree(id: string, name: string, all: readonly AgencyRow[]): void {
  const before = all.find((agency) => agency.id === id);
  if (before && before.state !== 'REMOVED')
    throw new InputFault(
      `"${id}" already takes part. To accept what it serves now, run "accord agency upgrade ${id}".`,
    );
  if (before && before.name !== name)
    throw new InputFault(
      `"${id}" belonged to ${before.name}, which was removed. That agency can return under the same name; another organisation needs another id.`,
    );
}
