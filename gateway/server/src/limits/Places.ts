import { CallerFault } from '../CallerFault.ts';

/** So many pieces of work at one time; there is no queue, in which everybody would only wait longer. */
export class Places {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Holds a place until the work has ended, also where nobody waits for it any more. Throws `HUB_BUSY` where every place is taken. */
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
