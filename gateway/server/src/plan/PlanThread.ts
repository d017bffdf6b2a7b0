import { Worker } from 'node:worker_threads';
import { type DocumentNode, GraphQLError, print } from 'graphql';
import type { QueryPlan } from '../execution/planner.ts';

/** Messages to the thread: take on a graph, plan an operation, forget a graph that is no longer in use. */
export type ToPlanThread =
  | Readonly<{ kind: 'TAKE'; id: number; graph: number; supergraphSdl: string }>
  | Readonly<{ kind: 'PLAN'; id: number; graph: number; document: string; operationName: string | undefined }>
  | Readonly<{ kind: 'LEAVE'; graph: number }>;

/** Messages from the thread: the names of a graph's subgraphs, or a plan; or why there is none. */
export type PlanThreadWord =
  | Readonly<{ kind: 'DONE'; id: number; json: string }>
  | Readonly<{
      kind: 'FAILED';
      id: number;
      message: string;
      extensions: Readonly<Record<string, unknown>>;
      /** True: not a GraphQLError. */
      isPlain: boolean;
    }>;

/** A graph the thread plans over. */
export type PlannedGraph = Readonly<{
  /** Names of the subgraphs that occur in plans. */
  subgraphs: readonly string[];
  /** Plans a valid operation. Rejects with the planner's error, and where the thread dies meanwhile. */
  plan(document: DocumentNode, operationName: string | undefined): Promise<QueryPlan>;
  /** Stops planning over this graph. */
  leave(): void;
}>;

type Waiting = Readonly<{ resolve: (json: string) => void; reject: (error: Error) => void }>;
type Asked = Exclude<ToPlanThread, { kind: 'LEAVE' }>;

/**
 * Plans operations in another thread, so that no answer waits while a new operation is planned or while a new graph's planner is built.
 *
 * One thread serves every graph of a hub in turn, so what it has loaded and compiled serves the next graph too. If the thread dies, the
 * requests it had fail, and the next operation starts another.
 */
export class PlanThread {
  readonly #waiting = new Map<number, Waiting>();
  readonly #graphs = new Map<number, string>();
  #worker: Worker | undefined;
  #last = 0;
  #stopped = false;
  readonly #startWorker: () => Worker;

  /** `startWorker` starts the thread; a caller that passes it may keep hold of the thread. */
  constructor(startWorker: () => Worker = startPlanWorker) {
    this.#startWorker = startWorker;
  }

  /** Builds the planner for one more graph. Rejects where its supergraph cannot be read, and where the thread dies meanwhile. */
  async take(supergraphSdl: string): Promise<PlannedGraph> {
    const graph = this.#next();
    const names = this.#ask({ kind: 'TAKE', id: this.#next(), graph, supergraphSdl });
    this.#graphs.set(graph, supergraphSdl);
    const leave = (): void => {
      this.#graphs.delete(graph);
      this.#worker?.postMessage({ kind: 'LEAVE', graph } satisfies ToPlanThread);
    };
    const subgraphs: readonly string[] = JSON.parse(
      await names.catch((error: unknown) => {
        leave();
        throw error;
      }),
    );
    return {
      ...{ subgraphs, leave },
      plan: async (document, operationName) =>
        JSON.parse(
          await this.#ask({ kind: 'PLAN', id: this.#next(), graph, document: print(document), operationName }),
        ),
    };
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  #ask(asked: Asked): Promise<string> {
    if (this.#stopped) return Promise.reject(new Error('The planning thread has been stopped.'));
    const worker = this.#worker ?? this.#start();
    const done = new Promise<string>((resolve, reject) => this.#waiting.set(asked.id, { resolve, reject }));
    // The thread keeps the process alive only while somebody waits for it.
    worker.ref();
    worker.postMessage(asked);
    return done;
  }

  #start(): Worker {
    const worker = this.#startWorker();
    this.#worker = worker;
    worker.on('message', (word: PlanThreadWord) =>
      this.#settle(word.id, ({ resolve, reject }) =>
        word.kind === 'DONE' ? resolve(word.json) : reject(errorOf(word)),
      ),
    );
    // The `exit` event that follows is handled below.
    worker.on('error', () => undefined);
    worker.once('exit', (code) => {
      this.#worker = undefined;
      const gone = new Error(`The planning thread ended with ${code}.`);
      for (const id of [...this.#waiting.keys()]) this.#settle(id, ({ reject }) => reject(gone));
    });
    // Takes on the graphs its predecessor planned over. No caller waits for these messages.
    for (const [graph, supergraphSdl] of this.#graphs)
      worker.postMessage({ kind: 'TAKE', id: this.#next(), graph, supergraphSdl } satisfies ToPlanThread);
    return worker;
  }

  #settle(id: number, settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting) settle(waiting);
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }
}

/** Starts the thread, which waits for messages. */
export const startPlanWorker = (): Worker => new Worker(new URL('./planWorker.js', import.meta.url), { execArgv: [] });

const errorOf = ({ message, extensions, isPlain }: Extract<PlanThreadWord, { kind: 'FAILED' }>): Error =>
  isPlain ? new Error(message) : new GraphQLError(message, { extensions: { ...extensions } });
