import type { Logger } from 'pino';
import type { Modules } from '../store/modules.ts';
import { buildGraph, type Graph, type GraphParts, nextTurn } from './Graph.ts';

/** How often a replica looks whether modules were changed, in milliseconds: one row by its primary key, on a connection of the pool. */
const usualPaceMs = 1_000;

/** How many operations a new graph is made ready for before it answers, and for how long that may go on, in milliseconds. */
const [operationsReady, readyWithinMs] = [200, 3_000];

/** A graph in use, and how many requests it answers. */
type InUse = { readonly graph: Graph; requests: number; retired: boolean };

export type GraphsParts = GraphParts &
  Readonly<{ modules: Pick<Modules, 'revision' | 'onFile'>; log: Logger; paceMs?: number }>;

/**
 * The graph this replica answers with, and its replacement while it runs.
 *
 * A change of modules is noticed by its number (a poll, which goes through any pooler of connections, where LISTEN would need one of its
 * own), composed in another process, and takes the graph's place between two requests. Requests under way finish on the old one.
 * What cannot be composed is logged, and the old graph stays.
 */
export class Graphs {
  readonly #parts: GraphsParts;
  readonly #timer: NodeJS.Timeout;
  #inUse: InUse;
  /** The last revision that was looked at, composed or refused. */
  #seen: number;
  #refreshing: Promise<void> | undefined;
  /** Ends what is under way for a graph that nobody will ask. */
  readonly #ending = new AbortController();
  #unreadable = false;

  private constructor(parts: GraphsParts, graph: Graph, seen: number) {
    this.#parts = parts;
    this.#inUse = { graph, requests: 0, retired: false };
    this.#seen = seen;
    this.#timer = setInterval(() => this.#refreshSoon(), parts.paceMs ?? usualPaceMs);
    this.#timer.unref();
  }

  /**
   * The graph of what is on file. A hub that cannot compose that, after an upgrade say, begins with the contract alone rather than not
   * at all. Throws where the contract itself cannot be loaded.
   */
  static async open(parts: GraphsParts): Promise<Graphs> {
    const onFile = await parts.modules.onFile();
    const built = await buildGraph(onFile, parts);
    if (built.kind === 'BUILT') return new Graphs(parts, built.graph, onFile.revision);
    tellRefused(parts.log, onFile.revision, built.faults);
    const alone = await buildGraph({ revision: 0, current: [], revisions: [] }, parts);
    if (alone.kind === 'REFUSED') throw new Error(`The contract cannot be composed: ${alone.faults.join(' ')}`);
    return new Graphs(parts, alone.graph, onFile.revision);
  }

  /** Answers one request with the graph of this moment, which lasts until the request is answered. */
  async use<T>(answer: (graph: Graph) => Promise<T>): Promise<T> {
    const used = this.#inUse;
    used.requests += 1;
    try {
      return await answer(used.graph);
    } finally {
      used.requests -= 1;
      this.#endIfIdle(used);
    }
  }

  /** Of the graph that answers now. */
  get revision(): number {
    return this.#inUse.graph.revision;
  }

  /** Requests are answered by now. A graph that is being made is given up. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await this.#refreshing;
    await this.#inUse.graph.engine.stop();
    await this.#parts.planThread?.stop();
  }

  #refreshSoon(): void {
    this.#refreshing ??= this.#refresh()
      .then(
        () => {
          this.#unreadable = false;
        },
        (err: unknown) => {
          if (this.#ending.signal.aborted) return;
          if (!this.#unreadable)
            this.#parts.log.error({ err }, 'cannot check whether modules have changed; the graph stays as it is');
          this.#unreadable = true;
        },
      )
      .finally(() => {
        this.#refreshing = undefined;
      });
  }

  async #refresh(): Promise<void> {
    const { modules, log } = this.#parts;
    if ((await modules.revision()) === this.#seen) return;
    const onFile = await modules.onFile();
    const { signal } = this.#ending;
    const built = await buildGraph(onFile, this.#parts, signal);
    this.#seen = onFile.revision;
    if (built.kind === 'REFUSED') return tellRefused(log, onFile.revision, built.faults);
    const before = this.#inUse;
    await makeReady(built.graph, before.graph, signal);
    this.#inUse = { graph: built.graph, requests: 0, retired: false };
    before.retired = true;
    this.#endIfIdle(before);
    log.info({ revision: onFile.revision }, 'a new graph was composed');
  }

  #endIfIdle({ graph, requests, retired }: InUse): void {
    if (!retired || requests > 0) return;
    graph.engine.stop().catch((err: unknown) => this.#parts.log.error({ err }, 'an old graph could not be shut down'));
  }
}

/**
 * Plans and compiles what the graph before was asked most often, one operation after the other, before anybody waits for it. What is
 * refused is refused again for whoever asks.
 */
async function makeReady({ engine, read }: Graph, before: Graph, signal: AbortSignal): Promise<void> {
  const until = performance.now() + readyWithinMs;
  for (const { query, operationName } of before.asked.first(operationsReady)) {
    if (performance.now() > until || signal.aborted) return;
    try {
      await engine.prepare(operationName, read(query));
    } catch {
      // Over a limit.
    }
    await nextTurn();
  }
}

const tellRefused = (log: Logger, revision: number, faults: readonly string[]): void =>
  log.error({ revision, faults }, 'the modules on file cannot be composed; the graph stays as it is');
