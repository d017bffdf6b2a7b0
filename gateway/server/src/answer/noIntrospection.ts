import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses introspection of the schema outside development (GraphQL specification, 4.2); `__typename` is allowed. */
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
