import { failed } from '@accord/execution/failed';
import { type GraphQLList, type GraphQLOutputType, getNullableType, isNonNullType } from 'graphql';
import { completeValue, type Slot } from './completeValue.ts';
import { type Complete, fail, type Where } from './Walk.ts';

/**
 * Completes a list, each item on its own (GraphQL specification, 6.4.3 CompleteValue). Where an item is null and must not be, the list is
 * null (6.4.4); errors of later items are still reported.
 *
 * Deviates from @apollo/gateway where something other than a list arrived, for which the gateway gives up the whole answer.
 */
export function completeList(type: GraphQLList<GraphQLOutputType>, slot: Slot): Complete {
  const { depth, where } = slot;
  const itemType = getNullableType(type.ofType).toString();
  const itemWhere: Where = ({ path }) => `array element of type ${itemType} at index ${path[depth]}`;
  const completeItem = completeValue(type.ofType, { ...slot, depth: depth + 1, where: itemWhere });
  const required = isNonNullType(type.ofType);

  return (value, walk) => {
    if (!Array.isArray(value)) return fail(walk, depth, `Invalid value found for ${where(walk)}.`);
    const items: unknown[] = [];
    let lacks = false;
    for (let index = 0; index < value.length; index += 1) {
      walk.path[depth] = index;
      let item: unknown = value[index] ?? null;
      if (item !== null) item = completeItem(item, walk);
      else if (required) item = fail(walk, depth + 1, `Cannot return null for non-nullable ${itemWhere(walk)}.`);
      if (item === failed && required) lacks = true;
      items.push(item === failed ? null : item);
    }
    return lacks ? failed : items;
  };
}
