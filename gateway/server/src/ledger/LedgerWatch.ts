import type { JWK } from 'jose';
import type { SignedCheckpoint } from '../store/checkpoints.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Head } from '../store/verifyLedger.ts';
import type { Finding } from '../store/walkLedger.ts';
import { beginning, type PartWalked, type Place } from '../store/walkPart.ts';

/** What is known of the ledger after a check. */
export type LedgerSight = Readonly<{
  head: Head;
  checkpoint: SignedCheckpoint | null;
  /** The first entries up to this one are as they were written. */
  verifiedTo: number;
  /** When the ledger was last checked. */
  at: Date;
  /** Each of those entries was checked at or after this instant; null before the first check. */
  since: Date | null;
  fault: Finding | null;
}>;

/** How many entries one check may walk. */
const mostEntries = 50_000;

/**
 * Checks the ledger part by part. Each check first walks what is new since the last one and then, with what is left of `most`, goes over
 * earlier entries again, round after round. So an entry edited after it was checked is found too: in a ledger of up to `most` entries at
 * the next check, in a longer one within a round.
 *
 * Progress belongs to this replica alone and is lost with it; a new one begins at the first entry. Only one check runs at a time, and
 * callers in the meantime share its result.
 */
export class LedgerWatch {
  readonly #ledger: Pick<Ledger, 'walk'>;
  readonly #keys: readonly JWK[];
  readonly #most: number;
  #front: Place = beginning;
  #since: Date | null = null;
  #again: Readonly<{ to: Place; begun: Date }> | null = null;
  #which: string | null = null;
  #looking: Promise<LedgerSight> | undefined;

  /** `keys` must include the keys that signed the hub's own checkpoints. */
  constructor(ledger: Pick<Ledger, 'walk'>, keys: readonly JWK[], most = mostEntries) {
    this.#ledger = ledger;
    this.#keys = keys;
    this.#most = most;
  }

  look(now: Date): Promise<LedgerSight> {
    this.#looking ??= this.#look(now).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(now: Date): Promise<LedgerSight> {
    const before = this.#front;
    const walked = await this.#walk(before);
    if ('fault' in walked) return this.#sight(walked, now);
    this.#front = walked.to;
    if (this.#front.seq > 0) this.#since ??= now;
    const left = this.#most - (walked.to.seq - before.seq);
    if (before.seq === 0 || walked.to.seq < walked.head.seq || left <= 0) return this.#sight(walked, now);
    return this.#sight(await this.#lookAgain(now, left), now);
  }

  /** Continues the round over entries already checked. Where it finds a fault, the entries after it no longer count as verified. */
  async #lookAgain(now: Date, most: number): Promise<PartWalked> {
    const { to, begun } = this.#again ?? { to: beginning, begun: now };
    const walked = await this.#ledger.walk(to, most, this.#keys);
    if ('fault' in walked) {
      this.#front = to;
      this.#since = to.seq === 0 ? null : begun;
      this.#again = null;
      return walked;
    }
    const isRound = walked.to.seq >= this.#front.seq;
    if (isRound) {
      this.#front = walked.to;
      this.#since = begun;
    }
    this.#again = isRound ? null : { to: walked.to, begun };
    return walked;
  }

  async #walk(after: Place): Promise<PartWalked> {
    const walked = await this.#ledger.walk(after, this.#most, this.#keys);
    const isOther = this.#which !== null && this.#which !== walked.head.ledger;
    this.#which = walked.head.ledger;
    if (!isOther) return walked;
    // Another database has taken its place: nothing checked so far is in it.
    this.#front = beginning;
    this.#since = null;
    this.#again = null;
    return this.#ledger.walk(beginning, this.#most, this.#keys);
  }

  #sight(walked: PartWalked, at: Date): LedgerSight {
    const { head, checkpoint } = walked;
    const [fault, verifiedTo] = 'fault' in walked ? [walked.fault, walked.holdsTo] : [null, this.#front.seq];
    return { head, checkpoint, verifiedTo, at, since: this.#since, fault };
  }
}
