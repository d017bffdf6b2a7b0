import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';

/** An operation of a document, and the document's fragments by name. */
export type Operation = Readonly<{
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}>;

/**
 * Returns the operation to run (GraphQL specification, 6.1 GetOperation). Throws a `GraphQLError` if none has the name, or if
 * there are several and no name is given.
 */
export function operationOf({ definitions }: DocumentNode, name: string | undefined): Operation {
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const [operation, ...others] = name ? operations.filter((one) => one.name?.value === name) : operations;
  if (!operation) throw refused(name ? `Unknown operation named "${name}".` : 'Must provide an operation.');
  if (others.length > 0) throw refused('Must provide operation name if query contains multiple operations.');
  return { operation, fragments: new Map(fragments.map((one) => [one.name.value, one] as const)) };
}

const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'INVALID_GRAPHQL' } });
