import cluster, { type Worker } from 'node:cluster';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { StartFault } from '../postgres/StartFault.ts';
import type { HubSettings } from '../serveHub.ts';
import { Scrapes } from './Scrapes.ts';
import { Searches } from './Searches.ts';
import type { WordDown, WordUp } from './Word.ts';

/** One serving process, as the first process knows it. */
type Served = {
  readonly process: Worker;
  /** The lowest number no other process has, so a replacement takes the number of the one it replaces. */
  readonly number: number;
  readonly since: number;
  door: string | null;
  agencies: readonly string[];
  answered: boolean;
};

/** The outcome of starting a process. */
type Start = Readonly<{ kind: 'LISTENS'; url: string }> | Readonly<{ kind: 'FAILED'; sentence: string | null }>;

/** A process that dies within this many milliseconds died at once; each replacement then waits longer. */
const diedAtOnceMs = 10_000;
const [firstPauseMs, longestPauseMs] = [1_000, 30_000];

/**
 * Runs a hub in several processes that listen at one address (Node's cluster), which take connections in turn. Like replicas, they share
 * PostgreSQL and nothing else that matters. This process only runs them and passes on what `Siblings` says.
 *
 * A process that ends is replaced, after a pause where it died at once. `metrics` returns the counts of every process that answers in time.
 * Throws a `StartFault` where one of the first processes cannot serve.
 */
export async function serveProcesses(
  settings: HubSettings,
  count: number,
  log: Logger,
): Promise<Readonly<{ url: string; metrics(): Promise<string>; stop(): Promise<void> }>> {
  const processes = new Processes(settings, log);
  const starts = await Promise.all(Array.from({ length: count }, () => processes.start()));
  const failed = starts.flatMap((start) => (start.kind === 'FAILED' ? [start.sentence] : []));
  if (failed.length > 0 || processes.serving < count) {
    await processes.stop();
    const sentence = failed.find((said) => said !== null);
    throw new StartFault(sentence ?? 'A hub process could not start. The log says why.');
  }
  const [url = ''] = starts.flatMap((start) => (start.kind === 'LISTENS' ? [start.url] : []));
  processes.replaceTheFallen();
  return { url, metrics: () => processes.metrics(), stop: () => processes.stop() };
}

class Processes {
  readonly #settings: HubSettings;
  readonly #log: Logger;
  readonly #served = new Set<Served>();
  readonly #searches = new Searches((to, word) => to.send(word));
  readonly #scrapes = new Scrapes(send);
  #isReplacing = false;
  #isStopping = false;
  #pauseMs = 0;
  #ended = (): void => undefined;
  readonly #pauses = new Set<NodeJS.Timeout>();

  constructor(settings: HubSettings, log: Logger) {
    this.#settings = settings;
    this.#log = log;
    // Settings contain maps, which JSON would lose.
    cluster.setupPrimary({
      exec: fileURLToPath(new URL('./hubProcess.js', import.meta.url)),
      args: [],
      serialization: 'advanced',
    });
  }

  /** Starts a process; resolves when it listens or has failed. */
  start(): Promise<Start> {
    const one: Served = {
      ...{ process: cluster.fork(), number: this.#freeNumber(), since: Date.now() },
      ...{ door: null, agencies: [], answered: false },
    };
    this.#served.add(one);
    return new Promise((resolve) => {
      // A process that could not even be forked, for want of memory or files. The others go on, and it is tried again.
      one.process.on('error', ({ message: fault }) => {
        if (one.process.process.pid !== undefined)
          return this.#log.error({ fault }, 'a hub process could not be reached');
        resolve({ kind: 'FAILED', sentence: null });
        this.#gone(one, { fault });
      });
      one.process.on('message', (word: WordUp) => {
        this.#hear(one, word);
        if (word.kind === 'LISTENS' || word.kind === 'FAILED') resolve(word);
      });
      one.process.once('exit', (code, signal) => {
        resolve({ kind: 'FAILED', sentence: null });
        this.#gone(one, { code, signal });
      });
    });
  }

  /** How many processes there are. */
  get serving(): number {
    return this.#served.size;
  }

  async metrics(): Promise<string> {
    const { besideEachOther } = await import('../metrics/besideEachOther.ts');
    const listening = [...this.#served].filter(({ door }) => door !== null);
    const told = await Promise.all(
      listening.map(async ({ process, number }) => ({ number, told: await this.#scrapes.of(process) })),
    );
    return besideEachOther(told.flatMap(({ number, told }) => (told ? [{ number, told }] : [])));
  }

  /** Replaces every process that ends from now on. */
  replaceTheFallen(): void {
    this.#isReplacing = true;
  }

  /** Stops all processes once they have answered what is under way; resolves when they have ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const pause of this.#pauses) clearTimeout(pause);
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    if (this.#served.size === 0) return;
    for (const one of this.#served) say(one, { kind: 'STOP' });
    await ended;
  }

  #hear(from: Served, word: WordUp): void {
    switch (word.kind) {
      case 'STARTED':
        say(from, this.#isStopping ? { kind: 'STOP' } : { kind: 'SERVE', settings: this.#settings });
        return;
      case 'LISTENS':
        from.door = word.door;
        // Keeps the set in the order in which processes began to listen.
        this.#served.delete(from);
        this.#served.add(from);
        this.#searches.over(this.#matcher()?.process);
        this.#tellSiblings();
        return;
      case 'FAILED':
        if (word.sentence && this.#isReplacing) this.#log.error(word.sentence);
        return;
      case 'HOLDS':
        from.agencies = word.agencies;
        this.#tellSiblings();
        return;
      case 'TURNS':
      case 'CONNECTED':
        for (const other of this.#served) if (other !== from) say(other, word);
        return;
      case 'COMPARE':
        this.#sayToMatcher(word);
        return;
      case 'SEARCH':
        this.#searches.ask(from.process, word);
        return;
      case 'FOUND':
        this.#searches.found(word);
        return;
      case 'COUNTED':
        this.#scrapes.told(word);
        return;
      case 'ANSWERED':
        from.answered = true;
        this.#tellAnswered(from);
        return;
      default:
        word satisfies never;
    }
  }

  #freeNumber(): number {
    const taken = new Set([...this.#served].map(({ number }) => number));
    let number = 1;
    while (taken.has(number)) number += 1;
    return number;
  }

  /** The process that compares and searches for all: the one that has listened longest. */
  #matcher(): Served | undefined {
    return [...this.#served].find(({ door }) => door !== null);
  }

  #sayToMatcher(word: WordDown): void {
    const matcher = this.#matcher();
    if (matcher) say(matcher, word);
  }

  #tellSiblings(): void {
    const doors = [...this.#served].flatMap((one) => (one.door ? [{ one, door: one.door }] : []));
    for (const to of this.#served)
      say(to, {
        kind: 'SIBLINGS',
        siblings: doors.filter(({ one }) => one !== to).map(({ one, door }) => ({ door, agencies: one.agencies })),
      });
  }

  /** A process that stops on its own need not wait for the others. */
  #tellAnswered(from: Served): void {
    if (this.#isStopping) this.#tellAllAnswered();
    else say(from, { kind: 'ALL_ANSWERED' });
  }

  #tellAllAnswered(): void {
    if ([...this.#served].every(({ answered }) => answered))
      for (const one of this.#served) say(one, { kind: 'ALL_ANSWERED' });
  }

  #gone(one: Served, how: object): void {
    const wasMatcher = this.#matcher() === one;
    if (!this.#served.delete(one)) return;
    this.#searches.gone(one.process);
    if (this.#isStopping) {
      if (this.#served.size === 0) this.#ended();
      else this.#tellAllAnswered();
      return;
    }
    this.#tellSiblings();
    // Whatever it had not yet compared is on file.
    if (wasMatcher) {
      this.#searches.over(this.#matcher()?.process);
      this.#sayToMatcher({ kind: 'COMPARE' });
    }
    if (this.#isReplacing) this.#replace(one, how);
  }

  #replace({ process, since }: Served, how: object): void {
    const diedAtOnce = Date.now() - since < diedAtOnceMs;
    this.#pauseMs = diedAtOnce ? Math.min(longestPauseMs, Math.max(firstPauseMs, this.#pauseMs * 2)) : 0;
    this.#log.error({ process: process.process.pid, ...how, pauseMs: this.#pauseMs }, 'a hub process has ended');
    const pause = setTimeout(async () => {
      this.#pauses.delete(pause);
      if ((await this.start()).kind === 'LISTENS') this.#log.info('another hub process has taken its place');
    }, this.#pauseMs);
    this.#pauses.add(pause);
  }
}

const say = ({ process }: Served, word: WordDown): void => send(process, word);

/** Drops messages to a process that has just gone. */
function send(to: Worker, word: WordDown): void {
  if (to.isConnected()) to.send(word, () => undefined);
}
