import type { Database } from './Database.ts';
import { hashOf } from './LedgerEntry.ts';
import { pageOfLedger } from './pageOfLedger.ts';

export type Verification =
  | Readonly<{ kind: 'INTACT'; entries: number }>
  /** The first place where the chain does not hold. */
  | Readonly<{ kind: 'BROKEN'; seq: number; why: string }>;

const pageSize = 1_000;

/**
 * Walks the whole chain: no entry missing, each following the one before, each as it was written, the last one where the
 * ledger says it ends.
 *
 * Entries added meanwhile are not looked at. Who can rewrite the whole database can forge a chain of his own: keep
 * `head()` somewhere else from time to time, and compare.
 */
export async function verifyLedger(database: Database): Promise<Verification> {
  const end = await headOf(database);
  let seq = 0;
  let hash = '0'.repeat(64);
  while (seq < end.seq) {
    const page = await pageOfLedger(database, { after: seq, first: pageSize, until: end.seq });
    if (page.length === 0) return broken(seq + 1, `entry ${seq + 1} is missing`);
    for (const entry of page) {
      if (entry.seq !== seq + 1) return broken(seq + 1, `entry ${seq + 1} is missing`);
      if (entry.hash !== hashOf(entry)) return broken(entry.seq, `entry ${entry.seq} was changed after it was written`);
      if (entry.prevHash !== hash)
        return broken(entry.seq, `entry ${entry.seq} does not follow entry ${seq} as it stands`);
      ({ seq, hash } = entry);
    }
  }
  if (hash !== end.hash) return broken(end.seq, `entry ${end.seq} is not the one the ledger ended with`);
  const beyond = await entryBeyondHead(database);
  if (beyond !== null) return broken(beyond, `entry ${beyond} was added by something other than the hub`);
  return { kind: 'INTACT', entries: seq };
}

/** Where the ledger ends now. */
export async function headOf({ pool }: Database): Promise<Readonly<{ seq: number; hash: string }>> {
  const { rows } = await pool.query<{ seq: string; hash: string }>('SELECT seq, hash FROM ledger_head WHERE id = 1');
  const head = rows[0];
  if (head === undefined) throw new Error('The ledger has lost its head; it was changed from outside.');
  return { seq: Number(head.seq), hash: head.hash };
}

async function entryBeyondHead({ pool }: Database): Promise<number | null> {
  const { rows } = await pool.query<{ seq: string | null }>(
    'SELECT min(entry.seq) AS seq FROM ledger_head head JOIN ledger_entry entry ON entry.seq > head.seq WHERE head.id = 1',
  );
  const seq = rows[0]?.seq ?? null;
  return seq === null ? null : Number(seq);
}

function broken(seq: number, why: string): Verification {
  return { kind: 'BROKEN', seq, why };
}
