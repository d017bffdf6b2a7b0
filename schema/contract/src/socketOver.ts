import { once } from 'node:events';
import { createConnection, createServer, type Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';

/**
 * Returns a real socket whose other end is `line`: what is written to it goes over the line, and the other way round. Rejects
 * if the machine has no socket left.
 *
 * Node speaks HTTP/2 over any duplex. But if a line that is not a socket is blocked while its session closes, an assertion
 * inside Node fails and ends the process (`JSStreamSocket`, Node 20). So the session gets a real socket over this machine's
 * loopback interface. Anyone else who connects at that moment is cut off.
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
        // Both ends know the near end's port as soon as the far end is connected.
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
