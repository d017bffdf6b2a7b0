import { keep } from '@accord/execution/keep';
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { compileOperation } from './compileOperation.ts';
import type { Takes } from './plan/compilePlan.ts';
import { openPlanner } from './planner.ts';
import type { Answer, Sent } from './Run.ts';

/** What Apollo Server takes for a gateway. */
export type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>;

/** Asks a subgraph. `context` is what the server made for the request. */
export type Source = (sent: Sent, context: unknown) => Promise<Answer>;

/** One for each distinct operation, as many as the exchanges keep of their fetches. */
const operationsKept = 1_000;

/**
 * The hub's own executor of query plans, where Apollo Server expects a gateway: planned by Apollo's planner, each operation compiled once.
 *
 * The hub's own front does without a server between (`answer/ownEngine.ts`), and is held to this by a test; for others it is how the executor
 * stands behind theirs.
 *
 * `takes`: how subgraphs may be asked. Several fetches of one plan in one request, as aliases of `_entities`, only where one says so: an
 * exchange reads fetches by type and field.
 *
 * It serves one supergraph for good; another one takes the place of its whole graph (`Graphs`). Throws where the supergraph cannot be
 * read, and where `sourceOf` does for a subgraph's name.
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
