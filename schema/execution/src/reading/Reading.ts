import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** An operation as read for one choice of the variables that `@skip` and `@include` depend on. */
export type Reading = Readonly<{
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of the variables that decide which fields are asked for. */
  booleans: ReadonlyMap<string, boolean>;
}>;
