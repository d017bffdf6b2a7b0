import type { Logger } from 'pino';
import type { Modules } from '../store/modules.ts';
import { buildGraph, type Graph, type GraphParts, nextTurn } from './Graph.ts';

/** How often a replica checks whether modules have changed, in milliseconds. A check reads one row by its primary key, over the pool. */
const usualPaceMs = 1_000;

/** How many operations a new graph is made ready for before it answers, and how long that may take, in milliseconds. */
const [operationsReady, readyWithinMs] = [200, 3_000];

/** A graph in use, and how many requests it is answering. */
type InUse = { readonly graph: Graph; requests: number; retired: boolean };

export type GraphsParts = GraphParts &
  Readonly<{ modules: Pick<Modules, 'revision' | 'onFile'>; log: Logger; paceMs?: number }>;

/**
 * The graph this replica answers with, which it replaces while running.
 *
 * A change of modules shows in its number. That is polled, because polling works through any connection pooler, where LISTEN would need a
 * connection of its own. The new graph is composed in another process and takes over between two requests; requests under way finish on the
 * old one. Modules that cannot be composed are logged, and the old graph stays.
 */
export class Graphs {
  readonly #parts: GraphsParts;
  readonly #timer: NodeJS.Timeout;
  #inUse: InUse;
  /** The last revision looked at, whether composed or refused. */
  #seen: number;
  #refreshing: Promise<void> | undefined;
  /** Ends the making of a graph that nobody will ask. */
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
   * Opens the graph of what is on file. Where the modules cannot be composed, for example after an upgrade, the hub starts with the
   * contract alone rather than not at all. Throws where the contract itself cannot be loaded.
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

  /** Answers one request with the current graph, which is kept until the request is answered. */
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

  /** Revision of the graph that answers now. */
  get revision(): number {
    return this.#inUse.graph.revision;
  }

  /** Stops. Call it once all requests are answered; a graph still being made is given up. */
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
 * Plans and compiles the operations the previous graph was asked most often, one at a time, before anybody waits for them. An operation
 * that is refused will be refused again when someone asks.
 */
async function makeReady({ engine, read }: Graph, before: Graph, signal: AbortSignal): Promise<void> {
  const until = performance.now() + readyWithinMs;
  for (const { query, operationName } of before.asked.first(operationsReady)) {
    if (performance.now() > until || signal.aborted) return;
    try {
      await engine.prepare(operationName, read(query));
    } catch {
      // It exceeds a limit.
    }
    await nextTurn();
  }
}

const tellRefused = (log: Logger, revision: number, faults: readonly string[]): void =>
  log.error({ revision, faults }, 'the modules on file cannot be composed; the graph stays as it is');
