import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Outgoing } from '../answer/answer.ts';
import { gzipped } from './gzipped.ts';

/** Takes bodies of JSON and no others, as the text that was sent: a seal is over what was sent, not over what was understood. */
export function takeJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

/**
 * Sends what is JSON already. Nobody between the hub and the caller may keep it. `compressFor`: the caller's `Accept-Encoding`, where this
 * answer may be compressed.
 */
export function sendJson(
  reply: FastifyReply,
  { status, body, retryAfterSeconds, serverTiming }: Outgoing,
  compressFor?: string | undefined,
): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  if (serverTiming !== undefined) reply.header('server-timing', serverTiming);
  const compressed = gzipped(body, compressFor);
  if (compressed) reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  return reply
    .code(status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .send(compressed ?? body);
}
