import type { ReadPermit } from '@accord/contract/permit';

/** `AGAIN`: it was used before. `FULL`: too many permits are being remembered to add this one. */
export type Use = 'FIRST' | 'AGAIN' | 'FULL';

/** Permits that expire within the same span of this many seconds are forgotten together. */
const bucketSeconds = 10;
/** About 25 MB. A hub sends this many only if it asks one agency thousands of times a second. */
const mostRemembered = 200_000;
/** Without a limit on the length of ids, the number above would not limit memory. */
const longestId = 100;

/**
 * Remembers which permits were used, for as long as each could be accepted again, so that an intercepted request cannot be
 * replayed.
 *
 * The memory belongs to one process. Where several processes serve one agency behind one address, a permit could be used
 * once at each of them, with the same body and within the same half minute.
 */
export class UsedPermits {
  /** Ids by the ten-second span in which their permits expire. */
  readonly #buckets = new Map<number, Set<string>>();
  readonly #most: number;
  #remembered = 0;

  constructor(most = mostRemembered) {
    this.#most = most;
  }

  /** Marks a permit as used. The request is answered only if this returns `FIRST`. */
  take({ id, until }: Pick<ReadPermit, 'id' | 'until'>, now: Date): Use {
    this.#forgetBefore(Math.floor(now.getTime() / 1000));
    for (const ids of this.#buckets.values()) if (ids.has(id)) return 'AGAIN';
    // INVARIANT: a permit that cannot be remembered is not answered, or it could be answered twice.
    if (this.#remembered >= this.#most || id.length > longestId) return 'FULL';
    const bucket = Math.floor(until / bucketSeconds);
    const ids = this.#buckets.get(bucket) ?? new Set<string>();
    ids.add(id);
    this.#buckets.set(bucket, ids);
    this.#remembered += 1;
    return 'FIRST';
  }

  /** How many permits are remembered now. */
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
