// The only file of the hub that imports @apollo/gateway (Elastic Licence 2.0). It is loaded only where a hub runs its plans with it
// (`ACCORD_EXECUTOR`), because loading it takes a third of a hub's start.
import './noTelemetry.ts'; // must come first: see that file
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '../execution/ownGateway.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Run } from './runsOver.ts';

/** Apollo's gateway: plans every operation once (the same plan for everyone) and runs the plan over the subgraphs. */
export function createGateway(supergraphSdl: string, runOf: (name: string) => Run): GatewayInterface {
  return new ApolloGateway({
    supergraphSdl,
    // Composition has validated it. Doing so again would hold up requests when a running hub takes on a new supergraph.
    validateSupergraph: false,
    // The planner would turn a fragment that a fetch uses twice into a named one. An exchange reads fetches by type and field, and takes no
    // named fragments.
    queryPlannerConfig: { reuseQueryFragments: false },
    buildService: ({ name }) => source(runOf(name)),
  });
}

type Answers = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * Returns a data source. The casts are needed because the gateway types a context as partial (it is, while schemas are loaded from
 * subgraphs, which this hub never does) and errors as formatted (its own sources also hand over thrown ones).
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
