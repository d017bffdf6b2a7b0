import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { failed } from '../failed.ts';
import { type Json, put } from '../Json.ts';
import { collectFields } from '../reading/collectFields.ts';
import type { Reading } from '../reading/Reading.ts';
import { isPromise, type Path, type Resolving } from './Resolving.ts';
import { resolveField } from './resolveField.ts';

/**
 * Resolves what is asked of an object, or of one field of it. Gives the value for the answer, `failed` if a non-null value is
 * null, or a promise of either, which never rejects.
 */
export type ResolveObject = (object: unknown, at: Path | undefined, resolving: Resolving) => unknown;

/**
 * Resolves an object whose type is known (GraphQL specification, 6.3 Executing Selection Sets). If a non-null field is null,
 * the object is null (6.4.4); the other fields are still resolved and waited for.
 */
export function resolveObject(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): ResolveObject {
  const entries = entriesOf(type, sets, reading);
  return (object, at, resolving) => {
    const told: Json = {};
    let under: Promise<unknown>[] | undefined;
    let lost = false;
    for (const { key, read } of entries) {
      const value = read(object, at, resolving);
      lost ||= value === failed;
      put(told, key, value);
      if (!isPromise(value)) continue;
      under ??= [];
      under.push(
        value.then((come) => {
          lost ||= come === failed;
          put(told, key, come);
        }),
      );
    }
    const whole = () => (lost ? failed : told);
    return under ? Promise.all(under).then(whole) : whole();
  };
}

/**
 * Resolves the fields one after the other (GraphQL specification, 6.2.2 Mutation). After a non-null field that came to null, no
 * further field begins: the answer could not say that it was done.
 */
export function inTurn(type: GraphQLObjectType, sets: readonly SelectionSetNode[], reading: Reading): ResolveObject {
  const entries = entriesOf(type, sets, reading);
  return async (object, at, resolving) => {
    const told: Json = {};
    for (const { key, read } of entries) {
      const value = await read(object, at, resolving);
      if (value === failed) return failed;
      put(told, key, value);
    }
    return told;
  };
}

const entriesOf = (
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): readonly Readonly<{ key: string; read: ResolveObject }>[] =>
  collectFields(type, sets, reading).map((field) => ({
    key: field.key,
    read: field.name === '__typename' ? () => type.name : resolveField(field, type, reading),
  }));
