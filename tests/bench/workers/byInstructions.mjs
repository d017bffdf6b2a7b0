// Compares the hubs by instructions per request, which other work on the same cores does not change. Valgrind runs the hub's processes;
// agencies, PostgreSQL and the load run without it. Kernel instructions are not counted.
//
// With one process: one = its instructions / requests. With two, and the first process, which runs them and hands on connections:
//   each  = instructions of an answering process / requests that it answered
//   first = instructions of the first process / all requests
//   all   = instructions of all three / all requests
// A core that executes s instructions per second answers s / one requests per second. Two cores answer 2 s / all, if the first process has
// no core of its own but shares those two. So
//   two processes on two cores handle 2 x one / all times the load that one handles on one,
// and one / each(1) + one / each(2) times, if the first process has another core.
//
// V8's optimising compiler is counted and subtracted: in a hub that runs for days its work is long done, and here it would mostly show how
// long the warm-up was. Its share is printed, which shows whether the warm-up was long enough. Some work comes in bursts (collecting the
// old generation, a ledger checkpoint every 10,000 entries). So all rounds are counted together, and must be long enough for several
// bursts.
//
// The hub's timers (checking for changes every second, reporting turns five times a second) are slowed by as much as counting slows the
// hub, so that each request meets as many as usual (`countedProcess.mjs`). The cost of a period without requests is printed, but not
// subtracted.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { count, counted, findValgrind, nodeCounted, preloaded, timesSlower } from '../lib/valgrind.mjs';
import { openPartnership } from '../scale/partnership.mjs';
import { askAll } from './askAll.mjs';

const idleMs = 30_000;

export async function byInstructions({ quick, json, ...asked }) {
  const valgrind = findValgrind();
  if (!valgrind) {
    console.log('There is no valgrind on this machine, which counts instructions: nothing was measured.');
    return;
  }
  const [rounds, atOnce, people] = quick ? [2, 16, 300] : [5, 32, 300];
  const { warm = quick ? 1_000 : 8_000, requests = quick ? 500 : 2_000 } = asked;
  console.log(
    `${valgrind}; client view of one client; ${rounds} rounds of ${requests} requests, ${atOnce} at once for each process that answers, after ${warm} for each`,
  );
  const partnership = await openPartnership({ people });
  const told = {};
  try {
    for (const serving of [1, 2]) {
      const hub = await open(partnership, serving);
      await askAll(partnership, hub.url, { count: warm * serving, atOnce: atOnce * serving });
      await hub.beginToCount();
      const list = [];
      let ms = 0;
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now();
        await askAll(partnership, hub.url, { count: requests, atOnce: atOnce * serving });
        ms += performance.now() - began;
        list.push(await hub.took());
        console.log(`  round ${round + 1}: ${sentence(figuresOf([list.at(-1)], requests))}`);
      }
      await wait(idleMs);
      const idle = sumOf((await hub.took()).map(({ all }) => all)) / idleMs;
      const figures = { ...figuresOf(list, requests), idle: (idle * ms) / (rounds * requests) };
      told[serving] = { figures, rounds: list };
      console.log(`${serving === 1 ? 'one process' : 'two processes'}: ${sentence(figures)}`);
      console.log(`  of it without requests (${idleMs / 1_000} s were looked at): ${millions(figures.idle)}`);
      await hub.stop();
    }
  } finally {
    await partnership.stop();
  }
  const [one, two] = [told[1].figures, told[2].figures];
  console.log(`\ntwo processes on two cores to one on one: ${((2 * one.all) / two.all).toFixed(2)}`);
  console.log(`where the first process has a core besides: ${sumOf(two.each.map((its) => one.all / its)).toFixed(2)}`);
  if (json)
    writeFileSync(json, JSON.stringify({ node: process.version, valgrind, warm, requests, atOnce, told }, null, 2));
}

async function open(partnership, serving) {
  const folder = join(partnership.home, `counted-${serving}`);
  mkdirSync(folder);
  const hub = await partnership.serve(
    {
      // Slow is expected here, and is no failure.
      ...{ ACCORD_RECEIVE_MS: '600000', ACCORD_ANSWER_MS: '600000' },
      ...{ ACCORD_WORKERS: String(serving), ACCORD_SAMPLES: '', NODE_OPTIONS: `--import=${preloaded}` },
      ...{ ACCORD_ANSWERED: folder, ACCORD_TIMES_SLOWER: String(timesSlower) },
    },
    nodeCounted(folder),
  );
  const pids = hub.pids();
  const answeredBefore = new Map();
  const took = async (pid) => {
    const instructions = await counted(folder, pid);
    const answered = await answeredBy(folder, pid);
    const since = answered - answeredBefore.get(pid);
    answeredBefore.set(pid, answered);
    return { ...instructions, answered: since };
  };
  return {
    ...{ url: hub.url, stop: hub.stop },
    async beginToCount() {
      for (const pid of pids) await count(folder, pid);
      for (const pid of pids) answeredBefore.set(pid, await answeredBy(folder, pid));
    },
    /** The instructions of each process, the first process first. */
    took: () => Promise.all(pids.map(took)),
  };
}

/** How many requests a process has answered. */
async function answeredBy(folder, pid) {
  const file = join(folder, String(pid));
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(file)) await wait(20);
  return Number(readFileSync(file, 'utf8'));
}

/** The cost of a request, from all these rounds together. */
function figuresOf(rounds, requests) {
  const all = requests * rounds.length;
  const processes = rounds[0].map((_, n) => {
    const its = rounds.map((round) => round[n]);
    const compiling = sumOf(its.map((one) => one.compiling));
    const steady = sumOf(its.map((one) => one.all)) - compiling;
    const collecting = sumOf(its.map((one) => one.collecting));
    return { steady, compiling, collecting, answered: sumOf(its.map(({ answered }) => answered)) };
  });
  const serving = processes.filter(({ answered }) => answered > 0);
  return {
    all: sumOf(processes.map(({ steady }) => steady)) / all,
    compiling: sumOf(processes.map(({ compiling }) => compiling)) / all,
    collecting: sumOf(processes.map(({ collecting }) => collecting)) / all,
    each: serving.map(({ steady, answered }) => steady / answered),
    answered: serving.map(({ answered }) => answered),
    first: processes.length === 1 ? null : processes[0].steady / all,
  };
}

const sumOf = (numbers) => numbers.reduce((sum, one) => sum + one, 0);
const millions = (instructions) => `${(instructions / 1e6).toFixed(3)} M`;

function sentence({ all, compiling, collecting, each, answered, first }) {
  const whole = `${millions(all)} instructions a request (${millions(collecting)} of them of collecting the old generation), and ${millions(compiling)} of compiling`;
  if (first === null) return whole;
  return `${whole}; of each a request of its own ${each.map(millions).join(' and ')} (${answered.join(' and ')} requests), of the first process ${millions(first)} a request`;
}
