import type { Worker } from 'node:cluster';
import type { WordDown, WordUp } from './Word.ts';

type Search = Readonly<{ from: Worker; id: number; clk: Uint8Array }>;

/** Searches for records, which one process runs for all of them. If it dies, its open searches go to the next one. */
export class Searches {
  readonly #send: (to: Worker, word: WordDown) => void;
  readonly #waiting = new Map<number, Search>();
  #last = 0;
  #by: Worker | undefined;

  constructor(send: (to: Worker, word: WordDown) => void) {
    this.#send = send;
  }

  /** Sets the process that searches from now on. Undefined: there is none yet, and searches wait. */
  over(by: Worker | undefined): void {
    if (by === this.#by) return;
    this.#by = by;
    for (const [number, search] of this.#waiting) this.#ask(number, search);
  }

  ask(from: Worker, { id, clk }: Extract<WordUp, { kind: 'SEARCH' }>): void {
    this.#last += 1;
    const search = { from, id, clk };
    this.#waiting.set(this.#last, search);
    this.#ask(this.#last, search);
  }

  found({ id, found }: Extract<WordUp, { kind: 'FOUND' }>): void {
    const search = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (search?.from.isConnected()) this.#send(search.from, { kind: 'FOUND', id: search.id, found });
  }

  /** Drops the searches of a process that has gone: nobody waits for them. */
  gone(from: Worker): void {
    for (const [number, search] of this.#waiting) if (search.from === from) this.#waiting.delete(number);
  }

  #ask(number: number, { clk }: Search): void {
    if (this.#by?.isConnected()) this.#send(this.#by, { kind: 'SEARCH', id: number, clk });
  }
}
