import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Outgoing } from '../answer/answer.ts';
import { CallerFault } from '../CallerFault.ts';
import { answerType } from './answerType.ts';
import { gzipped } from './gzipped.ts';

/** Accepts JSON bodies only, as the text that was sent: a seal covers what was sent, not how it was understood. */
export function takeJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser('application/json', { parseAs: 'string' }, ({ headers }, body, done) =>
    (headers['content-encoding'] ?? 'identity') === 'identity' ? done(null, body) : done(packed()),
  );
}

const packed = (): CallerFault =>
  new CallerFault('ARGUMENT_REFUSED', 'Send the body uncompressed, without "content-encoding".');

/** What a caller accepts of answers. */
type Taken = Readonly<{
  /** `Accept`. */
  types?: string | undefined;
  /** `Accept-Encoding`, if this answer may be compressed. */
  encodings?: string | undefined;
}>;

/** Sends text that is already JSON. Nobody between the hub and the caller may cache it. */
export function sendJson(
  reply: FastifyReply,
  { status, body, retryAfterSeconds, serverTiming }: Outgoing,
  { types, encodings }: Taken = {},
): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  if (serverTiming !== undefined) reply.header('server-timing', serverTiming);
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  const compressed = gzipped(body, encodings);
  if (compressed) reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  return reply
    .code(status)
    .headers({ 'content-type': `${answerType(types)}; charset=utf-8`, 'cache-control': 'no-store' })
    .send(compressed ?? body);
}
