// The only file of the hub that knows @apollo/gateway (Elastic Licence 2.0), so that another engine could take its place.
import './noTelemetry.ts'; // first: see there
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Exchange, Fetch } from '../exchange/Exchange.ts';
import type { RequestContext } from '../RequestContext.ts';
import { runFetches } from './runFetches.ts';

/** One for each distinct fetch of a plan, as many as the exchanges keep. */
const fetchesKept = 1_000;

/** What the gateway joins: the hub's own subgraph in process, and one exchange for each logical subgraph of the agencies. */
export type Joined = Readonly<{
  supergraphSdl: string;
  hub: GraphQLSchema;
  exchanges: ReadonlyMap<string, Exchange>;
}>;

/**
 * The gateway: plans every operation once (the same plan for everyone) and runs the plan over the data sources.
 *
 * Throws where the supergraph names a subgraph that has no data source.
 */
export function createGateway({ supergraphSdl, hub, exchanges }: Joined): ApolloGateway {
  return new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => {
      if (name === 'hub') return source(runFetches(hub, fetchesKept));
      const exchange = exchanges.get(name);
      if (!exchange) throw new Error(`The supergraph has a subgraph "${name}" that no exchange serves.`);
      return source(async (fetch, context) => ({ data: { _entities: await exchange.fetch(fetch, context) } }));
    },
  });
}

type Answers = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * A data source. The gateway types a context as partial while it loads schemas from subgraphs, which this hub never does; and
 * errors as formatted, though its own sources hand over the thrown ones too.
 */
function source(
  run: (fetch: Fetch, context: RequestContext) => Promise<ExecutionResult>,
): GraphQLDataSource<RequestContext> {
  return {
    process: async ({ request, context }) =>
      (await run(
        { query: request.query ?? '', variables: request.variables ?? {} },
        context as RequestContext,
      )) as Answers,
  };
}
