// Compares, per request, the CPU time of the busiest process of each hub: if a hub has enough cores, that process is its limit. If
// agencies, PostgreSQL and the load share the hub's cores and their caches, a second process makes every request more expensive by this
// measure, though it does no more work.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { at, median, openPartnership, processorMs, residentMiB } from '../scale/partnership.mjs';
import { askAll } from './askAll.mjs';

export async function byProcessorTime({ quick, json }) {
  const [rounds, requests, warm, atOnce, people] = quick ? [3, 300, 200, 16, 300] : [7, 2_000, 4_000, 32, 2_000];
  const partnership = await openPartnership({ people });
  try {
    // Without watching: it takes CPU time of every process, and there are three of them.
    const serve = (processes) => partnership.serve({ ACCORD_WORKERS: String(processes), ACCORD_SAMPLES: '' });
    const hubs = {
      'one process': { ...(await serve(1)), serving: 1 },
      'two processes': { ...(await serve(2)), serving: 2 },
    };
    // As many concurrent requests per process: a process with half of them would have less to do at a time, which never happens in a busy
    // hub.
    const load = async ({ url, pids, serving }, count) => {
      const before = new Map(pids().map((pid) => [pid, processorMs(pid)]));
      const began = performance.now();
      const times = await askAll(partnership, url, { count, atOnce: atOnce * serving });
      const used = pids().map((pid) => (processorMs(pid) - before.get(pid)) / count);
      return {
        perSecond: (count * 1_000) / (performance.now() - began),
        p50: median(times),
        p99: at(times, 0.99),
        all: used.reduce((sum, one) => sum + one, 0),
        busiest: Math.max(...used),
        first: used[0],
      };
    };
    const measured = Object.fromEntries(Object.keys(hubs).map((name) => [name, []]));
    // And as many requests per process, because each warms up separately.
    for (const hub of Object.values(hubs)) await load(hub, warm * hub.serving);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, hub] of Object.entries(hubs)) measured[name].push(await load(hub, requests * hub.serving));

    console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; everything on this machine`);
    console.log(
      `client view of one client; ${rounds} rounds in turn, ${requests} requests and ${atOnce} at once for each process that answers, after ${warm}; medians\n`,
    );
    const summaries = {};
    for (const [name, list] of Object.entries(measured)) {
      const one = Object.fromEntries(Object.keys(list[0]).map((key) => [key, median(list.map((round) => round[key]))]));
      const memory = hubs[name].pids().map((pid) => Math.round(residentMiB(pid)));
      summaries[name] = { ...one, residentMiB: memory };
      console.log(
        `${name.padEnd(14)} processor time a request ${one.all.toFixed(2)} ms, of its busiest process ${one.busiest.toFixed(2)} ms, of its first process ${one.first.toFixed(2)} ms; ` +
          `${one.perSecond.toFixed(0)} requests/s here, p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms; memory ${memory.join(' + ')} MiB`,
      );
    }
    const ratios = measured['one process'].map(({ busiest }, n) => busiest / measured['two processes'][n].busiest);
    const here = measured['two processes'].map(({ perSecond }, n) => perSecond / measured['one process'][n].perSecond);
    const told = (list) =>
      `${median(list).toFixed(2)} (${Math.min(...list).toFixed(2)} to ${Math.max(...list).toFixed(2)})`;
    console.log(`\nrequests of two processes to those of one, with cores enough: ${told(ratios)}`);
    console.log(`on this machine, all of it on the same ${cpus().length} cores: ${told(here)}`);
    if (json)
      writeFileSync(
        json,
        JSON.stringify({ node: process.version, rounds, requests, atOnce, summaries, ratios, here }, null, 2),
      );
  } finally {
    await partnership.stop();
  }
}
