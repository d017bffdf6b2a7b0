import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * A proxy on this machine that opens a tunnel (CONNECT) for callers with the right name and password, and notes each
 * destination.
 */
export async function tunnelProxy({ wants = '' } = {}) {
  const asked: string[] = [];
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request: IncomingMessage, near: Duplex) => {
    open.add(near);
    near.on('error', () => near.destroy());
    const brought = Buffer.from(
      request.headers['proxy-authorization']?.replace('Basic ', '') ?? '',
      'base64',
    ).toString();
    if (brought !== wants) return near.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
    asked.push(request.url ?? '');
    const [host, port] = (request.url ?? '').split(':');
    const far = connect(Number(port), host, () => {
      near.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      far.pipe(near);
      near.pipe(far);
    });
    open.add(far);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: wants === '' ? `http://${at}` : `http://${wants}@${at}`,
    asked,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
