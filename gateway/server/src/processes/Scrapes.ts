import type { Worker } from 'node:cluster';
import type { Told } from '../metrics/Counts.ts';
import type { WordDown, WordUp } from './Word.ts';

/** How long to wait for a process, in milliseconds. One that is busy for longer is left out of this scrape. */
const longestMs = 2_000;

/** Collects the counts of each process when metrics are scraped. */
export class Scrapes {
  readonly #send: (to: Worker, word: WordDown) => void;
  readonly #waiting = new Map<number, (told: Told) => void>();
  #last = 0;

  constructor(send: (to: Worker, word: WordDown) => void) {
    this.#send = send;
  }

  /** Returns what this process has counted, or null where it does not answer in time. Never rejects. */
  of(one: Worker): Promise<Told | null> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      const end = (told: Told | null): void => {
        clearTimeout(late);
        this.#waiting.delete(id);
        resolve(told);
      };
      const late = setTimeout(() => end(null), longestMs);
      this.#waiting.set(id, end);
      this.#send(one, { kind: 'TELL_COUNTS', id });
    });
  }

  told({ id, told }: Extract<WordUp, { kind: 'COUNTED' }>): void {
    this.#waiting.get(id)?.(told);
  }
}
