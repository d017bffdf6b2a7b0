import { type Checkpoint, mintCheckpoint } from '@accord/contract/checkpoint';
import type { HubKeys } from '../keys.ts';
import type { SignedCheckpoint } from '../store/checkpoints.ts';
import type { Ledger } from '../store/ledger.ts';
import { notSigned } from '../store/notSigned.ts';

/** What a checkpoint is made with. */
export type CheckpointParts = Readonly<{
  ledger: Pick<Ledger, 'head' | 'extends' | 'verify' | 'checkpoints'>;
  keys: Pick<HubKeys, 'permit' | 'kid' | 'ownJwks'>;
  clock: () => Date;
}>;

/**
 * Signs where the ledger ends now and keeps that; `null` where it is empty. Where nothing was added, the last one again.
 *
 * What is signed was looked at: all since the last checkpoint, that one's own entry, and that the hub signed it. Throws where the ledger
 * does not hold there, or has another end than the one signed: the hub does not vouch for a ledger that was rewritten.
 */
export async function makeCheckpoint({ ledger, keys, clock }: CheckpointParts): Promise<SignedCheckpoint | null> {
  const last = await ledger.checkpoints.last();
  const head = await ledger.head();
  if (head.seq === 0 && last === null) return null;
  const checkpoint = { ...head, at: clock() };
  const why = await whyNot(ledger, last, checkpoint, keys);
  if (why !== undefined) throw new Error(`The ledger is not as it was written, so no checkpoint was made: ${why}.`);
  if (last?.seq === head.seq) return last;
  const signed = { ...checkpoint, jws: await mintCheckpoint(checkpoint, { key: keys.permit, kid: keys.kid }) };
  await ledger.checkpoints.add(signed);
  return signed;
}

/** Why the hub does not vouch for what stands there now; undefined where it does. */
async function whyNot(
  ledger: CheckpointParts['ledger'],
  last: SignedCheckpoint | null,
  now: Checkpoint,
  { ownJwks }: CheckpointParts['keys'],
): Promise<string | undefined> {
  const [forged] = last === null ? [] : await notSigned([last], ownJwks);
  if (forged)
    return `${forged.why} (every replica needs the same keys file, with every earlier signing key in its list "former")`;
  if (last !== null && (await ledger.extends(last, now))) return undefined;
  const verification = await ledger.verify({ checkpoints: [now], ...(last && { since: last }) });
  return verification.kind === 'BROKEN' ? verification.why : undefined;
}
