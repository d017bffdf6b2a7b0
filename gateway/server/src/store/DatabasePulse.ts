import { Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';

export type PulseParts = Readonly<{
  url: string;
  /** Is told when the database is lost, and when it answers again. */
  log: Pick<Logger, 'error' | 'info'>;
  /** How often it is asked, in milliseconds. Left out: once a second. */
  everyMs?: number;
  /** After how long without an answer it counts as silent, in milliseconds. Left out: five seconds. */
  silentMs?: number;
  /** The same until it has answered once: nobody knows yet how long dialling takes here. Left out: ten seconds, or `silentMs` if longer. */
  firstMs?: number;
}>;

/** How long dialling may take, as for every connection of the pool, in milliseconds. */
export const dialMs = 10_000;

/** What came of asking. */
type Answered = Readonly<{ isReadOnly: boolean }>;
type Failed = Readonly<{ error: unknown }>;

type Line = Readonly<{ socket: Socket; ready: Promise<pg.Client> }>;

/**
 * Whether the database answers, and takes writes: asked for next to nothing, again and again, on a connection of its own, so that nobody's statement is waited for.
 *
 * A server that stops ends its connections. A network that fails does not, nor does a machine that loses its power: whoever has sent
 * something waits for as long as TCP sends it again, a quarter of an hour as a rule. When this connection falls silent, the others over
 * the same network have, too.
 */
export class DatabasePulse {
  readonly #parts: PulseParts;
  readonly #fellSilent: () => void;
  readonly #beating: Promise<void>;
  /** Ends what is waited for: a silence that is none, or the rest between two questions. */
  #waiting = new AbortController();
  #isStopped = false;
  #line: Line | undefined;
  #isReached = true;
  #isReadOnly = false;
  #hasAnswered = false;

  /** Begins at once. `fellSilent` is called when a database that answered before is silent. */
  constructor(parts: PulseParts, fellSilent: () => void) {
    this.#parts = parts;
    this.#fellSilent = fellSilent;
    this.#beating = this.#beat();
  }

  /** False from when the database could not be asked, or was silent, until it answers. */
  get isReached(): boolean {
    return this.#isReached;
  }

  /** True while the database, as it last answered, only lets be read: a standby, as a rule, or one set so by hand. */
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
        // Somebody ended this one connection: another one tells whether the database can be asked.
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
    // A session keeps what was set when it began, and leads to the server that was the first one then: the next one tells how it is now.
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

  /** Two more turns of the event loop are waited for: where this process itself stood still, the answer is there and was not read yet. */
  async #silenceAfter(milliseconds: number): Promise<'SILENCE'> {
    await this.#rest(milliseconds);
    await nextTurn();
    await nextTurn();
    return 'SILENCE';
  }

  /** Keeps no process from ending. */
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
  // What is lost between two questions shows with the next.
  client.on('error', () => undefined);
  return { socket, ready: client.connect().then(() => client) };
}

/** Never rejects. */
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
