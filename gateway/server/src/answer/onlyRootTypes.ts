import { GraphQLError, type ValidationRule } from 'graphql';

/** An operation is of a kind that the graph has: a subscription would be run, and fail as if it were the hub's fault. */
export const onlyRootTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`The graph has no ${node.operation}s.`, { nodes: node }));
  },
});
