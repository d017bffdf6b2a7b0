import { isObject, own } from '@accord/execution/Json';
import { GraphQLError } from 'graphql';
import type { Place } from './entitiesAt.ts';

/** Returns the path of a subgraph's error, without whatever is not in the right form (GraphQL specification, 7.1.2). */
export function pathOf(error: unknown): Place | undefined {
  const path = isObject(error) ? own(error, 'path') : undefined;
  return Array.isArray(path) ? path.filter((key) => typeof key === 'string' || typeof key === 'number') : undefined;
}

/** Returns a subgraph's error at its place in the whole answer, with the subgraph's name and a code. */
export function subgraphError(error: unknown, service: string, path: Place | undefined): GraphQLError {
  // A GraphQLError's message and extensions are its own properties; an Error's are not.
  const message = isObject(error) && typeof error.message === 'string' ? error.message : '';
  const extensions = isObject(error) && isObject(error.extensions) ? error.extensions : {};
  return new GraphQLError(message || `Error while fetching subquery from service "${service}"`, {
    path,
    originalError: error instanceof Error ? error : null,
    extensions: { ...extensions, serviceName: service, code: extensions.code || 'DOWNSTREAM_SERVICE_ERROR' },
  });
}

/** Returns the error of a fetch that failed. */
export const fetchError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(messageOf(error), { originalError: error instanceof Error ? error : null });

const messageOf = (error: unknown): string =>
  isObject(error) && typeof error.message === 'string' ? error.message : `Unexpected error value: ${String(error)}`;
