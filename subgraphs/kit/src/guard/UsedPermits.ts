import type { ReadPermit } from '@accord/contract/permit';

/** `AGAIN`: it was used before. `FULL`: so many are in use that this one could not be remembered. */
export type Use = 'FIRST' | 'AGAIN' | 'FULL';

/** Seconds whose permits are forgotten together. */
const bucketSeconds = 10;
/** Some 25 MB; a hub sends this many only if it asks one agency thousands of times a second. */
const mostRemembered = 200_000;
/** An id longer than this would make the number above no bound of memory. */
const longestId = 100;

/**
 * Which permits were used, for as long as each could be accepted again: whoever overhears a request cannot send it a second time.
 *
 * It is the memory of one process. Where several processes serve one agency behind one address, a permit could be used once at each
 * of them, with the same body and within the same half minute.
 */
export class UsedPermits {
  /** Ids by the ten seconds in which their permits end. */
  readonly #buckets = new Map<number, Set<string>>();
  readonly #most: number;
  #remembered = 0;

  constructor(most = mostRemembered) {
    this.#most = most;
  }

  /** Uses a permit. It is answered only where this says `FIRST`. */
  take({ id, until }: Pick<ReadPermit, 'id' | 'until'>, now: Date): Use {
    this.#forgetBefore(Math.floor(now.getTime() / 1000));
    for (const ids of this.#buckets.values()) if (ids.has(id)) return 'AGAIN';
    // INVARIANT: what cannot be remembered is not answered, or it could be answered twice.
    if (this.#remembered >= this.#most || id.length > longestId) return 'FULL';
    const bucket = Math.floor(until / bucketSeconds);
    const ids = this.#buckets.get(bucket) ?? new Set<string>();
    ids.add(id);
    this.#buckets.set(bucket, ids);
    this.#remembered += 1;
    return 'FIRST';
  }

  /** How many are remembered now. */
  get remembered(): number {
    return this.#remembered;
  }

  #forgetBefore(seconds: number): void {
    for (const [bucket, ids] of this.#buckets) {
      if ((bucket + 1) * bucketSeconds > seconds) continue;
      this.#buckets.delete(bucket);
      this.#remembered -= ids.size;
    }
  }
}
