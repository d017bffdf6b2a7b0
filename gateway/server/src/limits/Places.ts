import { CallerFault } from '../CallerFault.ts';

/**
 * A limit on how much work runs at once. There is no queue: everybody in it would only wait longer. Each process has its own, because
 * it is about how long one thread makes people wait.
 */
export class Places {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Holds a place until the work has ended, even if nobody waits for it any more. Throws `HUB_BUSY` if every place is taken. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#taken >= this.#most) throw new CallerFault('HUB_BUSY', undefined, 1);
    this.#taken += 1;
    try {
      return await work();
    } finally {
      this.#taken -= 1;
    }
  }
}
