import { createServer } from 'node:net';

// Below what systems give out of themselves (Linux from 32768): such a port is taken by anybody's connection between the look at it
// and the start of the program that it is for.
const lowest = 11_000;
/** Ports for each of Jest's workers: none of them takes another's. */
const each = 2_000;

const own = lowest + (Number(process.env.JEST_WORKER_ID ?? 1) % 10) * each;
let next = Math.floor(Math.random() * each);

/** The first of `count` neighbouring ports of this machine on which nobody listens at the moment; another one at each call. */
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
