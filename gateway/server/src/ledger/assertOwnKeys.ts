import { checkpointKeyId, readCheckpoint } from '@accord/contract/checkpoint';
import { hubNamed } from '@accord/contract/hubNamed';
import type { HubKeys } from '../keys.ts';
import { StartFault } from '../postgres/StartFault.ts';
import type { Checkpoints, SignedCheckpoint } from '../store/checkpoints.ts';

/**
 * Throws a `StartFault` where the newest checkpoint on file was not signed with these keys or, before the first, where a hub with other
 * keys has served over this database; the first to serve is put on file. These keys are then another hub's, or new: every agency would
 * refuse the hub, items would have other ids, and no checkpoint could be made.
 */
export async function assertOwnKeys(
  { last, firstKey }: Pick<Checkpoints, 'last' | 'firstKey'>,
  { kid, publicJwk, ownJwks }: Pick<HubKeys, 'kid' | 'publicJwk' | 'ownJwks'>,
): Promise<void> {
  const newest = await last();
  if (newest === null) {
    const first = await firstKey({ kid, key: await hubNamed(publicJwk) });
    const own = await Promise.all(ownJwks.map(hubNamed));
    if (!own.includes(first.key)) throw notOwn(`a hub has served over it with the key "${first.kid}"`, kid);
    return;
  }
  const signed = await readCheckpoint(newest.jws, ownJwks).catch(() => null);
  if (signed === null)
    throw notOwn(`its newest checkpoint, of ${newest.at.toISOString()}, is signed with ${signerOf(newest)}`, kid);
}

const notOwn = (why: string, kid: string): StartFault =>
  new StartFault(
    `These keys do not belong to this database: ${why}, but these are "${kid}". ` +
      'Set ACCORD_KEYS_FILE to the keys file that belongs to the database. If "permit" was replaced, add the public half of the old key to the list "former".',
  );

function signerOf({ jws }: SignedCheckpoint): string {
  try {
    return `the key "${checkpointKeyId(jws)}"`;
  } catch {
    return 'no key';
  }
}
