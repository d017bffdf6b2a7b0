import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

const kinds: Readonly<Record<string, (value: unknown) => boolean>> = {
  Int: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string',
};

/**
 * True if the data of an operation without fragments has the types that the schema promises, and nothing that was not selected.
 */
export function keepsPromise(data: unknown, operation: OperationDefinitionNode, schema: GraphQLSchema): boolean {
  const root = schema.getRootType(operation.operation);
  return data === null || (root !== null && root !== undefined && isOf(data, root, operation.selectionSet, schema));
}

function isOf(
  value: unknown,
  type: GraphQLOutputType,
  set: SelectionSetNode | undefined,
  schema: GraphQLSchema,
): boolean {
  if (isNonNullType(type)) return value !== null && isOf(value, type.ofType, set, schema);
  if (value === null) return true;
  if (isListType(type)) return Array.isArray(value) && value.every((item) => isOf(item, type.ofType, set, schema));
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  if (!isCompositeType(type)) return kinds[type.name]?.(value) ?? true;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !set) return false;
  const asked = new Map(
    set.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD ? [[selection.alias?.value ?? selection.name.value, selection] as const] : [],
    ),
  );
  return Object.entries(value).every(([key, told]) => {
    const field = asked.get(key);
    const name = field?.name.value;
    if (!field || !name) return false;
    if (name === '__typename') return isObjectType(schema.getType(String(told)));
    if (name.startsWith('__')) return true;
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    const definition = type.getFields()[name];
    // If a field is selected twice, whatever either selection names may be there.
    const sets = set.selections.flatMap((one) =>
      one.kind === Kind.FIELD && (one.alias?.value ?? one.name.value) === key
        ? (one.selectionSet?.selections ?? [])
        : [],
    );
    const below = field.selectionSet && { ...field.selectionSet, selections: sets };
    return definition !== undefined && isOf(told, definition.type, below, schema);
  });
}
