import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { NamedDocument } from '../http/operations.ts';
import type { Counts } from './Counts.ts';
import { operationsCounted } from './operationsCounted.ts';

/** Records which of the hub's named operations a request turned out to be. */
export type NoteNamed = (request: FastifyRequest, documentId: string | undefined) => void;

/** Counts every answer to `/graphql` once it has been sent, refusals included. */
export function countAnswers(
  http: FastifyInstance,
  counts: Pick<Counts, 'answered'>,
  operations: readonly NamedDocument[],
): NoteNamed {
  const countedAs = operationsCounted(operations);
  const named = new WeakMap<FastifyRequest, string>();
  http.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === '/graphql')
      counts.answered(countedAs(named.get(request)), reply.statusCode, reply.elapsedTime / 1_000);
  });
  return (request, documentId) => {
    if (documentId !== undefined) named.set(request, documentId);
  };
}
