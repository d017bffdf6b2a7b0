import { createHash } from 'node:crypto';
import { keep } from '@accord/execution/keep';

/** Names our advisory locks among those of a PostgreSQL server. */
export const gateClass = 0x0acc04d;

/**
 * The gates of these clients, 0 to 255, in order: advisory locks that make a withdrawal wait until nothing that was decided
 * before it is still to be sent.
 *
 * Who writes disclosures shares the gates of their clients from before the epochs are looked at until the answers have been
 * handed to the network (appendToLedger.ts, LedgerWriter.ts); who changes a consent, block or link has them alone until the
 * commit (raiseEpochs.ts). So once a withdrawal is acknowledged, no answer that it closes is sent any more, on any replica.
 *
 * Several clients have one gate, so that a batch needs few locks however many clients are in it. Everybody takes gates in this
 * order, and before rows of clients: so nobody waits in a circle.
 */
export function gatesOf(clientIds: Iterable<string>): readonly number[] {
  const gates = new Set<number>();
  for (const id of clientIds) gates.add(gateOf(id));
  return [...gates].sort((a, b) => a - b);
}

/** Some eight megabytes. */
const gatesKept = 50_000;
const gateOf = keep((id) => createHash('sha256').update(id).digest()[0] ?? 0, gatesKept);
