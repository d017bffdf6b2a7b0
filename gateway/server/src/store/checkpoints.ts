import type { Checkpoint } from '@accord/contract/checkpoint';
import { alone } from './alone.ts';
import type { Database } from './Database.ts';
import { firstKey, type NamedKey } from './firstKey.ts';

/** A checkpoint with its signature. */
export type SignedCheckpoint = Checkpoint & Readonly<{ jws: string }>;

export type Checkpoints = Readonly<{
  /** The newest checkpoint; null before the first. */
  last: () => Promise<SignedCheckpoint | null>;
  /** As `firstKey`. */
  firstKey: (own: NamedKey) => Promise<NamedKey>;
  /** A page of checkpoints, oldest first, after the one that vouches for `after` entries. */
  page: (of: Readonly<{ after: number; first: number }>) => Promise<readonly SignedCheckpoint[]>;
  /** Runs `make` unless somebody else is making a checkpoint; then returns null at once. */
  alone: (make: () => Promise<SignedCheckpoint | null>) => Promise<SignedCheckpoint | null>;
  /** Stores a checkpoint, unless another replica has stored one for the same entry. */
  add: (checkpoint: SignedCheckpoint) => Promise<void>;
}>;

type Row = Readonly<{ ledger: string; seq: string; hash: string; at: Date; jws: string }>;

const selection = `SELECT head.ledger, kept.seq, kept.hash, kept.at, kept.jws
  FROM ledger_checkpoint kept CROSS JOIN ledger_head head`;
const fromRow = (row: Row): SignedCheckpoint => ({ ...row, seq: Number(row.seq) });

export function checkpoints({ pool }: Pick<Database, 'pool'>): Checkpoints {
  return {
    alone: (make) => alone({ pool }, 'makeCheckpoint', make),
    firstKey: (own) => firstKey({ pool }, own),
    last: async () => {
      const { rows } = await pool.query<Row>(`${selection} ORDER BY kept.seq DESC LIMIT 1`);
      return rows[0] === undefined ? null : fromRow(rows[0]);
    },
    page: async ({ after, first }) => {
      const { rows } = await pool.query<Row>(`${selection} WHERE kept.seq > $1 ORDER BY kept.seq LIMIT $2`, [
        after,
        first,
      ]);
      return rows.map(fromRow);
    },
    add: async ({ seq, hash, at, jws }) => {
      await pool.query(
        'INSERT INTO ledger_checkpoint (seq, hash, at, jws) VALUES ($1, $2, $3, $4) ON CONFLICT (seq) DO NOTHING',
        [seq, hash, at, jws],
      );
    },
  };
}

/** Every checkpoint the hub has stored. */
export async function allCheckpoints({ pool }: Pick<Database, 'pool'>): Promise<readonly SignedCheckpoint[]> {
  const { rows } = await pool.query<Row>(`${selection} ORDER BY kept.seq`);
  return rows.map(fromRow);
}

/** Checkpoints that vouch for more than `after` entries and at most `until`. */
export async function checkpointsWithin(
  { pool }: Pick<Database, 'pool'>,
  { after, until }: Readonly<{ after: number; until: number }>,
): Promise<readonly SignedCheckpoint[]> {
  const { rows } = await pool.query<Row>(`${selection} WHERE kept.seq > $1 AND kept.seq <= $2 ORDER BY kept.seq`, [
    after,
    until,
  ]);
  return rows.map(fromRow);
}
