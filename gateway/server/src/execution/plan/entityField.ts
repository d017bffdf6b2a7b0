import { type FieldNode, Kind, type OperationDefinitionNode } from 'graphql';

/** Returns the one field of an operation that asks for entities (federation 2 subgraph specification, `Query._entities`). */
export function entityField({ selectionSet }: OperationDefinitionNode): FieldNode | undefined {
  const [field] = selectionSet.selections;
  return field?.kind === Kind.FIELD && field.name.value === '_entities' ? field : undefined;
}
