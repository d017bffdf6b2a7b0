import {
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { failed } from '../failed.ts';
import type { AskedField } from '../reading/collectFields.ts';
import type { Reading } from '../reading/Reading.ts';

/** Where a value is, from the value up to the root, as graphql-js passes it to resolvers. */
export type Path = GraphQLResolveInfo['path'];

/** One query in progress on a schema in this process. */
export type Resolving = Readonly<{
  context: unknown;
  /** Variables after coercion (GraphQL specification, 6.1.2). */
  coerced: Readonly<Record<string, unknown>>;
  /** The errors so far, in the order in which they occurred. */
  errors: GraphQLError[];
}>;

/** A field of an object, read for one choice of the variables that `@skip` and `@include` depend on. */
export type Asking = Readonly<{ field: AskedField; parent: GraphQLObjectType; reading: Reading }>;

/** Records an error in the value at a place. */
export function failAt(error: unknown, at: Path, { field }: Asking, { errors }: Resolving): typeof failed {
  errors.push(locatedError(error, field.nodes, keysOf(at)));
  return failed;
}

function keysOf(at: Path): readonly (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step: Path | undefined = at; step; step = step.prev) keys.unshift(step.key);
  return keys;
}

/**
 * What graphql-js tells a resolver about the field it resolves. Most resolvers ask for none of it, but every resolver call
 * makes one, so each property is worked out only when it is read.
 */
export class Info implements GraphQLResolveInfo {
  readonly returnType: GraphQLOutputType;
  readonly rootValue = undefined;
  readonly #prev: Path | undefined;
  readonly #asking: Asking;
  readonly #resolving: Resolving;
  #path: Path | undefined;

  /** `path`: the place of the value, if it is not simply the field below `prev`. */
  constructor(
    returnType: GraphQLOutputType,
    prev: Path | undefined,
    asking: Asking,
    resolving: Resolving,
    path?: Path,
  ) {
    this.returnType = returnType;
    this.#prev = prev;
    this.#asking = asking;
    this.#resolving = resolving;
    this.#path = path;
  }

  get path(): Path {
    this.#path ??= placeOf(this.#prev, this.#asking);
    return this.#path;
  }

  get fieldName(): string {
    return this.#asking.field.name;
  }

  get fieldNodes(): readonly FieldNode[] {
    return this.#asking.field.nodes;
  }

  get parentType(): GraphQLObjectType {
    return this.#asking.parent;
  }

  get schema(): GraphQLSchema {
    return this.#asking.reading.schema;
  }

  get fragments(): GraphQLResolveInfo['fragments'] {
    return Object.fromEntries(this.#asking.reading.fragments);
  }

  get operation(): OperationDefinitionNode {
    return this.#asking.reading.operation;
  }

  get variableValues(): GraphQLResolveInfo['variableValues'] {
    return this.#resolving.coerced;
  }
}

/** Returns the place of a field of the object at `prev`. */
export const placeOf = (prev: Path | undefined, { field, parent }: Asking): Path => ({
  prev,
  key: field.key,
  typename: parent.name,
});

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
