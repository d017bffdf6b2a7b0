import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Outgoing } from '../answer/answer.ts';
import { faultAnswer } from '../answer/faultAnswer.ts';
import type { Incoming } from '../answer/Incoming.ts';
import { CallerFault } from '../CallerFault.ts';
import type { HubParts } from '../hub.ts';
import { addressKey } from '../limits/addressKey.ts';
import { inFigures } from '../limits/inFigures.ts';
import { Places } from '../limits/Places.ts';
import { Turns } from '../limits/Turns.ts';
import { withinTime } from '../limits/withinTime.ts';
import { acceptBatch } from '../linkage/acceptBatch.ts';
import { tellState } from '../linkage/tellState.ts';
import { operationMark } from './operationMark.ts';
import { type Operation, operationNamed } from './operations.ts';

/** Largest batch of encoded records, in bytes: an agency's program sends it, under the agency's seal. */
const batchBytes = 1_048_576;
/** Time for the headers alone, and how often slow callers are looked for, in milliseconds. */
const [headersTimeout, connectionsCheckingInterval] = [5_000, 1_000];

export type HttpParts = Pick<
  HubParts,
  'store' | 'clock' | 'log' | 'operations' | 'keys' | 'limits' | 'trustedProxies'
> &
  Readonly<{
    answer: (incoming: Incoming) => Promise<Outgoing>;
    /** Called when a batch of records has been taken. */
    announced: () => void;
  }>;

/** Room 1: HTTP. One door for queries, one for agencies' linkage batches, one for whoever watches over the process. */
export async function httpServer(parts: HttpParts): Promise<FastifyInstance> {
  const { answer, store, clock, log, operations, keys, limits } = parts;
  const http = fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.receiveMs,
    http: { headersTimeout: Math.min(headersTimeout, limits.receiveMs), connectionsCheckingInterval },
    trustProxy: [...parts.trustedProxies],
    logger: false,
    forceCloseConnections: 'idle',
  });
  const places = new Places(limits.atOnce);
  const turns = new Turns(limits.addressRatePerMinute);
  // Before the body is read and before anyone's identity is looked at: a flood costs the hub next to nothing.
  http.addHook('onRequest', async ({ ip, routeOptions }) => {
    if (routeOptions.url !== '/health') await turns.take(addressKey(ip));
  });
  const logFault = (reference: string, error: unknown): void => log.error({ reference, err: error }, 'hub fault');

  // The raw bytes are kept as text: a seal is over what was sent, not over what was understood.
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  http.setErrorHandler((error, request, reply) => {
    return send(reply, faultAnswer(tooLarge(error, request) ?? badRequest(error) ?? error, logFault));
  });
  http.setNotFoundHandler((_request, reply) =>
    send(reply, { ...faultAnswer(new CallerFault('NOT_FOUND'), logFault), status: 404 }),
  );

  // What this waits for after `answer` is decided within the same turn of the event loop (LedgerWriter.ts).
  http.post('/graphql', async (request, reply) =>
    send(
      reply,
      await withinTime(limits.answerMs, (signal) =>
        places.during(() => answer(incomingOf(request, operations, { secret: keys.secret, signal }))),
      ),
    ),
  );

  http.get('/health', async () => ({ status: 'ok' }));

  http.post('/linkage/state', async (request) =>
    tellState({ authorization: request.headers.authorization, body: String(request.body) }, store, clock()),
  );

  http.post('/linkage/batches', { bodyLimit: batchBytes }, async (request, reply) => {
    await acceptBatch({ authorization: request.headers.authorization, body: String(request.body) }, store, clock());
    parts.announced();
    return reply.code(204).send();
  });

  return http;
}

function send(reply: FastifyReply, { status, body, retryAfterSeconds }: Outgoing): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .send(body);
}

function tooLarge(error: unknown, { routeOptions }: FastifyRequest): CallerFault | undefined {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'FST_ERR_CTP_BODY_TOO_LARGE'
    ? new CallerFault(
        'BODY_TOO_LARGE',
        `At most ${inFigures(routeOptions.bodyLimit)} bytes are allowed. Send less at a time.`,
      )
    : undefined;
}

/** Faults that fastify finds in a request before any room of ours: they are the caller's. */
function badRequest(error: unknown): CallerFault | undefined {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  return status === 400 || status === 415
    ? new CallerFault('ARGUMENT_REFUSED', 'Send a body of type application/json.')
    : undefined;
}

function incomingOf(
  request: FastifyRequest,
  operations: readonly Operation[],
  { secret, signal }: Readonly<{ secret: Uint8Array; signal: AbortSignal }>,
): Incoming {
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
    signal,
  };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function parseBody(body: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseJson(String(body));
  if (Array.isArray(parsed)) throw new CallerFault('BATCH_REFUSED');
  if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  throw new CallerFault('ARGUMENT_REFUSED', 'The body is not a JSON object with "query" or "documentId".');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
