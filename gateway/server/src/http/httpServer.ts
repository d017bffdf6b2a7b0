import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Outgoing } from '../answer/answer.ts';
import { faultAnswer } from '../answer/faultAnswer.ts';
import type { Incoming } from '../answer/Incoming.ts';
import { CallerFault } from '../CallerFault.ts';
import type { HubParts } from '../hub.ts';
import { acceptBatch } from '../linkage/acceptBatch.ts';
import { operationMark } from './operationMark.ts';
import { type Operation, operationNamed } from './operations.ts';

/** Largest request body, in bytes. */
const bodyLimit = 1_048_576;

export type HttpParts = Pick<HubParts, 'store' | 'clock' | 'log' | 'operations' | 'keys'> &
  Readonly<{ answer: (incoming: Incoming) => Promise<Outgoing> }>;

/** Room 1: HTTP. One door for queries, one for agencies' linkage batches, one for whoever watches over the process. */
export async function httpServer({ answer, store, clock, log, operations, keys }: HttpParts): Promise<FastifyInstance> {
  const http = fastify({ bodyLimit, logger: false, forceCloseConnections: 'idle' });
  const logFault = (reference: string, error: unknown): void => log.error({ reference, err: error }, 'hub fault');

  // The raw bytes are kept as text: a seal is over what was sent, not over what was understood.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  http.setErrorHandler((error, _request, reply) => {
    const tooLarge = isTooLarge(error);
    const { status, body } = faultAnswer(
      tooLarge ? new CallerFault('QUERY_TOO_LARGE', `At most ${bodyLimit} bytes.`) : (badRequest(error) ?? error),
      logFault,
    );
    return reply
      .code(tooLarge ? 413 : status)
      .type('application/json')
      .send(body);
  });
  http.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type('application/json')
      .send(faultAnswer(new CallerFault('NOT_FOUND'), logFault).body),
  );

  http.post('/graphql', async (request, reply) => {
    const { status, body } = await answer(incomingOf(request, operations, keys.secret));
    return reply
      .code(status)
      .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .send(body);
  });

  http.get('/health', async () => ({ status: 'ok' }));

  http.post('/linkage/batches', async (request, reply) => {
    await acceptBatch({ authorization: request.headers.authorization, body: String(request.body) }, store, clock());
    return reply.code(204).send();
  });

  return http;
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

/** Faults that fastify finds in a request before any room of ours: they are the caller's. */
function badRequest(error: unknown): CallerFault | undefined {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return status === 400 || status === 415
    ? new CallerFault('ARGUMENT_REFUSED', 'Send a body of type application/json.')
    : undefined;
}

function incomingOf(request: FastifyRequest, operations: readonly Operation[], secret: Uint8Array): Incoming {
  const sent = parseBody(request.body);
  const named = sent.documentId === undefined ? undefined : operationNamed(operations, sent.documentId);
  if (sent.documentId !== undefined && named === undefined)
    throw new CallerFault('ARGUMENT_REFUSED', `There is no operation with the documentId that was sent.`);
  const query = named ?? sent.query;
  const { variables, operationName } = sent;
  return {
    id: randomUUID(),
    authorization: request.headers.authorization,
    purpose: headerOf(request, 'x-accord-purpose'),
    body: {
      query,
      ...(variables !== undefined && { variables }),
      ...(operationName !== undefined && { operationName }),
    },
    // Only the name of an operation that was found: it is one of ours.
    operation: operationMark(query, named === undefined ? undefined : sent.documentId, secret),
  };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function parseBody(body: unknown): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(String(body));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // answered below
  }
  throw new CallerFault('ARGUMENT_REFUSED', 'The body is not a JSON object with "query" or "documentId".');
}
