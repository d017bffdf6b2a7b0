import { createServer } from 'node:net';
import { StartFault } from '@accord/server/postgres/StartFault';

/** Throws a `StartFault` that says what to do if another program listens on this port of 127.0.0.1. */
export async function assertPortFree(port: number, whose: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      reject(
        new StartFault(
          `Port ${port}, which ${whose} needs, is in use by another program. Stop that program, or use other ports: npm start -- --port 4500 --agency-port 4600`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
