import { failed } from '@accord/execution/failed';
import { type Json, put } from '@accord/execution/Json';
import { collectFields } from '@accord/execution/reading/collectFields';
import { type GraphQLNamedType, isObjectType } from 'graphql';
import { completeField } from './completeField.ts';
import type { Slot } from './completeValue.ts';
import { introspectField, isIntrospection } from './introspectField.ts';
import type { Walk } from './Walk.ts';

/** Reads the value of one response key; `failed` where it makes the whole object null. */
export type Entry = Readonly<{ key: string; read: (object: Json, walk: Walk) => unknown }>;

/**
 * Completes an object whose type is known (GraphQL specification, 6.4.3 CompleteValue): the fields asked for, in the order asked, and
 * nothing else. Where a field is null and must not be, the object is null (6.4.4) and its remaining fields are skipped.
 *
 * Deviates from @apollo/gateway for an aliased `__typename`, where the schema says the type.
 */
export function completeObject(type: GraphQLNamedType, slot: Slot): (object: Json, walk: Walk) => unknown {
  const { reading, depth } = slot;
  const entries = collectFields(type, slot.sets, reading).map((field): Entry => {
    const { key, name } = field;
    // 4.1 Type Name Introspection. An interface standing in for a type that no subgraph reported (`completeAbstract`) has no name to
    // return.
    if (name === '__typename') return { key, read: () => (isObjectType(type) ? type.name : failed) };
    if (isIntrospection(name)) return { key, read: introspectField(field, reading) };
    return { key, read: completeField(field, type, { reading, depth }) };
  });
  return (object, walk) => {
    const told: Json = {};
    for (const { key, read } of entries) {
      const value = read(object, walk);
      if (value === failed) return failed;
      put(told, key, value);
    }
    return told;
  };
}
