import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';

/**
 * A real socket whose other end is `line`: what is written to it goes over the line, and the other way round.
 *
 * Node speaks HTTP/2 over any duplex, but where a line that is no socket is blocked as its session closes, an assertion inside Node
 * fails and takes the process with it (`JSStreamSocket`, Node 20). So the session is given a socket, by way of this machine's loopback.
 * Whoever else connects in that moment is not the one that is waited for, and is cut off.
 *
 * Rejects where the machine has no socket left.
 */
export async function socketOver(line: Duplex): Promise<Socket> {
  const server = createServer();
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const near = createConnection({ host: '127.0.0.1', port: portOf(address), noDelay: true });
    const far = await new Promise<Socket>((resolve, reject) => {
      near.once('error', reject);
      server.on('connection', (socket) => {
        // Both ends know the port the near one connects from as soon as the far one is there.
        if (socket.remotePort === near.localPort) resolve(socket);
        else socket.destroy();
      });
    });
    far.setNoDelay(true);
    pipeline(line, far, line, () => near.destroy());
    return near;
  } finally {
    server.close();
  }
}

const portOf = (address: ReturnType<ReturnType<typeof createServer>['address']>): number =>
  typeof address === 'object' && address !== null ? address.port : 0;
