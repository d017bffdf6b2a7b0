import { failed } from '@accord/execution/failed';
import type { Json } from '@accord/execution/Json';
import { GraphQLError } from 'graphql';

/** One walk over an answer, from the data as fetched to the data as told. */
export type Walk = Readonly<{
  /** Where the walk is: `path[depth - 1]` is the key or index of a value at that depth. Longer than that, it is of an earlier value. */
  path: (string | number)[];
  /** What was not as the schema promises. */
  errors: GraphQLError[];
  /** Variables as the caller gave them, for introspection. */
  given: Readonly<Json>;
}>;

/** Completes a value that is not null (GraphQL specification, 6.4.3 CompleteValue). */
export type Complete = (value: unknown, walk: Walk) => unknown;

/** Names the place of a value in the words of an error. */
export type Where = (walk: Walk) => string;

/** Notes an error at the place of a value of this depth (GraphQL specification, 6.4.4 Handling Execution Errors). */
export function fail(walk: Walk, depth: number, message: string): typeof failed {
  const path = walk.path.slice(0, depth);
  walk.errors.push(new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } }));
  return failed;
}
