import type { Checkpoint } from '@accord/contract/checkpoint';
import { hashOf, type LedgerEntry } from './LedgerEntry.ts';

/** A place where the ledger is not as it was written. */
export type Finding = Readonly<{ seq: number; why: string }>;

export type Verification =
  | Readonly<{ kind: 'INTACT'; entries: number; checkpoints: number }>
  /** `seq` and `why` are those of the first finding; `findings` has all of them, at most a hundred. */
  | Readonly<{ kind: 'BROKEN'; seq: number; why: string; findings: readonly Finding[] }>;

/** What the ledger is checked against. */
export type LedgerClaim = Readonly<{
  ledger: string;
  /** Where the ledger says it ends; the hash is null where only a part up to there is walked and its hash is not known beforehand. */
  end: Readonly<{ seq: number; hash: string | null }>;
  /** Checkpoints the hub signed earlier. */
  checkpoints: readonly Checkpoint[];
  /** The entry to begin with, whatever was before it. Default: the first. */
  from?: number;
  /** The hash of the entry before `from`, where that was checked earlier. */
  follows?: string;
  /** True: these are only some of the entries (for example an export of one agency's), so a missing entry is no finding. */
  extract?: true;
}>;

/** Stands for the hash before the first entry. */
export const noHash = '0'.repeat(64);
const findingsKept = 100;

/**
 * Walks entries in order and checks that none is missing or added, that each is as it was written and follows the one before, that the last
 * is where the ledger ends, and that each checkpoint names its entry's hash. Goes on after a finding.
 *
 * Whoever can write the whole database can make another chain that is consistent in itself; only a checkpoint kept elsewhere shows that.
 * Memory: constant, apart from findings.
 */
export async function walkLedger(
  entries: AsyncIterable<LedgerEntry>,
  { ledger, end, checkpoints, from = 1, follows, extract }: LedgerClaim,
): Promise<Verification> {
  const findings: Finding[] = [];
  const found = (seq: number, why: string): void => {
    if (findings.length < findingsKept) findings.push({ seq, why });
  };
  const own = checkpoints.filter((checkpoint) => checkpoint.ledger === ledger);
  const watch = watchCheckpoints(own);
  let entriesSeen = 0;
  let seq = from - 1;
  // Null: the entry before is unknown or missing, so there is nothing to follow.
  let hash = follows ?? (from === 1 ? noHash : null);

  for await (const entry of entries) {
    if (entry.seq <= seq || entry.seq > end.seq) {
      found(entry.seq, `entry ${entry.seq} was added by something other than the hub`);
      continue;
    }
    if (entry.seq > seq + 1) {
      if (!extract) found(seq + 1, missing(seq + 1, entry.seq - 1));
      hash = null;
    }
    if (entry.hash !== hashOf(entry)) found(entry.seq, `entry ${entry.seq} was changed after it was written`);
    else if (hash !== null && entry.prevHash !== hash)
      found(entry.seq, `entry ${entry.seq} does not follow entry ${entry.seq - 1} as it is now`);
    const rewritten = watch(entry);
    if (rewritten) found(entry.seq, rewritten);
    ({ seq, hash } = entry);
    entriesSeen += 1;
  }

  if (seq < end.seq && !extract) found(seq + 1, missing(seq + 1, end.seq));
  else if (seq === end.seq && hash !== null && end.hash !== null && hash !== end.hash)
    found(seq, `entry ${seq} is not the one the ledger names as its last`);
  for (const checkpoint of own)
    if (checkpoint.seq > end.seq && !extract)
      found(
        end.seq + 1,
        `truncated: the checkpoint of ${timeOf(checkpoint)} covers ${checkpoint.seq} entries, but the ledger ends at ${end.seq}`,
      );
  for (const checkpoint of checkpoints)
    if (checkpoint.ledger !== ledger)
      found(
        checkpoint.seq,
        `another ledger: the checkpoint of ${timeOf(checkpoint)} belongs to ledger ${checkpoint.ledger}, but this is ${ledger}`,
      );

  const [first] = findings;
  return first === undefined
    ? { kind: 'INTACT', entries: extract ? entriesSeen : seq, checkpoints: own.length }
    : { kind: 'BROKEN', ...first, findings };
}

/** Returns a function that says how an entry differs from what a checkpoint names, and from which entry on the ledger may differ. */
function watchCheckpoints(checkpoints: readonly Checkpoint[]): (entry: LedgerEntry) => string | undefined {
  const bySeq = new Map<number, readonly Checkpoint[]>();
  for (const checkpoint of checkpoints) bySeq.set(checkpoint.seq, [...(bySeq.get(checkpoint.seq) ?? []), checkpoint]);
  let agreed = 0;
  return ({ seq, hash }) => {
    const here = bySeq.get(seq) ?? [];
    const differing = here.find((checkpoint) => checkpoint.hash !== hash);
    if (here.length > 0 && differing === undefined) agreed = seq;
    return (
      differing &&
      `rewritten: entry ${seq} no longer has the hash in the checkpoint of ${timeOf(differing)}; entries up to ${agreed} agree with a checkpoint, ${agreed + 1} to ${seq} do not`
    );
  };
}

const timeOf = ({ at }: Checkpoint): string => at.toISOString();

const missing = (from: number, to: number): string =>
  from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`;
