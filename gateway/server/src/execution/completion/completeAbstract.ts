import { isObject, type Json } from '@accord/execution/Json';
import { typeNamesUnder } from '@accord/execution/reading/typeNamesUnder';
import type { GraphQLAbstractType, GraphQLNamedType } from 'graphql';
import { completeObject } from './completeObject.ts';
import type { Slot } from './completeValue.ts';
import { type Complete, fail, type Walk } from './Walk.ts';

/**
 * Completes an object of an interface or union by its `__typename`, which every plan asks for (GraphQL specification, 6.4.3
 * ResolveAbstractType). The selection is compiled once for each type that occurs.
 *
 * A subgraph that sees an interface as an object (`@interfaceObject`) does not know the object's type. Where no other subgraph was asked
 * for it, the interface itself stands in. Deviates from @apollo/gateway, which believes a type that is not a possible one.
 */
export function completeAbstract(type: GraphQLAbstractType, slot: Slot): Complete {
  const { depth, where, reading } = slot;
  const possible: ReadonlySet<unknown> = typeNamesUnder(reading.schema, type.name);
  const completions = new Map<unknown, (value: Json, walk: Walk) => unknown>();
  const completionOf = (named: GraphQLNamedType) => {
    const made = completeObject(named, slot);
    completions.set(named.name, made);
    return made;
  };
  return (value, walk) => {
    if (!isObject(value)) return fail(walk, depth, `Invalid value found for ${where(walk)}.`);
    const said = value.__typename || type.name;
    const known = completions.get(said);
    if (known) return known(value, walk);
    const named = possible.has(said) && typeof said === 'string' ? reading.schema.getType(said) : undefined;
    if (!named) return fail(walk, depth, `Invalid __typename found for object at ${where(walk)}.`);
    return completionOf(named)(value, walk);
  };
}
