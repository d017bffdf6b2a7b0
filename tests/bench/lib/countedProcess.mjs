// Preloaded into a process whose instructions are counted. On SIGUSR2 it reports how many requests the process has answered. It also slows
// the process's timers by as much as counting slows the process, so that each request meets as many as usual and no deadline comes sooner.
import { channel } from 'node:diagnostics_channel';
import { renameSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

const later = Number(process.env.ACCORD_TIMES_SLOWER);
const longestMs = 2 ** 31 - 1;
for (const name of ['setTimeout', 'setInterval']) {
  const usual = globalThis[name];
  const slowed = (run, ms = 1, ...rest) => usual(run, Math.min(longestMs, ms * later), ...rest);
  globalThis[name] = Object.defineProperties(slowed, Object.getOwnPropertyDescriptors(usual));
}
const sleep = timers.setTimeout;
timers.setTimeout = (ms = 1, ...rest) => sleep(Math.min(longestMs, ms * later), ...rest);

// The timers of Node's own HTTP server cannot be slowed, so it gets none.
const usualServer = http.createServer;
http.createServer = (options, ...rest) => usualServer({ ...options, headersTimeout: 0, requestTimeout: 0 }, ...rest);
syncBuiltinESMExports();

if (isMainThread) {
  let answered = 0;
  channel('http.server.response.finish').subscribe(() => {
    answered += 1;
  });
  process.on('SIGUSR2', () => {
    const file = join(process.env.ACCORD_ANSWERED, String(process.pid));
    writeFileSync(`${file}.new`, String(answered));
    renameSync(`${file}.new`, file);
  });
}
