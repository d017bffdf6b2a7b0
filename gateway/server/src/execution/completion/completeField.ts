import { failed } from '@accord/execution/failed';
import { own } from '@accord/execution/Json';
import type { AskedField } from '@accord/execution/reading/collectFields';
import { type GraphQLNamedType, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import type { Entry } from './completeObject.ts';
import { completeValue, type Slot } from './completeValue.ts';
import { fail } from './Walk.ts';

/**
 * Completes a field (GraphQL specification, 6.4 Executing Fields) by the type it has on the object's own type. Its value was fetched under
 * its response key; a value that was not fetched is null.
 *
 * Deviates from @apollo/gateway where a field is asked for through an interface on which it may be null, but on the object it may not: the
 * gateway goes by the interface.
 */
export function completeField(
  { key, name, nodes, parent }: AskedField,
  type: GraphQLNamedType,
  { reading, depth }: Pick<Slot, 'reading' | 'depth'>,
): Entry['read'] {
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (!definition) throw new Error(`A valid operation asks for the field ${type.name}.${name}, which does not exist.`);
  const described = `field ${parent}.${key}`;
  const complete = completeValue(definition.type, {
    reading,
    depth: depth + 1,
    where: () => described,
    sets: nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])),
  });
  const required = isNonNullType(definition.type);

  return (object, walk) => {
    const value = own(object, key);
    walk.path[depth] = key;
    if (value === null || value === undefined)
      return required ? fail(walk, depth + 1, `Cannot return null for non-nullable ${described}.`) : null;
    const told = complete(value, walk);
    return told === failed && !required ? null : told;
  };
}
