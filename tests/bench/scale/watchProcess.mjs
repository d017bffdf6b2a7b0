// Preloaded into a hub that is measured: on SIGUSR2 it writes down the state of its event loop and memory, and starts again.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.ACCORD_SAMPLES) watch(process.env.ACCORD_SAMPLES);

function watch(folder) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // The most CPU time that the main thread got between two ticks. Unlike a delay, this does not grow when other processes take the CPU
  // away.
  let [longest, before] = [0, onProcessor()];
  setInterval(() => {
    const now = onProcessor();
    longest = Math.max(longest, now - before);
    before = now;
  }, 5).unref();
  process.on('SIGUSR2', () => {
    const loop = { p50: delay.percentile(50) / 1e6, p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
    const longestTurnMs = longest;
    collect();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    const sample = { loop, longestTurnMs, heapUsed, external, arrayBuffers };
    const file = join(folder, String(process.pid));
    writeFileSync(`${file}.new`, JSON.stringify(sample));
    renameSync(`${file}.new`, file);
    delay.reset();
    before = onProcessor();
    longest = 0;
  });
}

/** CPU time of this thread, in milliseconds. */
function onProcessor() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
