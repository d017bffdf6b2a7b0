import { isObject, type Json, own, put } from '@accord/execution/Json';
import { type GraphQLSchema, isInterfaceType } from 'graphql';

/**
 * Adds to an object what another fetch brought of it: objects key by key, lists of one length item by item; anything else is replaced.
 * Both are JSON, whose objects inherit nothing that can be listed.
 *
 * A subgraph to which an interface is an object (`@interfaceObject`) calls the object by the interface's name: that is no news of an object
 * whose type another subgraph told, and does not replace it.
 *
 * Deviates from @apollo/gateway in both: the object's type is lost there, with all that was asked of it; and in lists of lists it replaces
 * the items, so that what the first fetch brought is lost. `supergraph`: the types that subgraphs name.
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

/** The same, with nothing of the source in the target: what is added to one object later is not added to others that had the same. */
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
