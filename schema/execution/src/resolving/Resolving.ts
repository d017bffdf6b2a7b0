import {
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  locatedError,
} from 'graphql';
import { failed } from '../failed.ts';
import type { AskedField } from '../reading/collectFields.ts';
import type { Reading } from '../reading/Reading.ts';

/** Where a value stands, from the value to the root, as graphql-js tells resolvers. */
export type Path = GraphQLResolveInfo['path'];

/** One query under way on a schema in this process. */
export type Resolving = Readonly<{
  context: unknown;
  /** Variables as coerced (GraphQL specification, 6.1.2). */
  coerced: Readonly<Record<string, unknown>>;
  /** What went wrong so far, in the order in which it was seen. */
  errors: GraphQLError[];
}>;

/** A field of an object, read for one choice of the variables that `@skip` and `@include` hang on. */
export type Asking = Readonly<{ field: AskedField; parent: GraphQLObjectType; reading: Reading }>;

/** Notes what went wrong with the value at a place. */
export function failAt(error: unknown, at: Path, { field }: Asking, { errors }: Resolving): typeof failed {
  errors.push(locatedError(error, field.nodes, keysOf(at)));
  return failed;
}

function keysOf(at: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step: Path | undefined = at; step; step = step.prev) keys.unshift(step.key);
  return keys;
}

/** What graphql-js tells a resolver of the place it resolves. One literal: it is made for every value that a resolver gives. */
export const infoOf = (
  returnType: GraphQLOutputType,
  path: Path,
  { field, parent, reading }: Asking,
  { coerced }: Resolving,
): GraphQLResolveInfo => ({
  fieldName: field.name,
  fieldNodes: field.nodes,
  returnType,
  parentType: parent,
  path,
  schema: reading.schema,
  fragments: reading.fragments.size === 0 ? noFragments : Object.fromEntries(reading.fragments),
  rootValue: undefined,
  operation: reading.operation,
  variableValues: coerced,
});

const noFragments: GraphQLResolveInfo['fragments'] = Object.freeze({});

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
