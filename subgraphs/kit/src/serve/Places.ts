/**
 * Limits how many requests run at once and how many wait, each for a limited time. The database behind has a limited number
 * of connections, and others use it too.
 */
export class Places {
  #free: number;
  readonly #mostWaiting: number;
  readonly #queue = new Set<() => void>();

  constructor({ atOnce, waiting }: Readonly<{ atOnce: number; waiting: number }>) {
    this.#free = atOnce;
    this.#mostWaiting = waiting;
  }

  /** A place, released by calling it once; undefined where none became free in time or too many already wait. */
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
