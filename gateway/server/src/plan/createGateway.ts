// The only file of the hub that knows @apollo/gateway (Elastic Licence 2.0). Loaded where a hub runs its plans by it (`ACCORD_EXECUTOR`): it takes
// a third of the time in which a hub is loaded.
import './noTelemetry.ts'; // first: see there
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GatewayInterface } from '../execution/ownGateway.ts';
import type { RequestContext } from '../RequestContext.ts';
import type { Run } from './runsOver.ts';

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
