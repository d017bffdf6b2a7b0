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
  /** False for half a minute after the database took no entry, as where its disk is full (two seconds where it may only be read), or until it took one; then whoever asks finds out. */
  takesEntries: () => boolean;
  read: (page: LedgerPage) => Promise<readonly LedgerEntry[]>;
  /** As `read`, one by one and not beyond `until`, the oldest first. */
  stream: (filter: LedgerFilter & Readonly<{ until?: number }>) => AsyncIterable<LedgerEntry>;
  verify: (options?: VerifyOptions) => Promise<Verification>;
  /** Whether all from one place to a later one is as it was written: quick, and says no more than yes or no (`ledgerExtends`). */
  extends: (since: Place, to: Place) => Promise<boolean>;
  /** As `verify`, at most so many entries after a place that was looked at earlier. */
  walk: (after: Place, most: number, keys?: readonly JWK[]) => Promise<PartWalked>;
  /** Which ledger it is, and its last entry's number and hash. */
  head: () => Promise<Head>;
  checkpoints: Checkpoints;
}>;

/** Nothing else tells of a full disk: a statement that extends no file succeeds. That it may only be read its pulse tells by then. */
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
