// The only file of the hub that knows @apollo/gateway (Elastic Licence 2.0), so that another engine could take its place.
import './noTelemetry.ts'; // first: see there
import { ApolloGateway, type GraphQLDataSource, LocalGraphQLDataSource } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { Exchange } from '../exchange/Exchange.ts';
import type { RequestContext } from '../RequestContext.ts';

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
      if (name === 'hub') return new LocalGraphQLDataSource(hub);
      const exchange = exchanges.get(name);
      if (!exchange) throw new Error(`The supergraph has a subgraph "${name}" that no exchange serves.`);
      return throughExchange(exchange);
    },
  });
}

function throughExchange(exchange: Exchange): GraphQLDataSource<RequestContext> {
  return {
    async process({ request, context }) {
      // The gateway types a context as partial while it loads schemas from subgraphs, which this hub never does.
      const entities = await exchange.fetch(
        { query: request.query ?? '', variables: request.variables ?? {} },
        context as RequestContext,
      );
      return { data: { _entities: entities } };
    },
  };
}
