import { randomUUID } from 'node:crypto';
import { withoutSchemas } from '@accord/contract/withoutSchemas';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Outgoing } from '../answer/answer.ts';
import type { LogFault } from '../answer/FaultLog.ts';
import { faultAnswer } from '../answer/faultAnswer.ts';
import type { Incoming } from '../answer/Incoming.ts';
import { CallerFault } from '../CallerFault.ts';
import { relayPath } from '../exchange/connected/relaySeal.ts';
import type { HubParts } from '../hub.ts';
import { addressKey } from '../limits/addressKey.ts';
import { inFigures } from '../limits/inFigures.ts';
import { Places } from '../limits/Places.ts';
import { Turns } from '../limits/Turns.ts';
import { type Late, withinTime } from '../limits/withinTime.ts';
import { acceptBatch } from '../linkage/acceptBatch.ts';
import type { Sent } from '../linkage/sealedBy.ts';
import { tellState } from '../linkage/tellState.ts';
import { countAnswers, type NoteNamed } from '../metrics/countAnswers.ts';
import { sendJson, takeJson } from './json.ts';
import { type OperationMark, operationMarksUnder } from './operationMark.ts';
import type { NamedDocument } from './operations.ts';
import { readAsked } from './readAsked.ts';

/** Largest batch of encoded records, in bytes. An agency's program sends it, under the agency's seal. */
const batchBytes = 1_048_576;
/** Time for the headers alone, and how often to look for slow callers, in milliseconds. */
const [headersTimeout, connectionsCheckingInterval] = [5_000, 1_000];

/**
 * Routes without the address limit: for monitoring, and for the hub's other replicas, which admitted these requests already and
 * seal what they pass on.
 */
const unlimited: ReadonlySet<string | undefined> = new Set(['/health', '/ready', relayPath]);

export type HttpParts = Pick<
  HubParts,
  'store' | 'clock' | 'operations' | 'keys' | 'limits' | 'trustedProxies' | 'siblings' | 'compress' | 'counts'
> &
  Readonly<{
    answer: (incoming: Incoming) => Promise<Outgoing>;
    logFault: LogFault;
    /** Called when a batch of records has been accepted. */
    announced: () => void;
  }>;

/** Room 1: HTTP. One door for queries, one for agencies' linkage batches, one for monitoring. */
export async function httpServer(parts: HttpParts): Promise<FastifyInstance> {
  const { answer, store, clock, logFault, operations, keys, limits } = parts;
  const http = fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.receiveMs,
    http: { headersTimeout: Math.min(headersTimeout, limits.receiveMs), connectionsCheckingInterval },
    trustProxy: [...parts.trustedProxies],
    logger: false,
    schemaController: withoutSchemas,
    forceCloseConnections: 'idle',
  });
  const mark = operationMarksUnder(keys.secret);
  const places = new Places(limits.atOnce);
  const turns = new Turns(limits.addressRatePerMinute, parts.siblings?.countOf('address'));
  // Before the body is read and anybody's identity is checked, so that a flood costs the hub next to nothing.
  http.addHook('onRequest', async ({ ip, routeOptions }) => {
    if (!unlimited.has(routeOptions.url)) await turns.take(addressKey(ip));
  });

  takeJson(http);
  http.setErrorHandler((error, request, reply) => {
    const told = faultAnswer(tooLarge(error, request) ?? badRequest(error) ?? error, logFault);
    return sendJson(reply, statusOf(error) === 415 ? { ...told, status: 415 } : told, typesFor(request));
  });
  http.setNotFoundHandler((request, reply) =>
    sendJson(reply, { ...faultAnswer(new CallerFault('NOT_FOUND'), logFault), status: 404 }, typesFor(request)),
  );

  const noteNamed = parts.counts ? countAnswers(http, parts.counts, operations) : undefined;
  // Whatever this awaits after `answer` settles in the same turn of the event loop (LedgerWriter.ts).
  http.post('/graphql', async (request, reply) =>
    sendJson(
      reply,
      await withinTime(limits.answerMs, (late) =>
        places.during(() => answer(incomingOf(request, operations, { mark, late, noteNamed }))),
      ),
      { ...typesFor(request), ...(parts.compress !== false && { encodings: headerOf(request, 'accept-encoding') }) },
    ),
  );
  // In an address, a query would end up in browser histories and logs, and any page could send it.
  http.route({
    method: ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (request, reply) => {
      const told = faultAnswer(new CallerFault('NOT_FOUND', 'Send queries with POST.'), logFault);
      return sendJson(reply.header('allow', 'POST'), { ...told, status: 405 }, typesFor(request));
    },
  });

  // `/health`: the process is alive. `/ready`: it can answer, which takes a database that accepts what is disclosed.
  http.get('/health', async () => ({ status: 'ok' }));
  http.get('/ready', async (_request, reply) => {
    if (!store.isReached()) return reply.code(503).send({ status: 'no database' });
    return store.takesWrites()
      ? { status: 'ready' }
      : reply.code(503).send({ status: 'the database accepts no writes' });
  });

  const sentIn = ({ headers, body }: FastifyRequest): Sent => ({
    ...{ authorization: headers.authorization, body: String(body), hubs: keys.ownJwks },
  });
  http.post('/linkage/state', async (request) => tellState(sentIn(request), store, clock()));

  http.post('/linkage/batches', { bodyLimit: batchBytes }, async (request, reply) => {
    await acceptBatch(sentIn(request), store, clock());
    parts.announced();
    return reply.code(204).send();
  });

  return http;
}

function tooLarge(error: unknown, { routeOptions }: FastifyRequest): CallerFault | undefined {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'FST_ERR_CTP_BODY_TOO_LARGE'
    ? new CallerFault('BODY_TOO_LARGE', `The limit is ${inFigures(routeOptions.bodyLimit)} bytes. Send less at a time.`)
    : undefined;
}

/** Faults that fastify finds in a request before any of our rooms does: they are the caller's. */
function badRequest(error: unknown): CallerFault | undefined {
  const status = statusOf(error);
  return status === 400 || status === 415
    ? new CallerFault('ARGUMENT_REFUSED', 'Send a body of type application/json.')
    : undefined;
}

const statusOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;

const typesFor = (request: FastifyRequest) => ({ types: headerOf(request, 'accept') });

function incomingOf(
  request: FastifyRequest,
  operations: readonly NamedDocument[],
  { mark, late, noteNamed }: Readonly<{ mark: OperationMark; late: Late; noteNamed: NoteNamed | undefined }>,
): Incoming {
  const { asked, named } = readAsked(request.body, operations);
  noteNamed?.(request, named);
  return {
    id: randomUUID(),
    authorization: request.headers.authorization,
    purpose: headerOf(request, 'x-accord-purpose'),
    asked,
    operation: mark(asked.query, named),
    late,
  };
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
