import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { failed } from '../failed.ts';
import { type Asking, failAt, Info, isPromise, type Path, type Resolving } from './Resolving.ts';
import { type ResolveObject, resolveObject } from './resolveObject.ts';

/**
 * Completes a value that is neither null nor a promise (GraphQL specification, 6.4.3 CompleteValue). Gives the value for the
 * answer, `failed` after an error at its place (6.4.4), or a promise of either, which never rejects.
 */
type Complete = (value: unknown, at: Path, resolving: Resolving) => unknown;

/**
 * What becomes of a field or an item. `come` takes the value that arrived, including null, an error or a promise; `fail` takes
 * the error if none arrived. After an error both give null if the type is nullable and `failed` if it is not, or a promise of
 * the same, which never rejects.
 */
export type Settling = Readonly<{ come: Complete; fail: Complete }>;

export function settling(type: GraphQLOutputType, asking: Asking): Settling {
  const complete = completeValue(type, asking);
  const required = isNonNullType(type);
  const orNull = (told: unknown): unknown => (told === failed && !required ? null : told);
  const fail: Complete = (error, at, resolving) => orNull(failAt(error, at, asking, resolving));
  const come: Complete = (value, at, resolving) => {
    if (isPromise(value))
      return value.then(
        (each) => come(each, at, resolving),
        (error) => fail(error, at, resolving),
      );
    if (value === null || value === undefined) return required ? fail(lacking(asking), at, resolving) : null;
    if (value instanceof Error) return fail(value, at, resolving);
    try {
      const told = complete(value, at, resolving);
      return isPromise(told) ? told.then(orNull) : orNull(told);
    } catch (error) {
      return fail(error, at, resolving);
    }
  };
  return { come, fail };
}

const lacking = ({ parent, field }: Asking): Error =>
  new Error(`Cannot return null for non-nullable field ${parent.name}.${field.name}.`);

function completeValue(type: GraphQLOutputType, asking: Asking): Complete {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return completeList(nullable, asking);
  if (isLeafType(nullable)) return completeLeaf(nullable, asking);
  return isAbstractType(nullable) ? completeAbstract(nullable, asking) : objectOf(nullable, asking);
}

/**
 * Read only when the first object arrives: a few fragments can name more fields than anyone could read, and need none of them.
 */
function objectOf(type: GraphQLObjectType, { field, reading }: Asking): ResolveObject {
  let made: ResolveObject | undefined;
  return (object, at, resolving) => {
    made ??= resolveObject(
      type,
      field.nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : [])),
      reading,
    );
    return made(object, at, resolving);
  };
}

function completeLeaf(type: GraphQLLeafType, asking: Asking): Complete {
  return (value, at, resolving) => {
    try {
      const told: unknown = type.serialize(value);
      if (told !== null && told !== undefined) return told;
      throw new Error(`Expected \`${type.name}.serialize(value)\` to return non-nullable value, returned: ${told}`);
    } catch (error) {
      return failAt(error, at, asking, resolving);
    }
  };
}

/**
 * Completes each item by itself. If a non-null item is null, the list is null; the other items are still completed and waited
 * for.
 */
function completeList(type: GraphQLList<GraphQLOutputType>, asking: Asking): Complete {
  const settle = settling(type.ofType, asking);
  const named = `"${asking.parent.name}.${asking.field.name}"`;
  return (value, at, resolving) => {
    if (!isIterable(value)) {
      const fault = new Error(`Expected Iterable, but did not find one for field ${named}.`);
      return failAt(fault, at, asking, resolving);
    }
    const told: unknown[] = [];
    let under: Promise<void>[] | undefined;
    let lost = false;
    for (const item of value) {
      const place = told.length;
      const come = settle.come(item, { prev: at, key: place, typename: undefined }, resolving);
      lost ||= come === failed;
      told.push(come);
      if (!isPromise(come)) continue;
      under ??= [];
      under.push(
        come.then((each) => {
          lost ||= each === failed;
          told[place] = each;
        }),
      );
    }
    const whole = () => (lost ? failed : told);
    return under ? Promise.all(under).then(whole) : whole();
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/**
 * Finds the object type by the type's own resolver or the object's `__typename` (GraphQL specification, 6.4.3
 * ResolveAbstractType).
 */
function completeAbstract(type: GraphQLAbstractType, asking: Asking): Complete {
  const { schema } = asking.reading;
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const objects = new Map<unknown, ResolveObject>();
  const objectNamed = (name: unknown): ResolveObject => {
    const object = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isObjectType(object) || !schema.isSubType(type, object))
      throw new Error(
        `Abstract type "${type.name}" is of no type "${name}" for field "${asking.parent.name}.${asking.field.name}".`,
      );
    const made = objects.get(name) ?? objectOf(object, asking);
    objects.set(name, made);
    return made;
  };
  return (value, at, resolving) => {
    const fail = (error: unknown) => failAt(error, at, asking, resolving);
    try {
      const name: unknown = resolveType(
        value,
        resolving.context,
        new Info(type, undefined, asking, resolving, at),
        type,
      );
      if (isPromise(name)) return name.then((one) => objectNamed(one)(value, at, resolving)).catch(fail);
      const object = objects.get(name) ?? objectNamed(name);
      return object(value, at, resolving);
    } catch (error) {
      return fail(error);
    }
  };
}
