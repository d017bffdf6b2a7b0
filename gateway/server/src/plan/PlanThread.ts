import { Worker } from 'node:worker_threads';
import type { Composition } from '@accord/contract/compose';
import type { ContractSubgraph } from '@accord/contract/subgraphs';
import { type DocumentNode, GraphQLError, print } from 'graphql';
import type { QueryPlan } from '../execution/planner.ts';

type Composed = Extract<Composition, { kind: 'COMPOSED' }>;

/** What a thread plans over: modules that it composes with the contract, or what has been composed. */
export type ToPlan =
  | Readonly<{ kind: 'COMPOSE'; modules: readonly ContractSubgraph[] }>
  | Readonly<{ kind: 'PLAN'; composition: Composed }>;

/** An operation to be planned. */
export type PlanAsked = Readonly<{ id: number; document: string; operationName: string | undefined }>;

/** What the thread says. */
export type PlanThreadWord =
  | Readonly<{ kind: 'REFUSED'; faults: readonly string[] }>
  | Readonly<{ kind: 'COMPOSED'; composition: Composed; subgraphs: readonly string[] }>
  | Readonly<{ kind: 'PLANNED'; id: number; plan: string }>
  | Readonly<{
      kind: 'FAILED';
      id: number;
      message: string;
      extensions: Readonly<Record<string, unknown>>;
      /** True: no error of GraphQL's. */
      isPlain: boolean;
    }>;

/** A thread that is ready to plan, or why what it was given cannot be composed. */
export type Opened =
  | Readonly<{ kind: 'OPENED'; thread: PlanThread }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly string[] }>;

type Waiting = Readonly<{ resolve: (plan: QueryPlan) => void; reject: (error: Error) => void }>;
type Start = Extract<PlanThreadWord, { kind: 'REFUSED' | 'COMPOSED' }>;

/**
 * Plans operations in another thread, so that nobody's answer waits while an operation that is asked for the first time is planned, nor
 * while a graph is composed and what its planner needs is made: some 200 ms of a processor.
 *
 * A thread that dies fails what was asked of it, and another one takes its place with the next operation.
 */
export class PlanThread {
  readonly composition: Composed;
  /** Names of the subgraphs that plans name. */
  readonly subgraphs: readonly string[];
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #last = 0;
  #stopped = false;

  private constructor(worker: Worker, { composition, subgraphs }: Extract<Start, { kind: 'COMPOSED' }>) {
    this.composition = composition;
    this.subgraphs = subgraphs;
    this.#hear(worker);
    worker.unref();
  }

  /** Starts one. Throws where the thread ends without a word. */
  static async open(given: ToPlan): Promise<Opened> {
    const worker = threadFor(given);
    const start = await firstWord(worker);
    if (start.kind === 'REFUSED') return start;
    return { kind: 'OPENED', thread: new PlanThread(worker, start) };
  }

  /** The plan of an operation that is valid. Rejects as the planner throws, and where the thread dies meanwhile. */
  plan(document: DocumentNode, operationName: string | undefined): Promise<QueryPlan> {
    if (this.#stopped) return Promise.reject(new Error('The planning thread has been stopped.'));
    const worker = this.#worker ?? this.#again();
    this.#last += 1;
    const asked: PlanAsked = { id: this.#last, document: print(document), operationName };
    const planned = new Promise<QueryPlan>((resolve, reject) => this.#waiting.set(asked.id, { resolve, reject }));
    // Only while somebody waits does it keep the process alive.
    worker.ref();
    worker.postMessage(asked);
    return planned;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  #again(): Worker {
    const worker = threadFor({ kind: 'PLAN', composition: this.composition });
    this.#hear(worker);
    return worker;
  }

  #hear(worker: Worker): void {
    this.#worker = worker;
    worker.on('message', (word: PlanThreadWord) => {
      if (word.kind === 'PLANNED') this.#settle(word.id, ({ resolve }) => resolve(JSON.parse(word.plan)));
      else if (word.kind === 'FAILED') this.#settle(word.id, ({ reject }) => reject(errorOf(word)));
    });
    // Its exit says the rest.
    worker.on('error', () => undefined);
    worker.once('exit', (code) => {
      this.#worker = undefined;
      const gone = new Error(`The planning thread ended with ${code}.`);
      for (const id of [...this.#waiting.keys()]) this.#settle(id, ({ reject }) => reject(gone));
    });
  }

  #settle(id: number, settle: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (waiting) settle(waiting);
    if (this.#waiting.size === 0) this.#worker?.unref();
  }
}

/** What it says first. Rejects where it ends before. */
function firstWord(worker: Worker): Promise<Start> {
  return new Promise((resolve, reject) => {
    const ended = (code: number): void => reject(new Error(`The planning thread ended with ${code} and no answer.`));
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.once('message', (start: Start) => {
      worker.off('error', reject);
      worker.off('exit', ended);
      resolve(start);
    });
  });
}

const threadFor = (workerData: ToPlan): Worker =>
  new Worker(new URL('./planWorker.js', import.meta.url), { workerData, execArgv: [] });

const errorOf = ({ message, extensions, isPlain }: Extract<PlanThreadWord, { kind: 'FAILED' }>): Error =>
  isPlain ? new Error(message) : new GraphQLError(message, { extensions: { ...extensions } });
