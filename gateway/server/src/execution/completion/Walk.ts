import { failed } from '@accord/execution/failed';
import type { Json } from '@accord/execution/Json';
import { GraphQLError } from 'graphql';

/** One walk over an answer, from the data as fetched to the data as returned. */
export type Walk = Readonly<{
  /**
   * Where the walk is: `path[depth - 1]` is the key or index of the value at that depth. Anything beyond the current depth is left over
   * from earlier values.
   */
  path: (string | number)[];
  /** Values that break the schema's promises. */
  errors: GraphQLError[];
  /** Variables as the caller gave them, for introspection. */
  given: Readonly<Json>;
}>;

/** Completes a value that is not null (GraphQL specification, 6.4.3 CompleteValue). */
export type Complete = (value: unknown, walk: Walk) => unknown;

/** Describes the place of a value, for an error message. */
export type Where = (walk: Walk) => string;

/** Records an error at the place of a value of this depth (GraphQL specification, 6.4.4 Handling Execution Errors). */
export function fail(walk: Walk, depth: number, message: string): typeof failed {
  const path = walk.path.slice(0, depth);
  walk.errors.push(new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } }));
  return failed;
}
