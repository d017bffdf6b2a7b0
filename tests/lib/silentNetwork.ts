import { createConnection, createServer, type Socket } from 'node:net';

/** A stretch of network in front of a port. */
export type Network = Readonly<{
  port: number;
  /** From now on nothing passes, in either direction, and nobody is told. */
  silence(): void;
  /** What is dialled from now on passes; what was silenced stays so. */
  mend(): void;
  close(): Promise<void>;
}>;

/** Passes TCP on to a port of this machine until it falls silent: a firewall that forgets, a cable that is pulled. */
export async function silentNetwork(to: () => number): Promise<Network> {
  const ends = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    ends.add(near);
    near.on('error', () => near.destroy());
    if (isSilent) return;
    const far = createConnection({ host: '127.0.0.1', port: to() });
    ends.add(far);
    far.on('error', () => near.destroy());
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => !isGone.has(near) && into.write(chunk));
      from.on('close', () => !isGone.has(near) && into.destroy());
    }
    passing.add(near);
  });
  const passing = new Set<Socket>();
  const isGone = new WeakSet<Socket>();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    silence() {
      isSilent = true;
      for (const near of passing) isGone.add(near);
      passing.clear();
    },
    mend() {
      isSilent = false;
    },
    async close() {
      for (const end of ends) end.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
