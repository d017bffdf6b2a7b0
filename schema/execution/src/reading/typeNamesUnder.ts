import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql';

/**
 * Returns the names of the types that a type condition covers (GraphQL specification, 6.3.2 DoesFragmentTypeApply), including
 * its own.
 */
export function typeNamesUnder(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  if (!isAbstractType(type)) return new Set([condition]);
  const interfaces = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
  return new Set([condition, ...[...schema.getPossibleTypes(type), ...interfaces].map(({ name }) => name)]);
}
