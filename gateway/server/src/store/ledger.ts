import { type Append, type AppendOutcome, appendToLedger } from './appendToLedger.ts';
import type { Database } from './Database.ts';
import type { LedgerEntry } from './LedgerEntry.ts';
import { LedgerWriter } from './LedgerWriter.ts';
import { type LedgerPage, pageOfLedger } from './pageOfLedger.ts';
import { headOf, type Verification, verifyLedger } from './verifyLedger.ts';

export type Ledger = Readonly<{
  /**
   * Writes one request's disclosures, if nothing they relied on has changed. Answer only after WRITTEN.
   *
   * @throws when it could not be written, or it is not known whether it was: then nothing may be released.
   */
  append: (append: Append) => Promise<AppendOutcome>;
  read: (page: LedgerPage) => Promise<readonly LedgerEntry[]>;
  verify: () => Promise<Verification>;
  /** The last entry's number and hash, to be kept elsewhere as a witness. */
  head: () => Promise<Readonly<{ seq: number; hash: string }>>;
}>;

export function ledger(database: Database): Ledger {
  const writer = new LedgerWriter((appends) => appendToLedger(database, appends));
  return {
    append: (append) => writer.append(append),
    read: (page) => pageOfLedger(database, page),
    verify: () => verifyLedger(database),
    head: () => headOf(database),
  };
}
