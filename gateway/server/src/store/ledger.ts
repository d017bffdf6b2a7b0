import type { JWK } from 'jose';
import { type AppendOutcome, appendToLedger } from './appendToLedger.ts';
import { type Checkpoints, checkpoints } from './checkpoints.ts';
import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';
import { LedgerWriter } from './LedgerWriter.ts';
import { isForReading, refusesWrites } from './lacksConnection.ts';
import { ledgerExtends } from './ledgerExtends.ts';
import { type LedgerFilter, type LedgerPage, pageOfLedger } from './pageOfLedger.ts';
import { streamLedger } from './streamLedger.ts';
import { type Head, headOf, type VerifyOptions, verifyLedger } from './verifyLedger.ts';
import type { Verification } from './walkLedger.ts';
import { type PartWalked, type Place, walkPart } from './walkPart.ts';
import type { Append } from './writtenOut.ts';

export type Ledger = Readonly<{
  /**
   * Writes one request's disclosures, if nothing they relied on has changed. Answer only after WRITTEN.
   *
   * @throws when it could not be written, or it is not known whether it was: then nothing may be released.
   */
  append: (append: Append) => Promise<AppendOutcome>;
  /**
   * False after the database refused an entry, for half a minute (two seconds where it was read-only) or until it takes one. After that,
   * the next request finds out.
   */
  takesEntries: () => boolean;
  read: (page: LedgerPage) => Promise<readonly LedgerEntry[]>;
  /** As `read`, one by one, oldest first, and not beyond `until`. */
  stream: (filter: LedgerFilter & Readonly<{ until?: number }>) => AsyncIterable<LedgerEntry>;
  verify: (options?: VerifyOptions) => Promise<Verification>;
  /** Whether everything from one place to a later one is as it was written. Quick, but answers only yes or no (`ledgerExtends`). */
  extends: (since: Place, to: Place) => Promise<boolean>;
  /** As `verify`, for at most this many entries after a place that was checked earlier. */
  walk: (after: Place, most: number, keys?: readonly JWK[]) => Promise<PartWalked>;
  /** The ledger's id, and its last entry's number and hash. */
  head: () => Promise<Head>;
  checkpoints: Checkpoints;
}>;

/** A full disk shows nowhere else, because a statement that extends no file succeeds. A read-only database shows in the pulse by then. */
const refusedForMs = (error: unknown): number => (isForReading(error) ? 2_000 : 30_000);

export function ledger(database: Database): Ledger {
  const writer = new LedgerWriter((appends) => appendToLedger(database, appends));
  let refusedUntil = Number.NEGATIVE_INFINITY;
  return {
    async append(append) {
      try {
        const outcome = await writer.append(append);
        refusedUntil = Number.NEGATIVE_INFINITY;
        return outcome;
      } catch (error) {
        if (refusesWrites(error)) refusedUntil = performance.now() + refusedForMs(error);
        throw error;
      }
    },
    takesEntries: () => performance.now() > refusedUntil,
    read: (page) => pageOfLedger(database, page),
    stream: (filter) => streamLedger(database, filter),
    verify: (options) => verifyLedger(database, options),
    extends: (since, to) => ledgerExtends(database, since, to),
    walk: (after, most, keys) => walkPart(database, after, most, keys),
    head: () => headOf(database),
    checkpoints: checkpoints(database),
  };
}
