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

/**
 * What graphql-js tells a resolver of the place it resolves. Most resolvers ask for none of it: one is made for every value that a resolver
 * gives, and what it tells when somebody asks.
 */
export class Info implements GraphQLResolveInfo {
  readonly returnType: GraphQLOutputType;
  readonly rootValue = undefined;
  readonly #prev: Path | undefined;
  readonly #asking: Asking;
  readonly #resolving: Resolving;
  #path: Path | undefined;

  /** `path`: where the value stands, if that is not the field itself, below `prev`. */
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

/** The place of a field of the object at `prev`. */
export const placeOf = (prev: Path | undefined, { field, parent }: Asking): Path => ({
  prev,
  key: field.key,
  typename: parent.name,
});

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
