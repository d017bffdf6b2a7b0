// The only file of the hub that knows @apollo/gateway (Elastic Licence 2.0), so that another engine could take its place.
import './noTelemetry.ts'; // first: see there
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ExecutionResult } from 'graphql';
import type { Exchange, Fetch } from '../exchange/Exchange.ts';
import type { GatewayInterface } from '../execution/ownGateway.ts';
import type { RequestContext } from '../RequestContext.ts';

/** Who runs the plans that Apollo's planner makes: `@apollo/gateway`, or the hub itself (`execution/`). */
export type Executor = 'apollo' | 'own';

/** What is joined: the hub's own subgraph in process, and one exchange for each logical subgraph of the agencies. */
export type Joined = Readonly<{ hub: Run; exchanges: ReadonlyMap<string, Exchange> }>;

/** Runs a fetch of a plan for one request. */
export type Run = (fetch: Fetch, context: RequestContext) => Promise<ExecutionResult>;

/** How a subgraph of this name is asked. Throws where a supergraph names one that nobody serves. */
export function runsOver({ hub, exchanges }: Joined): (name: string) => Run {
  return (name) => {
    if (name === 'hub') return hub;
    const exchange = exchanges.get(name);
    if (!exchange) throw new Error(`The supergraph has a subgraph "${name}" that no exchange serves.`);
    return async (fetch, context) => ({ data: { _entities: await exchange.fetch(fetch, context) } });
  };
}

/** Apollo's gateway: plans every operation once (the same plan for everyone) and runs the plan over the subgraphs. */
export function createGateway(supergraphSdl: string, runOf: (name: string) => Run): GatewayInterface {
  return new ApolloGateway({
    supergraphSdl,
    // Composition has validated it; to do so again would hold up whoever waits while a running hub takes it.
    validateSupergraph: false,
    // A fragment that a fetch would use twice, the planner would write into it as one. An exchange reads fetches by type and field,
    // and takes none with named fragments.
    queryPlannerConfig: { reuseQueryFragments: false },
    buildService: ({ name }) => source(runOf(name)),
  });
}

type Answers = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * A data source. The gateway types a context as partial while it loads schemas from subgraphs, which this hub never does; and
 * errors as formatted, though its own sources hand over the thrown ones too.
 */
function source(run: Run): GraphQLDataSource<RequestContext> {
  return {
    process: async ({ request, context }) =>
      (await run(
        { query: request.query ?? '', variables: request.variables ?? {} },
        context as RequestContext,
      )) as Answers,
  };
}
