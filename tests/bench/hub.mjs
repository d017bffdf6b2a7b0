// `npm run bench [-- hub] [--quick] [--levels 4,20] [--only client,board] [--warm REQUESTS] [--young MB] [--executor apollo]
// [--instructions] [--json FILE] [--prof DIR]`: the partnership's own work with consent, permits and ledger on, compared with a bare
// gateway and a hand-written floor without any of them, over 4, 20, 50 and 100 agencies, the same two of which hold the client.
// `--instructions` (needs Valgrind) counts each gateway's instructions, which other work on the machine does not change. BENCH.md says what
// counts and how everything is set.
import { isDeepStrictEqual } from 'node:util';
import { medians, ratioOf, shown, spread } from './lib/figures.mjs';
import { load } from './lib/load.mjs';
import { option, said } from './lib/options.mjs';
import { pin } from './lib/pin.mjs';
import { processorMs } from './lib/processorMs.mjs';
import { inTurn, machine, runThenClose, wantedOf, writeResults } from './lib/results.mjs';
import { count, counted, countNoMore, findValgrind } from './lib/valgrind.mjs';
import { askHub, headersOf, openPartnership, questionsFor, young } from './partnership/open.mjs';

const [rounds, seconds, leadSeconds, warmSeconds, usualWarmRequests, connections] = said('quick')
  ? [3, 1, 1, 1, 48, 32]
  : [5, 4, 2, 4, 200, 32];
const warmRequests = Number(option('warm') ?? usualWarmRequests);
const levels = (option('levels') ?? '4,20,50,100').split(',').map(Number);

const replay = !said('live');
const counting = said('instructions');
/** Rounds in which instructions are counted, and requests per round; only a few at once, since each takes half a second. */
const [countedRounds, countedRequests, countedConnections] = said('quick') ? [2, 60, 8] : [4, 120, 8];

let turn = 0;
pin(process.pid, 'others');
const began = performance.now();
const partnership = await openPartnership(Math.max(...levels), { replay });
async function run() {
  if (counting && !findValgrind()) throw new Error('There is no valgrind on this machine, which counts instructions.');
  console.log(machine);
  console.log(
    counting
      ? `instructions of each gateway's own process, on all its threads, but the kernel's and those of V8's optimising compiler; ${countedConnections} connections; ${countedRounds} rounds of ${countedRequests} requests after ${warmRequests}; young generation of every gateway ${young} MB; medians, least to most in brackets`
      : `${connections} connections; ${rounds} rounds of ${seconds} s each, in turn and each after ${leadSeconds} s that are not counted, after ${warmSeconds} s and ${warmRequests} requests of warm-up; young generation of every gateway ${young} MB; medians, least to most in brackets`,
  );
  const bareAgencies = await partnership.bareAgencies();
  const sides = [];
  for (const level of levels) {
    const hub = await partnership.hubOver(level);
    const over = { bareAgencies: bareAgencies.agencies, databaseUrl: hub.databaseUrl };
    const bare = await partnership.gatewayOver('bare', level, over);
    const floor = await partnership.gatewayOver('floor', level, over);
    sides.push({ level, hub, bare, floor, questions: await questionsFor(hub, level, partnership.tokens) });
  }
  console.log(`${levels.join(', ')} agencies; set up in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);

  const results = {};
  for (const name of wantedOf(Object.keys(sides[0].questions))) {
    for (const side of sides) await sameFacts(side, name);
    results[name] = await (counting ? countAll : measure)(name, sides, bareAgencies.pid);
    (counting ? printCounted : print)(name, results[name]);
  }
  writeResults({ rounds, seconds, leadSeconds, warmSeconds, warmRequests, connections, young }, results);
}

async function measure(name, sides, bareAgencies) {
  const asking = sides.flatMap((side) => ['hub', 'bare', 'floor'].map((who) => [side, who]));
  const each = await inTurn(asking, {
    rounds,
    warmUp: ([side, who]) => ask(side, who, name, { seconds: warmSeconds, atLeast: warmRequests, bareAgencies }),
    async measure([side, who]) {
      // While the others were measured, this one was idle and released its young generation; this request load grows it again.
      await ask(side, who, name, { seconds: leadSeconds, bareAgencies });
      return ask(side, who, name, { seconds, bareAgencies });
    },
  });
  const measured = Object.fromEntries(sides.map(({ level }) => [level, {}]));
  for (const [at, [{ level }, who]] of asking.entries()) measured[level][who] = each[at];
  const [least] = levels;
  return Object.fromEntries(
    levels.map((level) => {
      const { hub, bare, floor } = measured[level];
      const summary = {
        ...{ hub: medians(hub), bare: medians(bare), floor: medians(floor) },
        throughput: ratioOf(hub, bare, 'perSecond'),
        processor: ratioOf(bare, hub, 'processorMs'),
        floorProcessor: ratioOf(bare, floor, 'processorMs'),
        p50BesideFewest: spread(hub.map(({ p50 }, round) => p50 / measured[least].hub[round].p50)),
        processorBesideFewest: ratioOf(hub, measured[least].hub, 'processorMs'),
      };
      return [level, summary];
    }),
  );
}

/** Millions of instructions per request, round by round. */
async function countAll(name, sides, bareAgencies) {
  const byLevel = {};
  for (const side of sides) {
    const rounds = {};
    for (const who of ['hub', 'bare', 'floor']) {
      const { folder, pid } = side[who];
      const few = { seconds: 0, connections: countedConnections, bareAgencies };
      await ask(side, who, name, { ...few, atLeast: warmRequests });
      await count(folder, pid);
      rounds[who] = [];
      for (let round = 0; round < countedRounds; round += 1) {
        const { answered } = await ask(side, who, name, { ...few, atLeast: countedRequests });
        const { all, compiling } = await counted(folder, pid);
        rounds[who].push({ millions: (all - compiling) / answered / 1e6 });
      }
      await countNoMore(folder, pid);
    }
    byLevel[side.level] = {
      ...Object.fromEntries(Object.entries(rounds).map(([who, its]) => [who, spread(its.map((one) => one.millions))])),
      ratio: ratioOf(rounds.bare, rounds.hub, 'millions'),
      floorRatio: ratioOf(rounds.bare, rounds.floor, 'millions'),
    };
  }
  return byLevel;
}

function printCounted(name, byLevel) {
  console.log(name);
  for (const [level, { hub, bare, floor, ratio, floorRatio }] of Object.entries(byLevel)) {
    console.log(
      `  ${level.padStart(3)} agencies, millions of instructions a request: hub, everything on ${shown(hub)}; bare, everything off ${shown(bare)}; by hand, nothing on ${shown(floor)}`,
    );
    console.log(`      bare / hub ${shown(ratio)}; bare / by hand ${shown(floorRatio)}`);
  }
  console.log();
}

function ask({ questions, ...side }, who, name, { bareAgencies, ...much }) {
  const bodyOf = questions[name][who];
  return load({
    target: side[who],
    ...{ connections, processor: processorMs, ...much },
    beside: { agenciesMs: who === 'hub' ? side.hub.agencies.pid : bareAgencies },
    next: () => {
      turn += 1;
      const { worker, ...body } = bodyOf(turn);
      const headers = worker ? headersOf(partnership.tokens[worker]) : { 'content-type': 'application/json' };
      return { headers, body: JSON.stringify(body) };
    },
    check: (status, answer) => {
      if (status !== 200 || answer.includes('"errors"') || answer.includes('"sources"'))
        throw new Error(`The ${who} answered ${status}: ${answer.toString().slice(0, 500)}`);
    },
  });
}

/** Checks that the hub, the floor and the bare gateway return the same facts, in whatever order and shape: everything is released here. */
async function sameFacts({ level, hub, bare, floor, questions }, name) {
  const { factsOf, ...bodies } = questions[name];
  for (const n of [0, 17]) {
    const expected = inOrder(factsOf.bare(await askPlainly(bare, bodies.bare(n))));
    const answers = {
      hub: await askHub(hub, bodies.hub(n), partnership.tokens),
      floor: await askPlainly(floor, bodies.floor(n)),
    };
    for (const [who, answer] of Object.entries(answers)) {
      const told = inOrder(factsOf.hub(answer));
      if (told.length === 0 || !isDeepStrictEqual(told, expected))
        throw new Error(
          `${name} over ${level} agencies: the ${who} told ${told.length} and the bare gateway ${expected.length} that differ: ${told[0]} ${expected[0]}`,
        );
    }
  }
}

async function askPlainly({ origin, path }, body) {
  const response = await fetch(`${origin}${path}`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
  return data;
}

const inOrder = (facts) => facts.map((fact) => JSON.stringify(fact)).sort();

function print(name, byLevel) {
  console.log(name);
  for (const [level, { hub, bare, floor, ...ratios }] of Object.entries(byLevel)) {
    const { throughput, processor, floorProcessor, p50BesideFewest, processorBesideFewest } = ratios;
    for (const [who, one] of [
      ['hub, everything on', hub],
      ['bare, everything off', bare],
      ['by hand, nothing on', floor],
    ])
      console.log(
        `  ${level.padStart(3)} agencies  ${who.padEnd(20)} ${one.perSecond.toFixed(0).padStart(5)} requests/s   p50 ${one.p50.toFixed(1).padStart(6)} ms   p99 ${one.p99.toFixed(1).padStart(6)} ms   ${one.processorMs.toFixed(2).padStart(6)} ms of processor a request (agencies ${one.agenciesMs.toFixed(2)})   ${(one.bytes / 1024).toFixed(1)} KiB`,
      );
    console.log(
      `      hub / bare: requests/s ${shown(throughput)}, processor ${shown(processor)}; by hand / bare: processor ${shown(floorProcessor)}; beside the hub at ${levels[0]}: p50 ${shown(p50BesideFewest)}, processor ${shown(processorBesideFewest)}`,
    );
  }
  console.log();
}

await runThenClose(run, partnership.close);
