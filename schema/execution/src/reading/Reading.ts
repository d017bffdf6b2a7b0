import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** An operation as it is read for one choice of the variables that `@skip` and `@include` hang on. */
export type Reading = Readonly<{
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that say what is asked at all. */
  booleans: ReadonlyMap<string, boolean>;
}>;
