import { mintCheckpoint } from '@accord/contract/checkpoint';
import type { HubKeys } from '../keys.ts';
import type { SignedCheckpoint } from '../store/checkpoints.ts';
import type { Ledger } from '../store/ledger.ts';

/** What a checkpoint is made with. */
export type CheckpointParts = Readonly<{
  ledger: Pick<Ledger, 'head' | 'verify' | 'checkpoints'>;
  keys: Pick<HubKeys, 'permit' | 'kid'>;
  clock: () => Date;
}>;

/**
 * Signs where the ledger ends now and keeps that; `null` where it is empty. Where nothing was added, the last one again.
 *
 * What is signed was looked at: all since the last checkpoint, and that one's own entry. Throws where the ledger does not
 * hold there, or has another end than the one signed: the hub does not vouch for a ledger that was rewritten.
 */
export async function makeCheckpoint({ ledger, keys, clock }: CheckpointParts): Promise<SignedCheckpoint | null> {
  const last = await ledger.checkpoints.last();
  const head = await ledger.head();
  if (head.seq === 0 && last === null) return null;
  const checkpoint = { ...head, at: clock() };
  const verification = await ledger.verify({ checkpoints: [checkpoint], ...(last && { since: last }) });
  if (verification.kind === 'BROKEN')
    throw new Error(`The ledger is not as it was written, and no checkpoint was made of it: ${verification.why}.`);
  if (last?.seq === head.seq) return last;
  const signed = { ...checkpoint, jws: await mintCheckpoint(checkpoint, { key: keys.permit, kid: keys.kid }) };
  await ledger.checkpoints.add(signed);
  return signed;
}
