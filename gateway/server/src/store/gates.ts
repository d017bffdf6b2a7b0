import { createHash } from 'node:crypto';
import { keep } from '@accord/execution/keep';

/** The class of our advisory locks, which keeps them apart from others on the same PostgreSQL server. */
export const gateClass = 0x0acc04d;

/**
 * Returns the gates of these clients, 0 to 255, in ascending order. Gates are advisory locks that make a withdrawal wait until nothing
 * decided before it is still to be sent.
 *
 * Whoever writes disclosures holds the gates of their clients shared, from before the epochs are checked until the answers have been handed
 * to the network (appendToLedger.ts, LedgerWriter.ts). Whoever changes a consent, block or link holds them exclusively until the commit
 * (raiseEpochs.ts). So once a withdrawal is acknowledged, no replica sends an answer that it closes.
 *
 * Several clients share a gate, so that a batch needs few locks however many clients it has. Gates are always taken in this order, and
 * before rows of clients, so there is no deadlock.
 */
export function gatesOf(clientIds: Iterable<string>): readonly number[] {
  const gates = new Set<number>();
  for (const id of clientIds) gates.add(gateOf(id));
  return [...gates].sort((a, b) => a - b);
}

/** Takes about eight megabytes. */
const gatesKept = 50_000;
const gateOf = keep((id) => createHash('sha256').update(id).digest()[0] ?? 0, gatesKept);
