import type { JWK } from 'jose';
import { checkpoints, checkpointsWithin, type SignedCheckpoint } from './checkpoints.ts';
import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';
import { notSigned } from './notSigned.ts';
import { streamLedger } from './streamLedger.ts';
import { entryBeyondHead, type Head, headOf } from './verifyLedger.ts';
import { type Finding, noHash, walkLedger } from './walkLedger.ts';

/** An entry that was looked at: its number and its hash. */
export type Place = Readonly<{ seq: number; hash: string }>;

/** Before the first entry. */
export const beginning: Place = { seq: 0, hash: noHash };

/** What came of walking a part: where that ended, or where the ledger is first not as it was written and up to where it is (`holdsTo`). */
export type PartWalked = Readonly<{ head: Head; checkpoint: SignedCheckpoint | null }> &
  (Readonly<{ to: Place }> | Readonly<{ fault: Finding; holdsTo: number }>);

/**
 * Walks at most `most` entries after a place that was looked at earlier (`walkLedger`), with the checkpoints the hub keeps of them.
 * Those must be what one of the `keys` signed; left out, that is not looked at. Sees too where the ledger ends before that place or before a checkpoint, and where something stands after its end.
 */
export async function walkPart(
  database: Database,
  after: Place,
  most: number,
  keys?: readonly JWK[],
): Promise<PartWalked> {
  // In this order: what is added meanwhile is neither beyond the end nor vouched for too early.
  const checkpoint = await checkpoints(database).last();
  const head = await headOf(database);
  const said = Math.max(after.seq, checkpoint?.seq ?? 0);
  const found = (seq: number, why: string, holdsTo = Math.max(0, seq - 1)): PartWalked => ({
    ...{ head, checkpoint, holdsTo },
    fault: { seq, why },
  });
  if (said > head.seq)
    return found(
      head.seq + 1,
      `truncated: there were ${said} entries before, but the ledger ends at ${head.seq}`,
      Math.min(after.seq, head.seq),
    );
  if (after.seq === head.seq && after.hash !== head.hash)
    return found(after.seq, `entry ${after.seq} is not the one the ledger names as its last`);

  const until = Math.min(after.seq + most, head.seq);
  let last = after;
  async function* noted(entries: AsyncIterable<LedgerEntry>): AsyncGenerator<LedgerEntry> {
    for await (const entry of entries) {
      last = { seq: entry.seq, hash: entry.hash };
      yield entry;
    }
  }
  // From the beginning on, what has a number before the first one is seen, too.
  const kept = await checkpointsWithin(database, { after: after.seq, until });
  const verification = await walkLedger(
    noted(streamLedger(database, { after: after.seq === 0 ? null : after.seq, until })),
    {
      ledger: head.ledger,
      end: { seq: until, hash: until === head.seq ? head.hash : null },
      checkpoints: kept,
      from: after.seq + 1,
      follows: after.hash,
    },
  );
  if (verification.kind === 'BROKEN') return found(verification.seq, verification.why);
  const [forged] = keys === undefined ? [] : await notSigned(kept, keys);
  if (forged !== undefined) return found(forged.seq, forged.why);
  const beyond = await entryBeyondHead(database);
  if (beyond !== null) return found(beyond, `entry ${beyond} was added by something other than the hub`, until);
  return { head, checkpoint, to: last };
}
