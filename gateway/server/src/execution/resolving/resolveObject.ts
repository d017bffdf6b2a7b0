import type { GraphQLObjectType, SelectionSetNode } from 'graphql';
import { collectFields } from '../completion/collectFields.ts';
import type { Reading } from '../completion/Reading.ts';
import { failed } from '../completion/Walk.ts';
import { type Json, put } from '../Json.ts';
import { isPromise, type Path, type Resolving } from './Resolving.ts';
import { resolveField } from './resolveField.ts';

/** Resolves the fields that are asked of an object; `failed` where one that must not be null is. */
export type ResolveObject = (object: unknown, at: Path | undefined, resolving: Resolving) => unknown;

/** The value of one response key, or a promise of it; `failed` where the object comes to nothing because of it. */
export type Entry = Readonly<{ key: string; read: ResolveObject }>;

/**
 * GraphQL specification, 6.3 Executing Selection Sets, of an object whose type is known. Where a field that must not be null is, the object
 * is (6.4.4): fields after it are not looked at, and those that are under way are waited for.
 */
export function resolveObject(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): ResolveObject {
  const entries = collectFields(type, sets, reading).map(
    (field): Entry => ({
      key: field.key,
      read: field.name === '__typename' ? () => type.name : resolveField(field, type, reading),
    }),
  );
  return (object, at, resolving) => {
    const told: Json = {};
    let under: Promise<unknown>[] | undefined;
    let lost = false;
    for (const { key, read } of entries) {
      const value = read(object, at, resolving);
      if (value === failed) {
        lost = true;
        break;
      }
      put(told, key, value);
      if (!isPromise(value)) continue;
      under ??= [];
      under.push(
        value.then((come) => {
          if (come === failed) lost = true;
          else put(told, key, come);
        }),
      );
    }
    const whole = () => (lost ? failed : told);
    return under ? Promise.all(under).then(whole) : whole();
  };
}
