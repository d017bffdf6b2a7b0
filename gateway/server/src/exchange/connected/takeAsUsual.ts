import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Those that were given back once. */
const givenBack = new WeakSet<Duplex>();

/**
 * Hands a request that asks for another protocol back to the server, to be answered over HTTP/1.1 as if it had not asked.
 *
 * Some clients offer HTTP/2 with every first request (`upgrade: h2c`). In Node, a listener for one kind of upgrade gets all of
 * them, their bodies unread. So the request is put back in front of the unread bytes, without the offer. A client that offers it a
 * second time over one connection is answered and disconnected: each time leaves the server a little more to carry.
 */
export function takeAsUsual(
  server: Server,
  { method, url, httpVersion, rawHeaders }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.toLowerCase() !== 'upgrade') lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  if (givenBack.has(socket)) lines.push('connection: close');
  givenBack.add(socket);
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
