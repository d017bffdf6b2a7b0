import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type { AskedField } from '../reading/collectFields.ts';
import type { Reading } from '../reading/Reading.ts';
import { type Asking, Info, placeOf } from './Resolving.ts';
import type { ResolveObject } from './resolveObject.ts';
import { settling } from './resolveValue.ts';

/** Fields that no type lists (GraphQL specification, 4.1 Schema Introspection). Only the root of a query is asked for them. */
const introspections: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map([
  [SchemaMetaFieldDef.name, SchemaMetaFieldDef],
  [TypeMetaFieldDef.name, TypeMetaFieldDef],
]);

/** Arguments of a field that takes none. */
const none: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * Resolves a field by its resolver, or by the property of its name (GraphQL specification, 6.4 Executing Fields, 6.4.2
 * ResolveFieldValue).
 */
export function resolveField(field: AskedField, parent: GraphQLObjectType, reading: Reading): ResolveObject {
  const { name, nodes } = field;
  const definition = introspections.get(name) ?? parent.getFields()[name];
  const [node] = nodes;
  if (!definition || !node)
    throw new Error(`A valid query asks for a field ${parent.name}.${name}, which there is not.`);
  const asking: Asking = { field, parent, reading };
  const { type, args } = definition;
  const settle = settling(type, asking);
  const atOnce = compileAtOnce(type);
  const call =
    (resolve: GraphQLFieldResolver<unknown, unknown>): ResolveObject =>
    (object, prev, resolving) => {
      const info = new Info(type, prev, asking, resolving);
      try {
        const given = args.length > 0 ? getArgumentValues(definition, node, resolving.coerced) : none;
        const value = resolve(object, given, resolving.context, info);
        const told = atOnce(value);
        return told === undefined ? settle.come(value, info.path, resolving) : told;
      } catch (error) {
        return settle.fail(error, info.path, resolving);
      }
    };
  if (definition.resolve) return call(definition.resolve);
  const callMethod = call(methodOf);
  /** Most fields are plain properties. Only a method needs the `Info` that graphql-js passes to resolvers. */
  return (object, prev, resolving) => {
    try {
      const value = isThere(object) ? object[name] : undefined;
      if (typeof value === 'function') return callMethod(object, prev, resolving);
      const told = atOnce(value);
      return told === undefined ? settle.come(value, placeOf(prev, asking), resolving) : told;
    } catch (error) {
      return settle.fail(error, placeOf(prev, asking), resolving);
    }
  };
}

/**
 * Returns a function that completes a value without its place, which is worked out only for a value with something below it or
 * something wrong with it. Gives null where null is allowed, the serialized value for a leaf, and undefined for anything else.
 * Throws as the leaf's type does.
 */
function compileAtOnce(type: GraphQLOutputType): (value: unknown) => unknown {
  const nullable = getNullableType(type);
  const leaf = isLeafType(nullable) ? nullable : undefined;
  const required = isNonNullType(type);
  return (value) => {
    if (value === null || value === undefined) return required ? undefined : null;
    if (!leaf || typeof value === 'object' || typeof value === 'function') return undefined;
    return leaf.serialize(value) ?? undefined;
  };
}

const isThere = (object: unknown): object is Readonly<Record<string, unknown>> =>
  typeof object === 'object' && object !== null;

const methodOf: GraphQLFieldResolver<unknown, unknown> = (object, given, context, info) => {
  const method: unknown = isThere(object) ? object[info.fieldName] : undefined;
  return typeof method === 'function' ? method.call(object, given, context, info) : method;
};
