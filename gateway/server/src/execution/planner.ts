// The only file of the hub that knows @apollo/query-planner and @apollo/federation-internals (Elastic Licence 2.0), so that another
// planner could take their place.
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';

export type {
  ConditionNode,
  FetchDataRewrite,
  FetchNode,
  FlattenNode,
  ParallelNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
  SequenceNode,
} from '@apollo/query-planner';

/** What plans operations over one supergraph. It never changes. */
export type Planner = Readonly<{
  /** Names of the subgraphs it was composed of. */
  subgraphs: readonly string[];
  /** What callers may ask. */
  api: GraphQLSchema;
  /** The supergraph itself, as SDL. */
  sdl: string;
  /** Every type of every subgraph, what callers may not ask too. */
  supergraph: GraphQLSchema;
  /** The plan of an operation that is valid; the same for everyone. */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}>;

/** Throws where the supergraph cannot be read. What composition has validated is not validated again. */
export function openPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const api = supergraph.apiSchema();
  // Fetches without named fragments: an exchange takes no others (`createGateway`).
  const planner = new QueryPlanner(supergraph, { reuseQueryFragments: false });
  return {
    sdl: supergraphSdl,
    subgraphs: supergraph.subgraphsMetadata().map(({ name }) => name),
    api: api.toGraphQLJSSchema(),
    supergraph: supergraph.schema.toGraphQLJSSchema(),
    plan: (document, operationName) =>
      planner.buildQueryPlan(
        operationFromDocument(api, document, operationName === undefined ? {} : { operationName }),
      ),
  };
}
