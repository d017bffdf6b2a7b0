import { errorCode } from '../postgres/errorCode.ts';
import type { Append, AppendOutcome } from './appendToLedger.ts';

type Waiting = Readonly<{
  append: Append;
  resolve: (outcome: AppendOutcome) => void;
  reject: (error: unknown) => void;
}>;

const requestsAtOnce = 200;

/**
 * One writer a replica: what arrives while one transaction is under way goes together into the next.
 *
 * The ledger is one chain, so its transactions stand in line, each with its own wait for the disk. Sharing that wait
 * is what lets many requests a second through; no answer is given before its own entries are committed.
 */
export class LedgerWriter {
  readonly #write: (appends: readonly Append[]) => Promise<readonly AppendOutcome[]>;
  readonly #waiting: Waiting[] = [];
  #writing = false;

  constructor(write: (appends: readonly Append[]) => Promise<readonly AppendOutcome[]>) {
    this.#write = write;
  }

  /** @throws when nothing could be written, or when an entry's client has no epoch in `append.epochs`. */
  append(append: Append): Promise<AppendOutcome> {
    if (append.entries.some(({ clientId }) => !append.epochs.has(clientId))) {
      return Promise.reject(new Error('A disclosure names a client whose epoch was not stated; nothing was written.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
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
      const outcomes = await this.#write(batch.map(({ append }) => append));
      for (const [place, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[place];
        if (outcome === undefined) reject(new Error('The ledger gave no outcome for this request.'));
        else resolve(outcome);
      }
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
