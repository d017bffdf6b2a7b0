import { Pool } from 'undici';

/**
 * As many requests as come back in `seconds` (longer, where fewer than `atLeast` did), over `connections` that stay open, each with the next body; every answer is read whole.
 *
 * `target` is { origin, path, pid }; `next` gives { headers, body }; `check` is given each status and body (a Buffer) and throws at a wrong
 * one. Tells how many came back, requests a second, the median and 99th percentile of waiting in ms, and by `processor` (a function of a pid) ms a request of the
 * target's process; `beside` names further processes whose ms a request are wanted.
 */
export async function load({ target, next, seconds, connections, check, processor, beside = {}, atLeast = 0 }) {
  const pool = new Pool(target.origin, { connections, pipelining: 1 });
  const times = [];
  let bytes = 0;
  const spentBy = (pids) => Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, processor(pid)]));
  const pids = { processorMs: target.pid, ...beside };
  const before = spentBy(pids);
  const began = performance.now();
  const end = began + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end || times.length < atLeast) {
        const asked = performance.now();
        const { statusCode, body } = await pool.request({ method: 'POST', path: target.path, ...next() });
        const answer = Buffer.from(await body.arrayBuffer());
        check(statusCode, answer);
        times.push(performance.now() - asked);
        bytes += answer.length;
      }
    }),
  );
  const took = performance.now() - began;
  const after = spentBy(pids);
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  const spent = Object.fromEntries(
    Object.keys(pids).map((name) => [name, (after[name] - before[name]) / times.length]),
  );
  return {
    answered: times.length,
    ...{ perSecond: (times.length * 1_000) / took, p50: at(0.5), p99: at(0.99), bytes: bytes / times.length },
    ...{ ...spent, busy: (after.processorMs - before.processorMs) / took },
  };
}
