import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses kinds of operations the graph does not have. A subscription would otherwise be run, and fail as if the hub were at fault. */
export const onlyRootTypes: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`The graph has no ${node.operation}s.`, { nodes: node }));
  },
});
