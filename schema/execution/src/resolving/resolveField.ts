import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type { AskedField } from '../reading/collectFields.ts';
import type { Reading } from '../reading/Reading.ts';
import { type Asking, infoOf, type Path } from './Resolving.ts';
import type { ResolveObject } from './resolveObject.ts';
import { settling } from './resolveValue.ts';

/** GraphQL specification, 4.1 Schema Introspection: fields that no type lists. Only the root of a query is asked for them. */
const introspections: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map([
  [SchemaMetaFieldDef.name, SchemaMetaFieldDef],
  [TypeMetaFieldDef.name, TypeMetaFieldDef],
]);

/** Arguments of a field that takes none. */
const none: Readonly<Record<string, unknown>> = Object.freeze({});

/** GraphQL specification, 6.4 Executing Fields: by the field's resolver, or the property of its name (6.4.2 ResolveFieldValue). */
export function resolveField(field: AskedField, parent: GraphQLObjectType, reading: Reading): ResolveObject {
  const { name, nodes } = field;
  const definition = introspections.get(name) ?? parent.getFields()[name];
  const [node] = nodes;
  if (!definition || !node)
    throw new Error(`A valid query asks for a field ${parent.name}.${name}, which there is not.`);
  const asking: Asking = { field, parent, reading };
  const settle = settling(definition.type, asking);
  const { type, args } = definition;
  const call =
    (resolve: GraphQLFieldResolver<unknown, unknown>): ResolveObject =>
    (object, prev, resolving) => {
      const at = placeOf(prev, asking);
      try {
        const given = args.length > 0 ? getArgumentValues(definition, node, resolving.coerced) : none;
        return settle.come(
          resolve(object, given, resolving.context, infoOf(type, at, asking, resolving)),
          at,
          resolving,
        );
      } catch (error) {
        return settle.fail(error, at, resolving);
      }
    };
  return definition.resolve ? call(definition.resolve) : property(definition, asking, call(methodOf));
}

const placeOf = (prev: Path | undefined, { field, parent }: Asking): Path => ({
  prev,
  key: field.key,
  typename: parent.name,
});

/** A property that is at hand, as most are. Only where it is a method is it told what graphql-js tells resolvers. */
function property({ name, type }: GraphQLField<unknown, unknown>, asking: Asking, call: ResolveObject): ResolveObject {
  const settle = settling(type, asking);
  const nullable = getNullableType(type);
  const leaf = isLeafType(nullable) ? nullable : undefined;
  const required = isNonNullType(type);
  return (object, prev, resolving) => {
    try {
      const value = isThere(object) ? object[name] : undefined;
      if (typeof value === 'function') return call(object, prev, resolving);
      if (!required && (value === null || value === undefined)) return null;
      // Its place is made up only where something is wrong with it.
      const isPlain = value !== undefined && typeof value !== 'object';
      const told: unknown = isPlain ? leaf?.serialize(value) : undefined;
      if (told !== null && told !== undefined) return told;
      return settle.come(value, placeOf(prev, asking), resolving);
    } catch (error) {
      return settle.fail(error, placeOf(prev, asking), resolving);
    }
  };
}

const isThere = (object: unknown): object is Readonly<Record<string, unknown>> =>
  typeof object === 'object' && object !== null;

const methodOf: GraphQLFieldResolver<unknown, unknown> = (object, given, context, info) => {
  const method: unknown = isThere(object) ? object[info.fieldName] : undefined;
  return typeof method === 'function' ? method.call(object, given, context, info) : method;
};
