import { keep } from '@accord/execution/keep';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { compileOperation } from './compileOperation.ts';
import type { Takes } from './plan/compilePlan.ts';
import { openPlanner } from './planner.ts';
import type { Answer, Sent } from './Run.ts';

/** The type Apollo Server expects of a gateway. */
export type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** Sends a fetch to a subgraph. `context` is what the server made for the request. */
export type Source = (sent: Sent, context: unknown) => Promise<Answer>;

/** How many distinct operations are kept compiled: as many as an exchange keeps of its fetches. */
const operationsKept = 1_000;

/**
 * Returns the hub's own executor of query plans in the form of a gateway for Apollo Server. Apollo's planner plans, and each operation is
 * compiled once.
 *
 * The hub itself answers without a server in between (`answer/ownEngine.ts`), and a test holds that to this. This shows how the executor
 * stands behind someone else's server.
 *
 * `takes` says how subgraphs may be asked. Several fetches of a plan go in one request, as aliases of `_entities`, only where a subgraph
 * allows it, because an exchange reads fetches by type and field.
 *
 * It serves one supergraph for good; for another, its whole graph is replaced (`Graphs`). Throws where the supergraph cannot be read, and
 * where `sourceOf` throws for a subgraph's name.
 */
export function ownGateway(
  supergraphSdl: string,
  sourceOf: (name: string) => Source,
  takes: Takes = {},
): GatewayInterface {
  const planner = openPlanner(supergraphSdl);
  const sources = new Map(planner.subgraphs.map((name) => [name, sourceOf(name)] as const));
  const operationFor = keep(
    (_mark: string, document: Parameters<Executor>[0]['document'], name: string | undefined) =>
      compileOperation(document, name, planner, takes),
    operationsKept,
  );
  const executor: Executor = async ({ request, document, queryHash, context }) => {
    const name = request.operationName || undefined;
    const execute = operationFor(`${queryHash} ${name ?? ''}`, document, name);
    return execute(request.variables ?? {}, async (service, sent) => {
      const source = sources.get(service);
      if (!source) throw new Error(`Couldn't find service with name "${service}"`);
      return source(sent, context);
    });
  };
  let tell: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(listener) {
      tell = listener;
      return () => {
        tell = undefined;
      };
    },
    load: async () => {
      tell?.({ apiSchema: planner.api, coreSupergraphSdl: planner.sdl });
      return { executor };
    },
    stop: async () => {},
  };
}
