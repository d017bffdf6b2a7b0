import type { Checkpoint } from '@accord/contract/checkpoint';
import type { JWK } from 'jose';
import { allCheckpoints } from './checkpoints.ts';
import type { Database } from './Database.ts';
import { notSigned } from './notSigned.ts';
import { streamLedger } from './streamLedger.ts';
import { type Finding, type Verification, walkLedger } from './walkLedger.ts';

export type VerifyOptions = Readonly<{
  /** Checkpoints kept elsewhere. Those the hub stores itself are checked in any case. */
  checkpoints?: readonly Checkpoint[];
  /** Starts at this checkpoint's entry; of the stored checkpoints only this one is checked. */
  since?: Checkpoint;
  /** Keys to trust: each stored checkpoint must be what one of them signed. Left out: signatures are not checked. */
  keys?: readonly JWK[] | undefined;
}>;

/** The id of the ledger, and where it ends. */
export type Head = Readonly<{ ledger: string; seq: number; hash: string }>;

/** Walks the whole ledger as it is now (`walkLedger`). Entries added meanwhile are not checked. */
export async function verifyLedger(
  database: Database,
  { checkpoints = [], since, keys }: VerifyOptions = {},
): Promise<Verification> {
  const { ledger, ...end } = await headOf(database);
  const own = since === undefined ? await allCheckpoints(database) : [];
  const kept: readonly Checkpoint[] = since === undefined ? own : [since];
  const beyond = await entryBeyondHead(database);
  const verification = await walkLedger(
    streamLedger(database, { until: end.seq, ...(since && { after: since.seq - 1 }) }),
    {
      ledger,
      end,
      checkpoints: distinct([...kept, ...checkpoints]),
      ...(since && { from: since.seq }),
    },
  );
  const beside: readonly Finding[] = [
    ...(keys === undefined ? [] : await notSigned(own, keys)),
    ...(beyond === null ? [] : [{ seq: beyond, why: `entry ${beyond} was added by something other than the hub` }]),
  ];
  const findings = [...(verification.kind === 'BROKEN' ? verification.findings : []), ...beside];
  const [first] = findings;
  return first === undefined ? verification : { kind: 'BROKEN', ...first, findings };
}

/** Returns where the ledger ends now. */
export async function headOf({ pool }: Pick<Database, 'pool'>): Promise<Head> {
  const { rows } = await pool.query<{ ledger: string; seq: string; hash: string }>(
    'SELECT ledger, seq, hash FROM ledger_head WHERE id = 1',
  );
  const head = rows[0];
  if (head === undefined) throw new Error('The ledger has lost its head. Something other than the hub changed it.');
  return { ledger: head.ledger, seq: Number(head.seq), hash: head.hash };
}

/**
 * Returns the first entry beyond the end that the ledger states; null where there is none. It is one statement, so that a write under way
 * is not reported. The lowest such entry is looked up in a subquery, and not by a join, so that the index answers and the ledger is not
 * read.
 */
export async function entryBeyondHead({ pool }: Database): Promise<number | null> {
  const { rows } = await pool.query<{ seq: string | null }>(
    'SELECT (SELECT min(entry.seq) FROM ledger_entry entry WHERE entry.seq > head.seq) AS seq FROM ledger_head head WHERE head.id = 1',
  );
  const seq = rows[0]?.seq ?? null;
  return seq === null ? null : Number(seq);
}

function distinct(checkpoints: readonly Checkpoint[]): readonly Checkpoint[] {
  return [
    ...new Map(
      checkpoints.map((checkpoint) => [`${checkpoint.ledger} ${checkpoint.seq} ${checkpoint.hash}`, checkpoint]),
    ).values(),
  ];
}
