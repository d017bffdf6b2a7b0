import { Pool } from 'undici';

/**
 * Sends as many requests as are answered in `seconds` (longer, if fewer than `atLeast` were), over `connections` that stay open, each with
 * the next body; every answer is read completely. `target` is { origin, path, pid }; `next` returns { headers, body }; `check` gets each
 * status and body (a Buffer) and throws if one is wrong. Returns how many were answered, requests per second, the median and 99th
 * percentile of latency in ms, and, by `processor` (a function of a pid), the CPU ms per request of the target's process; `beside` names
 * further processes to report in ms per request.
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
