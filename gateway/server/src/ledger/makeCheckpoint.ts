import { type Checkpoint, mintCheckpoint } from '@accord/contract/checkpoint';
import type { HubKeys } from '../keys.ts';
import type { SignedCheckpoint } from '../store/checkpoints.ts';
import type { Ledger } from '../store/ledger.ts';
import { notSigned } from '../store/notSigned.ts';

/** What is needed to make a checkpoint. */
export type CheckpointParts = Readonly<{
  ledger: Pick<Ledger, 'head' | 'extends' | 'verify' | 'checkpoints'>;
  keys: Pick<HubKeys, 'permit' | 'kid' | 'ownJwks'>;
  clock: () => Date;
}>;

/**
 * Signs where the ledger ends now, and stores that as a checkpoint; null where the ledger is empty. Where nothing was added, returns the
 * last checkpoint.
 *
 * Before it signs, it checks that the hub signed the last checkpoint, that checkpoint's own entry, and everything after it. Throws where
 * the ledger does not hold there, or ends differently from what was signed: the hub does not vouch for a ledger that was rewritten.
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

/** Says why the hub cannot vouch for the ledger as it stands; undefined where it can. */
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
