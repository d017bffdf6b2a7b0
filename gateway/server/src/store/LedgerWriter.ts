import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorCode } from '../postgres/errorCode.ts';
import type { AppendOutcome } from './appendToLedger.ts';
import { type Append, type Written, writtenOut } from './writtenOut.ts';

type Waiting = Readonly<{
  request: Written;
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: unknown) => void;
}>;

/** Writes the disclosures of several requests together. Call `sent` once their answers have been handed to the network. */
export type WriteBatch = (
  requests: readonly Written[],
) => Promise<Readonly<{ outcomes: readonly AppendOutcome[]; sent: () => Promise<void> }>>;

const requestsAtOnce = 200;

/**
 * Writes to the ledger, one writer per process: what arrives during one transaction goes together into the next.
 *
 * The ledger is a single chain, so its transactions run one after another, each with its own wait for the disk. Sharing that wait is what
 * allows many requests per second. No answer is given before its own entries are committed.
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
      // INVARIANT: between an outcome and the socket nothing is awaited (answer.ts, httpServer.ts), so that one turn of the event loop
      // sends all answers. A change of consent waits for `sent`; the next batch does not.
      await nextTurn();
      void sent();
    } catch (error) {
      if (batch.length > 1 && isOneRequestsFault(error)) for (const one of batch) await this.#settle([one]);
      else for (const { reject } of batch) reject(error);
    }
  }
}

/** Class 22: PostgreSQL does not accept a value. The other requests must not suffer for it. */
function isOneRequestsFault(error: unknown): boolean {
  return errorCode(error).startsWith('22');
}
