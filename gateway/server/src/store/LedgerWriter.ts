import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorCode } from '../postgres/errorCode.ts';
import type { AppendOutcome } from './appendToLedger.ts';
import { type Append, type Written, writtenOut } from './writtenOut.ts';

type Waiting = Readonly<{
  request: Written;
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: unknown) => void;
}>;

/** Writes requests' disclosures together. `sent` is called when their answers have been handed to the network. */
export type WriteBatch = (
  requests: readonly Written[],
) => Promise<Readonly<{ outcomes: readonly AppendOutcome[]; sent: () => Promise<void> }>>;

const requestsAtOnce = 200;

/**
 * One writer a replica: what arrives while one transaction is under way goes together into the next.
 *
 * The ledger is one chain, so its transactions stand in line, each with its own wait for the disk. Sharing that wait
 * is what lets many requests a second through; no answer is given before its own entries are committed.
 */
export class LedgerWriter {
  readonly #write: WriteBatch;
  readonly #waiting: Waiting[] = [];
  #writing = false;

  constructor(write: WriteBatch) {
    this.#write = write;
  }

  /** @throws when nothing could be written, or when a client has no epoch in `append.epochs`. */
  async append(append: Append): Promise<AppendOutcome> {
    const request = writtenOut(append);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (!this.#writing) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) await this.#settle(this.#waiting.splice(0, requestsAtOnce));
    this.#writing = false;
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const { outcomes, sent } = await this.#write(batch.map(({ request }) => request));
      for (const [place, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[place];
        if (outcome === undefined) reject(new Error('The ledger gave no outcome for this request.'));
        else resolve(outcome);
      }
      // INVARIANT: from an outcome to the socket there is no wait for anything (answer.ts, httpServer.ts), so that one turn of
      // the event loop sends them all. A change of consent waits for this; the next batch does not.
      await nextTurn();
      void sent();
    } catch (error) {
      if (batch.length > 1 && isOneRequestsFault(error)) for (const one of batch) await this.#settle([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}

/** Class 22: a value PostgreSQL does not take. The others must not suffer for it. */
function isOneRequestsFault(error: unknown): boolean {
  return errorCode(error).startsWith('22');
}
