import { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

export type PulseParts = Readonly<{
  url: string;
  /** Logs when the database is lost, and when it answers again. */
  log: Pick<Logger, 'error' | 'info'>;
  /** Time between two questions, in milliseconds. Default: one second. */
  everyMs?: number;
  /** How long without an answer counts as silence, in milliseconds. Default: five seconds. */
  silentMs?: number;
  /**
   * The same until the first answer, because it is not yet known how long dialling takes here. Default: ten seconds, or `silentMs` if that
   * is longer.
   */
  firstMs?: number;
}>;

/** How long dialling may take, in milliseconds; the same for every connection of the pool. */
export const dialMs = 10_000;

/** The two outcomes of asking. */
type Answered = Readonly<{ isReadOnly: boolean }>;
type Failed = Readonly<{ error: unknown }>;

type Line = Readonly<{ socket: Socket; ready: Promise<pg.Client> }>;

/**
 * Watches whether the database answers and takes writes, by asking it something trivial again and again. It has a connection of its own, so
 * that it does not wait for other statements.
 *
 * A server that stops closes its connections. A failed network does not, nor does a machine that loses power: whoever has sent something
 * then waits for as long as TCP retransmits, usually a quarter of an hour. When this connection falls silent, so have the others over the
 * same network.
 *
 * The driver's `query_timeout` would end long statements as well, and Node sets no `TCP_USER_TIMEOUT`.
 */
export class DatabasePulse {
  readonly #parts: PulseParts;
  readonly #fellSilent: () => void;
  readonly #beating: Promise<void>;
  /** Ends whatever is being waited for: the timeout for an answer, or the pause between two questions. */
  #waiting = new AbortController();
  #isStopped = false;
  #line: Line | undefined;
  #isReached = true;
  #isReadOnly = false;
  #hasAnswered = false;

  /** Starts at once. `fellSilent` is called each time the database falls silent, the first time even if it has never answered. */
  constructor(parts: PulseParts, fellSilent: () => void) {
    this.#parts = parts;
    this.#fellSilent = fellSilent;
    this.#beating = this.#beat();
  }

  /** False from the moment the database is silent or cannot be asked, until it answers. */
  get isReached(): boolean {
    return this.#isReached;
  }

  /** True while the database, by its last answer, is read-only: usually a standby, or set so by hand. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#waiting.abort();
    this.#hangUp();
    await this.#beating;
  }

  async #beat(): Promise<void> {
    const { everyMs = 1_000, silentMs = 5_000, firstMs = Math.max(silentMs, dialMs) } = this.#parts;
    while (!this.#isStopped) {
      const isOld = this.#line !== undefined;
      this.#line ??= dial(this.#parts.url);
      const came = await Promise.race([
        answerOn(this.#line),
        this.#silenceAfter(this.#hasAnswered ? silentMs : firstMs),
      ]);
      this.#waiting.abort();
      if (this.#isStopped) return;
      if (came !== 'SILENCE' && 'isReadOnly' in came) this.#found(came);
      else {
        this.#hangUp();
        // Someone may have ended just this connection; a new one shows whether the database can be asked.
        if (came !== 'SILENCE' && isOld) continue;
        this.#lost(came);
      }
      await this.#rest(everyMs);
    }
  }

  #found({ isReadOnly }: Answered): void {
    const { log } = this.#parts;
    if (!this.#isReached) log.info('the database answers again');
    if (isReadOnly && !this.#isReadOnly)
      log.error('the database accepts no writes: nothing can be released or changed');
    if (!isReadOnly && this.#isReadOnly) log.info('the database accepts writes again');
    this.#isReached = true;
    this.#isReadOnly = isReadOnly;
    this.#hasAnswered = true;
    // A session keeps its original setting, and stays with the server that was primary when it began. A new session shows how it is now.
    if (isReadOnly) this.#hangUp();
  }

  #lost(how: 'SILENCE' | Failed): void {
    if (!this.#isReached) return;
    this.#isReached = false;
    if (how !== 'SILENCE') this.#parts.log.error({ err: how.error }, 'the database cannot be queried');
    else {
      this.#parts.log.error('the database does not answer; its connections are abandoned');
      this.#fellSilent();
    }
  }

  /** Waits two more turns of the event loop: if this process itself stood still, the answer has arrived but has not been read. */
  async #silenceAfter(milliseconds: number): Promise<'SILENCE'> {
    await this.#rest(milliseconds);
    await nextTurn();
    await nextTurn();
    return 'SILENCE';
  }

  /** Waits without keeping the process alive. */
  async #rest(milliseconds: number): Promise<void> {
    this.#waiting = new AbortController();
    await sleep(milliseconds, undefined, { signal: this.#waiting.signal, ref: false }).catch(() => undefined);
  }

  #hangUp(): void {
    this.#line?.socket.destroy();
    this.#line = undefined;
  }
}

function dial(connectionString: string): Line {
  const socket = new Socket();
  const client = new pg.Client({ connectionString, stream: () => socket });
  // A connection lost between two questions shows with the next one.
  client.on('error', () => undefined);
  return { socket, ready: client.connect().then(() => client) };
}

/** Asks whether the database takes writes. Never rejects. */
async function answerOn({ ready }: Line): Promise<Answered | Failed> {
  try {
    const { rows } = await (await ready).query<{ how: string }>(
      `SELECT current_setting('transaction_read_only') AS how`,
    );
    return { isReadOnly: rows[0]?.how === 'on' };
  } catch (error) {
    return { error };
  }
}
