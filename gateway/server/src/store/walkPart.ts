import type { JWK } from 'jose';
import { checkpoints, checkpointsWithin, type SignedCheckpoint } from './checkpoints.ts';
import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';
import { notSigned } from './notSigned.ts';
import { streamLedger } from './streamLedger.ts';
import { entryBeyondHead, type Head, headOf } from './verifyLedger.ts';
import { type Finding, noHash, walkLedger } from './walkLedger.ts';

/** A checked entry: its number and hash. */
export type Place = Readonly<{ seq: number; hash: string }>;

/** The place before the first entry. */
export const beginning: Place = { seq: 0, hash: noHash };

/**
 * The outcome of walking a part: where it ended; or the first fault, and the entry up to which the ledger is as it was written (`holdsTo`).
 */
export type PartWalked = Readonly<{ head: Head; checkpoint: SignedCheckpoint | null }> &
  (Readonly<{ to: Place }> | Readonly<{ fault: Finding; holdsTo: number }>);

/**
 * Walks at most `most` entries after a place checked earlier (`walkLedger`), together with the hub's own checkpoints of them. Those must be
 * what one of the `keys` signed; without `keys`, signatures are not checked. Also detects that the ledger ends before that place or before
 * a checkpoint, and that something stands after its end.
 */
export async function walkPart(
  database: Database,
  after: Place,
  most: number,
  keys?: readonly JWK[],
): Promise<PartWalked> {
  // Read in this order, so that entries added meanwhile are neither beyond the end nor vouched for too early.
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
  // A walk from the beginning also sees entries with numbers below the first.
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
