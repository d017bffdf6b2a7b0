import { createConnection, createServer, type Socket } from 'node:net';

/** A network link in front of a port. */
export type Network = Readonly<{
  port: number;
  /** From now on nothing passes in either direction, and neither side is notified. */
  silence(): void;
  /** New connections pass again; silenced ones stay silent. */
  mend(): void;
  close(): Promise<void>;
}>;

/**
 * Forwards TCP to a port of this machine until it falls silent, like a firewall that drops its state or a cable that is
 * unplugged.
 */
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
