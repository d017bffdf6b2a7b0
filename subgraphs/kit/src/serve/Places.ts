/**
 * So many requests at once and no more; so many others wait, each for a time. It is the database behind that has a limited
 * number of connections, and it is not the agency's alone.
 */
export class Places {
  #free: number;
  readonly #mostWaiting: number;
  readonly #queue = new Set<() => void>();

  constructor({ atOnce, waiting }: Readonly<{ atOnce: number; waiting: number }>) {
    this.#free = atOnce;
    this.#mostWaiting = waiting;
  }

  /** A place, to be given back by calling it once; undefined where none came free in time or too many wait already. */
  take(waitMs: number): Promise<(() => void) | undefined> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve(this.#back);
    }
    if (this.#queue.size >= this.#mostWaiting) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const next = (): void => {
        clearTimeout(timer);
        resolve(this.#back);
      };
      const timer = setTimeout(() => {
        this.#queue.delete(next);
        resolve(undefined);
      }, waitMs);
      this.#queue.add(next);
    });
  }

  readonly #back = (): void => {
    const [next] = this.#queue;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#queue.delete(next);
    next();
  };
}
