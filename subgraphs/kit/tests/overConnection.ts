import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type ClientHttp2Session, connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { duplexPair } from 'node:stream';
import { permitLengthHeader } from '@accord/contract/dial';
import { socketOver } from '@accord/contract/socketOver';
import type { FastifyInstance } from 'fastify';
import { answerOver } from '../src/connect/answerOver.ts';

/**
 * An address that forwards to an agency over a connection it dialled: each request goes on as the hub would send it, with
 * the permit in front of the body. So the tests for an agency that listens also run for one that dials.
 */
export async function overConnection(
  agency: FastifyInstance,
): Promise<Readonly<{ url: string; close(): Promise<void> }>> {
  await agency.ready();
  const [near, far] = duplexPair();
  answerOver(await socketOver(far), agency);
  const socket = await socketOver(near);
  const session = connect('http://agency', { createConnection: () => socket });
  const server = createServer({ maxHeaderSize: 512 * 1024, requestTimeout: 0 }, (request, response) =>
    passOn(session, request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      session.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function passOn(session: ClientHttp2Session, request: IncomingMessage, response: ServerResponse): void {
  const {
    connection: _,
    host: __,
    'transfer-encoding': ___,
    'keep-alive': ____,
    authorization,
    ...headers
  } = request.headers;
  const permit = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
  // The length no longer fits: the permit now stands in front of the body.
  const { 'content-length': _____, ...rest } = headers;
  const stream = session.request(
    {
      ...rest,
      ...{ ':method': request.method ?? 'GET', ':path': request.url ?? '/' },
      ...(permit === '' && authorization !== undefined && { authorization }),
      [permitLengthHeader]: String(permit.length),
    },
    { endStream: false },
  );
  stream.on('response', ({ ':status': status = 500, ...answered }) => {
    const plain = Object.entries(answered).filter(([name]) => !name.startsWith(':'));
    response.writeHead(status, Object.fromEntries(plain));
    stream.pipe(response);
  });
  stream.on('error', () => response.destroy());
  stream.on('close', () => {
    // The unread rest of a refused body would hold up the next request over this connection.
    request.unpipe(stream).resume();
    // A stream that was cut off before it was answered ends like one with an empty answer.
    if (!response.headersSent || !stream.readableEnded) response.destroy();
  });
  request.on('error', () => stream.close());
  if (permit !== '') stream.write(permit);
  request.pipe(stream);
}
