// `npm run bench -- soak [--minutes 30] [--json FILE]`: a hub with everything on under a mixed load: client views, caseloads, boards,
// consents given and withdrawn, agencies suspended and reactivated, modules added and removed. At intervals it records memory after a
// garbage collection, and the event loop's delay.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { mixedLoad } from './scale/mixedLoad.mjs';
import { openPartnership } from './scale/partnership.mjs';

const numberAfter = (option, usual) =>
  process.argv.includes(option) ? Number(process.argv[process.argv.indexOf(option) + 1]) : usual;
const minutes = numberAfter('--minutes', 1);
const [people, atOnce, intervals] = [600, 8, 20];
const intervalMs = (minutes * 60_000) / intervals;
/** What happens besides questions, and at which interval in milliseconds. */
const [consentEveryMs, suspendEveryMs, moduleEveryMs] = [200, 5_000, 20_000];

const partnership = await openPartnership({ people });
let going = true;
try {
  const hub = await partnership.serve();
  const load = mixedLoad(partnership, hub, atOnce + 1);
  const { counts } = load;
  const asking = Array.from({ length: atOnce }, async (_, own) => {
    for (let n = own; going; n += atOnce) await load.question(n);
  });
  const changing = [
    every(consentEveryMs, load.consent),
    every(suspendEveryMs, load.suspension),
    every(moduleEveryMs, load.recomposition),
  ];

  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; everything on this machine`);
  console.log(
    `${minutes} minutes, ${atOnce} questions at once, ${people} invented people; event loop in milliseconds, memory in MiB\n`,
  );
  console.log('minute  answered  failed  changes  loop p50     p99     max   heap  buffers  resident');
  const rows = [];
  const began = performance.now();
  for (let interval = 0; interval < intervals; interval += 1) {
    const before = { ...counts };
    await wait(Math.max(0, began + (interval + 1) * intervalMs - performance.now()));
    const [{ loop, heapUsed, arrayBuffers, external, residentMiB }] = await hub.samples();
    const [heapMiB, buffersMiB] = [heapUsed / 2 ** 20, (arrayBuffers + external) / 2 ** 20];
    const row = {
      ...{ minute: (performance.now() - began) / 60_000, loop, heapMiB, buffersMiB, residentMiB },
      ...{ answered: counts.answered - before.answered, failed: counts.failed - before.failed },
      changes: counts.changes - before.changes,
    };
    rows.push(row);
    console.log(
      [
        [row.minute.toFixed(2), 6],
        ...[row.answered, row.failed, row.changes].map((count, n) => [count, [10, 8, 9][n]]),
        ...[loop.p50, loop.p99, loop.max].map((ms, n) => [ms.toFixed(1), [10, 8, 8][n]]),
        ...[heapMiB, buffersMiB, residentMiB].map((mib, n) => [mib.toFixed(1), [7, 9, 10][n]]),
      ]
        .map(([text, width]) => String(text).padStart(width))
        .join(''),
    );
  }
  going = false;
  await Promise.all([...asking, ...changing]);
  await load.close();
  if (load.lastFault()) console.log(`\nthe last that failed: ${load.lastFault()}`);
  console.log('\ngrowth in the second half, with the interval that holds the slope 19 times of 20:');
  const half = rows.slice(intervals / 2);
  const slopes = {};
  for (const what of ['heapMiB', 'buffersMiB', 'residentMiB']) {
    slopes[what] = slopeOf(half.map((row) => [row.minute, row[what]]));
    const { slope, low, high } = slopes[what];
    const word = low <= 0 ? 'flat' : 'it grows';
    console.log(
      `  ${what.replace('MiB', '').padEnd(9)} ${slope.toFixed(2)} MiB a minute (${low.toFixed(2)} to ${high.toFixed(2)}): ${word}`,
    );
  }
  if (process.argv.includes('--json'))
    writeFileSync(
      process.argv[process.argv.indexOf('--json') + 1],
      JSON.stringify({ node: process.version, minutes, rows, slopes }, null, 2),
    );
} finally {
  going = false;
  await partnership.stop();
}

/** Repeats some work at an interval until the run is over, never twice at the same time. */
async function every(ms, work) {
  for (let n = 0; going; n += 1) {
    await wait(ms);
    await work(n);
  }
}

/** The slope of a least-squares line through these points, with its interval (Student's t, 8 degrees of freedom). */
function slopeOf(points) {
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const spread = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  const slope = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0) / spread;
  const left = points.reduce((sum, [at, value]) => sum + (value - y - slope * (at - x)) ** 2, 0);
  const error = Math.sqrt(left / (points.length - 2) / spread);
  return { slope, low: slope - 2.306 * error, high: slope + 2.306 * error };
}
