import { isObject } from '@accord/execution/Json';
import type { GraphQLObjectType } from 'graphql';
import { completeObject } from './completeObject.ts';
import type { Slot } from './completeValue.ts';
import { type Complete, fail } from './Walk.ts';

/**
 * Completes an object whose type the schema fixes (GraphQL specification, 6.4.3 CompleteValue).
 *
 * Deviates from @apollo/gateway, which accepts a list for an object, gives up the whole answer for a leaf, and believes any `__typename`
 * that exists.
 */
export function completeNamed(type: GraphQLObjectType, slot: Slot): Complete {
  const { depth, where } = slot;
  const complete = completeObject(type, slot);
  return (value, walk) => {
    if (!isObject(value)) return fail(walk, depth, `Invalid value found for ${where(walk)}.`);
    const said = value.__typename;
    if (said && said !== type.name) return fail(walk, depth, `Invalid __typename found for object at ${where(walk)}.`);
    return complete(value, walk);
  };
}
