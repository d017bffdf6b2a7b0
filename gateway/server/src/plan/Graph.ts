import { committedApi, committedSupergraph } from '@accord/contract/subgraphs';
import { buildASTSchema, buildSchema, type GraphQLSchema, parse } from 'graphql';
import { apolloEngine } from '../answer/apolloEngine.ts';
import type { Engine, EngineParts } from '../answer/Engine.ts';
import { ownEngine, type Planning } from '../answer/ownEngine.ts';
import { Exchange, type ExchangeParts, type LogicalSubgraph } from '../exchange/Exchange.ts';
import { ownSubgraphs } from '../exchange/ownSubgraphs.ts';
import { keepDocuments } from '../limits/keepDocuments.ts';
import type { Limits } from '../limits/Limits.ts';
import type { ReadDocument } from '../limits/readDocument.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { ModulesOnFile } from '../store/modules.ts';
import { AskedOften } from './AskedOften.ts';
import { createGateway, type Executor, runsOver } from './createGateway.ts';
import { PlanThread } from './PlanThread.ts';

/**
 * Everything that hangs on what is composed: plans, exchanges, labels, and what callers may ask. It never changes; another one takes its
 * place, and a request uses one from beginning to end.
 */
export type Graph = Readonly<{
  /** Of the partnership's own modules that it was composed with. */
  revision: number;
  engine: Engine<RequestContext>;
  /** Reads a document by what callers may ask. */
  read: (query: string) => ReadDocument;
  /** What it was asked. */
  asked: AskedOften;
}>;

/** What every graph of a hub has in common. */
export type GraphParts = Readonly<{
  /** The hub's own subgraph, with its resolvers. */
  hub: GraphQLSchema;
  exchange: ExchangeParts;
  /** Of the contract's core and modules: the same in every graph, with all that they have read so far. */
  exchanges: ReadonlyMap<string, Exchange>;
  /** Who runs the plans. */
  executor: Executor;
  /** True: operations are planned in a thread of their own, so that nobody waits for another's plan. */
  plansApart: boolean;
  limits: Limits;
  answering: EngineParts<RequestContext>;
}>;

/** A graph that can be asked, or why there is none. */
export type Built =
  | Readonly<{ kind: 'BUILT'; graph: Graph }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly string[] }>;

/** The contract with the partnership's own modules; without any, as it was composed for this release. */
export async function buildGraph(
  onFile: ModulesOnFile,
  { hub, exchange, exchanges, executor, plansApart, limits, answering }: GraphParts,
): Promise<Built> {
  const composed = await composedOf(onFile, executor === 'own' && plansApart);
  if (composed.kind === 'REFUSED') return composed;
  const own = exchangesOf(ownSubgraphs(onFile), exchange);
  await nextTurn();
  const api = buildSchema(composed.apiSdl);
  await nextTurn();
  const { supergraphSdl, thread } = composed;
  const sourceOf = runsOver({ hub, exchanges: new Map([...exchanges, ...own]) });
  const engine =
    executor === 'own'
      ? ownEngine({ supergraphSdl, sourceOf, ...(thread && { planning: await planningBy(thread, api) }) }, answering)
      : await apolloEngine(createGateway(supergraphSdl, sourceOf), { ...answering, tokens: limits.tokens });
  const asked = new AskedOften();
  return {
    kind: 'BUILT',
    graph: {
      revision: onFile.revision,
      engine: {
        answer(operation, read, context) {
          asked.note(operation, read);
          return engine.answer(operation, read, context);
        },
        prepare: engine.prepare,
        async stop() {
          await engine.stop();
          await thread?.stop();
        },
      },
      read: keepDocuments(limits, api),
      asked,
    },
  };
}

/** What is to be served, and the thread that plans over it where there is one. */
type Composed =
  | Readonly<{ kind: 'COMPOSED'; supergraphSdl: string; apiSdl: string; thread?: PlanThread }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly string[] }>;

const committed = () => ({ kind: 'COMPOSED', supergraphSdl: committedSupergraph(), apiSdl: committedApi() }) as const;

/** Composes in another thread, which then plans if it is to. */
async function composedOf({ current }: ModulesOnFile, plansApart: boolean): Promise<Composed> {
  if (current.length === 0 && !plansApart) return committed();
  const opened = await PlanThread.open(
    current.length === 0
      ? { kind: 'PLAN', composition: committed() }
      : { kind: 'COMPOSE', modules: current.map(({ name, sdl }) => ({ name, sdl })) },
  );
  if (opened.kind === 'REFUSED') return opened;
  const { thread } = opened;
  if (plansApart) return { ...thread.composition, thread };
  await thread.stop();
  return thread.composition;
}

/** What the engine takes for a planner. Plans come from the thread; schemas to compile them by are made here, in slices. */
async function planningBy(thread: PlanThread, api: GraphQLSchema): Promise<Planning> {
  const { supergraphSdl } = thread.composition;
  const document = parse(supergraphSdl, { noLocation: true });
  await nextTurn();
  const supergraph = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  await nextTurn();
  return {
    ...{ api, supergraph, sdl: supergraphSdl, subgraphs: thread.subgraphs },
    plan: (asked, operationName) => thread.plan(asked, operationName),
  };
}

/** One exchange for each logical subgraph. */
export const exchangesOf = (
  subgraphs: ReadonlyMap<string, LogicalSubgraph>,
  parts: ExchangeParts,
): ReadonlyMap<string, Exchange> =>
  new Map([...subgraphs].map(([name, subgraph]) => [name, new Exchange(subgraph, parts)] as const));

/** Lets what waits be answered between two pieces of work. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
