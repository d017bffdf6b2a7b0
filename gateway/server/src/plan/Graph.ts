import type { Composition } from '@accord/contract/compose';
import { committedApi, committedSupergraph } from '@accord/contract/subgraphs';
import { buildASTSchema, buildSchema, type GraphQLSchema, parse } from 'graphql';
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
import { composeApart } from './composeApart.ts';
import type { PlanThread } from './PlanThread.ts';
import { type Executor, hubName, type Run, runsOver } from './runsOver.ts';

/**
 * Everything that depends on what is composed: plans, exchanges, labels, and what callers may ask. A graph never changes: another takes its
 * place, and each request uses one graph from beginning to end.
 */
export type Graph = Readonly<{
  /** Revision of the partnership's own modules it was composed with. */
  revision: number;
  engine: Engine<RequestContext>;
  /** Reads and measures a document by the schema callers may ask. */
  read: (query: string) => ReadDocument;
  /** Counts the operations it was asked. */
  asked: AskedOften;
}>;

/** What all graphs of a hub share. */
export type GraphParts = Readonly<{
  /** Runs fetches on the hub's own subgraph: shared by all graphs, so that what it has compiled is kept. */
  hub: Run;
  exchange: ExchangeParts;
  /** Exchanges of the contract's core and modules: shared by all graphs, so that what they have read is kept. */
  exchanges: ReadonlyMap<string, Exchange>;
  /** Who runs query plans. */
  executor: Executor;
  /**
   * Plans for the hub's own executor in another thread, so that no request waits for another's plan. Left out: the answering thread plans.
   */
  planThread?: Pick<PlanThread, 'take' | 'stop'>;
  limits: Limits;
  answering: EngineParts<RequestContext>;
}>;

/** A graph that is ready, or the reasons why there is none. */
export type Built =
  | Readonly<{ kind: 'BUILT'; graph: Graph }>
  | Readonly<{ kind: 'REFUSED'; faults: readonly string[] }>;

/**
 * Builds the graph of the contract and the partnership's own modules; without modules it uses the composition made for this release. Throws
 * where nobody serves a subgraph, and where `signal` ends the composition.
 */
export async function buildGraph(
  onFile: ModulesOnFile,
  { hub, exchange, exchanges, executor, planThread, limits, answering }: GraphParts,
  signal?: AbortSignal,
): Promise<Built> {
  const composed = await composedOf(onFile, signal);
  if (composed.kind === 'REFUSED') return composed;
  const { supergraphSdl } = composed;
  const own = exchangesOf(ownSubgraphs(onFile), exchange);
  await nextTurn();
  const api = buildSchema(composed.apiSdl);
  await nextTurn();
  const sourceOf = runsOver({ hub, exchanges: new Map([...exchanges, ...own]) });
  const planning = planThread && (await planningBy(planThread, supergraphSdl, api));
  const openEngine = async (): Promise<Engine<RequestContext>> => {
    if (executor === 'own')
      return ownEngine(
        { supergraphSdl, sourceOf, takesWhole: (name) => name === hubName, ...(planning && { planning }) },
        answering,
      );
    const [{ createGateway }, { apolloEngine }] = await Promise.all([
      import('./createGateway.ts'),
      import('../answer/apolloEngine.ts'),
    ]);
    return apolloEngine(createGateway(supergraphSdl, sourceOf), { ...answering, tokens: limits.tokens });
  };
  const engine = await openEngine().catch((error: unknown) => {
    // No engine holds it, so nobody else would release it.
    planning?.leave?.();
    throw error;
  });
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
        stop: engine.stop,
      },
      read: keepDocuments(limits, api),
      asked,
    },
  };
}

const composedOf = async ({ current }: ModulesOnFile, signal?: AbortSignal): Promise<Composition> =>
  current.length === 0
    ? { kind: 'COMPOSED', supergraphSdl: committedSupergraph(), apiSdl: committedApi() }
    : composeApart(
        current.map(({ name, sdl }) => ({ name, sdl })),
        signal,
      );

/** Returns the planning an engine uses. Plans come from the thread; the schemas to compile them with are built here, in slices. */
async function planningBy(thread: Pick<PlanThread, 'take'>, sdl: string, api: GraphQLSchema): Promise<Planning> {
  const document = parse(sdl, { noLocation: true });
  await nextTurn();
  const supergraph = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
  return { api, supergraph, sdl, ...(await thread.take(sdl)) };
}

/** Returns one exchange for each logical subgraph. */
export const exchangesOf = (
  subgraphs: ReadonlyMap<string, LogicalSubgraph>,
  parts: ExchangeParts,
): ReadonlyMap<string, Exchange> =>
  new Map([...subgraphs].map(([name, subgraph]) => [name, new Exchange(subgraph, parts)] as const));

/** Yields to the event loop, so that waiting requests are answered between two pieces of work. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
