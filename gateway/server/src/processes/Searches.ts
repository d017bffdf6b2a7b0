import type { Worker } from 'node:cluster';
import type { WordDown, WordUp } from './Word.ts';

type Search = Readonly<{ from: Worker; id: number; clk: Uint8Array }>;

/** Searches for records that one process does for all of them. Where it dies, the next one is asked what it was asked. */
export class Searches {
  readonly #send: (to: Worker, word: WordDown) => void;
  readonly #waiting = new Map<number, Search>();
  #last = 0;
  #by: Worker | undefined;

  constructor(send: (to: Worker, word: WordDown) => void) {
    this.#send = send;
  }

  /** Who searches from now on; undefined: nobody yet, and what is asked waits. */
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

  /** Nobody waits any more for what this one asked. */
  gone(from: Worker): void {
    for (const [number, search] of this.#waiting) if (search.from === from) this.#waiting.delete(number);
  }

  #ask(number: number, { clk }: Search): void {
    if (this.#by?.isConnected()) this.#send(this.#by, { kind: 'SEARCH', id: number, clk });
  }
}
