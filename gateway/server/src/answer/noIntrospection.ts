import { GraphQLError, type ValidationRule } from 'graphql';

/** The schema is not told by the hub outside development (GraphQL specification, 4.2); `__typename` is. */
export const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    const name = node.name.value;
    if (name === '__schema' || name === '__type')
      context.reportError(
        new GraphQLError(
          `"${name}" is available in development only. The schema is published with the contract's release.`,
          {
            nodes: node,
          },
        ),
      );
  },
});
