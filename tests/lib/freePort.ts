import { createServer } from 'node:net';

// Below the ports that systems assign themselves (Linux: from 32768). Any connection could take such a port between this check
// and the start of the program that needs it.
const lowest = 11_000;
/** The number of ports reserved for each of Jest's workers, so that none takes another's. */
const each = 2_000;

const own = lowest + (Number(process.env.JEST_WORKER_ID ?? 1) % 10) * each;
let next = Math.floor(Math.random() * each);

/** The first of `count` consecutive ports of this machine on which nobody is listening; each call gives another one. */
export async function freePort(count = 1): Promise<number> {
  for (;;) {
    if (next + count > each) next = 0;
    const first = own + next;
    next += count;
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
