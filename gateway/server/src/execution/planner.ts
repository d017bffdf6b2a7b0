// The only file of the hub that imports @apollo/query-planner and @apollo/federation-internals (Elastic Licence 2.0), so that another
// planner can replace them.
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

/** Plans operations over one supergraph, which never changes. */
export type Planner = Readonly<{
  /** Names of the subgraphs it was composed of. */
  subgraphs: readonly string[];
  /** The schema callers may ask. */
  api: GraphQLSchema;
  /** The supergraph itself, as SDL. */
  sdl: string;
  /** All types of all subgraphs, including what callers may not ask. */
  supergraph: GraphQLSchema;
  /** Returns the plan of a valid operation, the same for everyone. */
  plan(document: DocumentNode, operationName: string | undefined): QueryPlan;
}>;

/** Opens a planner. Throws where the supergraph cannot be read. It does not repeat the validation that composition did. */
export function openPlanner(supergraphSdl: string): Planner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
  const api = supergraph.apiSchema();
  // Without named fragments in fetches, which an exchange does not take (`createGateway`).
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
