import {
  constants,
  createServer,
  type Http2Server,
  type Http2ServerRequest,
  type ServerHttp2Session,
} from 'node:http2';
import type { Socket } from 'node:net';
import { permitLengthHeader } from '@accord/contract/dial';
import type { FastifyInstance } from 'fastify';

/** How many bytes of a question may be in flight unread. */
const questionWindow = 1024 * 1024;
/** Most bytes of a permit: what the agency's HTTP server accepts as headers. */
const longestPermit = 512 * 1024;
/** Concurrent questions. The hub waits with any more. */
const maxConcurrentStreams = 256;

/**
 * Serves an agency over a line to the hub: HTTP/2, with the agency as the server. Every message goes to the same doors as
 * one that came over a port, so permit, guard and limits are the same.
 *
 * Call `ready` on the agency first. Returns the session.
 */
export function answerOver(line: Socket, agency: FastifyInstance): ServerHttp2Session {
  const { requestTimeout: arrivalMs } = agency.server;
  const server: Http2Server = createServer(
    { settings: { initialWindowSize: questionWindow, maxConcurrentStreams } },
    async (request, response) => {
      cutOffAfter(arrivalMs, request);
      const permit = await permitOf(request).catch(() => undefined);
      if (permit === undefined) {
        response.writeHead(400).end();
        return;
      }
      if (permit !== '') request.headers.authorization = `Bearer ${permit}`;
      // Fastify routes both kinds of requests; its type only names the kind of the server it was created with.
      agency.routing(request as never, response as never);
    },
  );
  let session: ServerHttp2Session | undefined;
  server.once('session', (opened) => {
    session = opened;
  });
  server.emit('connection', line);
  if (!session) throw new Error('Node made no session of HTTP/2 over the line.');
  return session;
}

/** Cuts off a request that has not fully arrived by then, as over a port. */
function cutOffAfter(arrivalMs: number, request: Http2ServerRequest): void {
  if (arrivalMs === 0) return;
  const timer = setTimeout(() => request.stream.close(constants.NGHTTP2_CANCEL), arrivalMs);
  const come = (): void => clearTimeout(timer);
  request.once('end', come);
  request.once('close', come);
}

/** Takes the permit off the front of a request's body. Empty where there is none; undefined where its length is wrong. */
async function permitOf(request: Http2ServerRequest): Promise<string | undefined> {
  const length = Number(request.headers[permitLengthHeader] ?? 0);
  if (!Number.isInteger(length) || length < 0 || length > longestPermit) return undefined;
  if (length === 0) return '';
  return new Promise((resolve) => {
    const settle = (permit: string | undefined): void => {
      request.off('readable', take);
      request.off('end', give);
      request.off('aborted', give);
      resolve(permit);
    };
    const take = (): void => {
      const chunk = request.read(length);
      if (chunk !== null) settle(chunk.length === length ? chunk.toString('latin1') : undefined);
    };
    const give = (): void => settle(undefined);
    request.on('readable', take);
    request.on('end', give);
    request.on('aborted', give);
  });
}
