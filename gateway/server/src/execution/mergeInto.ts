import { isObject, type Json, own, put } from '@accord/execution/Json';
import { type GraphQLSchema, isInterfaceType } from 'graphql';

/**
 * Merges into an object what another fetch returned for it: objects key by key, lists of the same length item by item; anything else is
 * replaced. Both are JSON, whose objects inherit nothing enumerable. `supergraph`: the types that subgraphs name.
 *
 * A subgraph that sees an interface as an object (`@interfaceObject`) reports the interface's name as the object's type. That never
 * replaces a type another subgraph reported.
 *
 * Deviates from @apollo/gateway in both. The gateway loses the object's type, and with it everything asked for on that type; and in lists
 * of lists it replaces the items, which loses what the first fetch returned.
 */
export function mergeInto(target: Json, source: Json, supergraph: GraphQLSchema): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    const present = own(target, key);
    if (present === undefined) put(target, key, value);
    else if (present !== value) put(target, key, mergedAt(key, present, value, supergraph));
  }
}

/** The same, but copies from the source: what is later added to one object must not appear on others that received the same source. */
export function mergeCopyInto(target: Json, source: Json, supergraph: GraphQLSchema): void {
  for (const key in source) {
    const value = source[key];
    if (value === undefined) continue;
    const present = own(target, key);
    put(target, key, present === undefined ? copied(value) : mergedAt(key, present, copied(value), supergraph));
  }
}

function mergedAt(key: string, present: unknown, value: unknown, supergraph: GraphQLSchema): unknown {
  const isNoNews = key === '__typename' && typeof value === 'string' && isInterfaceType(supergraph.getType(value));
  return isNoNews && present !== null ? present : merged(present, value, supergraph);
}

function merged(present: unknown, value: unknown, supergraph: GraphQLSchema): unknown {
  if (isObject(present) && isObject(value)) {
    mergeInto(present, value, supergraph);
    return present;
  }
  if (Array.isArray(present) && Array.isArray(value) && present.length === value.length) {
    for (const [index, item] of value.entries())
      if (present[index] !== item) present[index] = merged(present[index], item, supergraph);
    return present;
  }
  return value;
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  const copy: Json = {};
  for (const key in value) put(copy, key, copied(value[key]));
  return copy;
}
