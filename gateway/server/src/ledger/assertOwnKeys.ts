import { checkpointKeyId, readCheckpoint } from '@accord/contract/checkpoint';
import type { HubKeys } from '../keys.ts';
import { StartFault } from '../postgres/StartFault.ts';
import type { Checkpoints, SignedCheckpoint } from '../store/checkpoints.ts';

/**
 * Throws a `StartFault` where the newest checkpoint on file was not signed with these keys. They are then another hub's, or new: every
 * agency would refuse the hub, items would have other ids, and no checkpoint could be made.
 */
export async function assertOwnKeys(
  { last }: Pick<Checkpoints, 'last'>,
  { kid, ownJwks }: Pick<HubKeys, 'kid' | 'ownJwks'>,
): Promise<void> {
  const newest = await last();
  if (newest === null) return;
  const signed = await readCheckpoint(newest.jws, ownJwks).catch(() => null);
  if (signed === null)
    throw new StartFault(
      `These keys do not belong to this database: its newest checkpoint, of ${newest.at.toISOString()}, is signed with ${signerOf(newest)}, but these are "${kid}". ` +
        'Set ACCORD_KEYS_FILE to the keys file that belongs to the database. If "permit" was replaced, add the public half of the old key to the list "former".',
    );
}

function signerOf({ jws }: SignedCheckpoint): string {
  try {
    return `the key "${checkpointKeyId(jws)}"`;
  } catch {
    return 'no key';
  }
}
