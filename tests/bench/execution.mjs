// `npm run bench -- execution [--peers] [--quick] [--only a,b] [--young MB] [--json FILE] [--prof DIR]`: compares the hub's own executor of
// query plans with Apollo's, with other makers' gateways and with hand-written floors, over the same four subgraphs; none has consent,
// permits or a ledger. All must give the same answers before they are measured. BENCH.md says what counts and how everything is set.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { bodyOf, groups, queries } from './executionQueries.mjs';
import { executionSdl } from './executionSdl.mjs';
import { endChildren, forked } from './lib/children.mjs';
import { medians, ratioOf, shown } from './lib/figures.mjs';
import { load } from './lib/load.mjs';
import { option, said } from './lib/options.mjs';
import { pin } from './lib/pin.mjs';
import { processorMs } from './lib/processorMs.mjs';
import { inTurn, machine, runThenClose, writeResults } from './lib/results.mjs';
import { installPeers, peersIn } from './peers/startPeers.mjs';

const [rounds, seconds, warmSeconds, warmRequests, connections] = said('quick')
  ? [3, 2, 2, 150, 32]
  : [7, 4, 4, 500, 32];
const young = option('young') ?? '64';
const node = [`--max-semi-space-size=${young}`];
/** The groups whose answers are compared before anything is measured. */
const compared = groups.slice(0, 8);
let turn = 0;
const home = mkdtempSync(join(tmpdir(), 'accord-bench-execution-'));
async function run() {
  if (said('peers')) installPeers();
  console.log(machine);
  console.log(
    `${connections} connections; ${rounds} rounds of ${seconds} s each, in turn, after ${warmSeconds} s and ${warmRequests} requests of warm-up; young generation of every Node gateway ${young} MB; medians, least to most in brackets\n`,
  );
  pin(process.pid, 'others');
  const { urls, child: subgraphs } = await forked('executionSubgraph.mjs', {});
  const composed = composeServices(
    Object.entries(executionSdl).map(([name, sdl]) => ({ name, url: urls[name], typeDefs: parse(sdl) })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const { supergraphSdl } = composed;
  const wanted = chosen({ ...ours({ supergraphSdl, urls }), ...peersIn(home, { supergraphSdl, urls, node }) });
  const start = async ([name, gateway]) => {
    const { url, pid } = await gateway.start();
    const { origin, pathname } = new URL(url);
    return [name, { ...gateway, target: { origin, path: pathname, pid } }];
  };
  const gateways = Object.fromEntries(await Promise.all(Object.entries(wanted).map(start)));

  const results = {};
  for (const size of Object.keys(queries)) {
    const { bytes, lengths, subRequests } = await sameAnswers(gateways, size, subgraphs);
    const ask = (name, much) => loadOf(gateways[name].target, size, { ...much, length: lengths[name] });
    const names = Object.keys(gateways);
    const each = await inTurn(names, {
      rounds,
      warmUp: (name) => ask(name, { seconds: warmSeconds, atLeast: warmRequests }),
      measure: (name) => ask(name, { seconds }),
    });
    const measured = Object.fromEntries(names.map((name, at) => [name, each[at]]));
    results[size] = { bytes, gateways: {} };
    for (const [name, { label }] of Object.entries(gateways))
      results[size].gateways[name] = {
        label,
        subRequests: subRequests[name],
        ...medians(measured[name]),
        ...(measured.bare && {
          processorRatio: ratioOf(measured.bare, measured[name], 'processorMs'),
          throughputRatio: ratioOf(measured[name], measured.bare, 'perSecond'),
        }),
      };
    print(size, results[size]);
  }
  writeResults({ rounds, seconds, warmSeconds, warmRequests, connections, young }, results);
}

function ours(supergraph) {
  const env = { ACCORD_SUPERGRAPH: JSON.stringify(supergraph) };
  const made = (label, file, kind) => ({
    label,
    start: () => forked(file, { args: [kind], env, part: 'measured', node, name: `${file.slice(0, -4)}-${kind}` }),
  });
  return {
    bare: made('@apollo/server + @apollo/gateway', 'executionGateway.mjs', 'bare'),
    pooled: made('the same, requests over undici', 'executionGateway.mjs', 'pooled'),
    own: made("the hub's executor", 'executionGateway.mjs', 'own'),
    merged: made("the hub's executor, merging", 'executionGateway.mjs', 'merged'),
    floor: made("by hand, Apollo's sub-requests", 'executionFloor.mjs', 'apollo'),
    best: made('by hand, fewest sub-requests', 'executionFloor.mjs', 'best'),
  };
}

/** The gateways named after `--only`; all of them without it. */
function chosen(gateways) {
  const names = option('only')?.split(',') ?? Object.keys(gateways);
  return Object.fromEntries(names.filter((name) => gateways[name]).map((name) => [name, gateways[name]]));
}

/**
 * Checks that all gateways give the same answers about these groups. Returns the length of each one's answer and how many subrequests it
 * takes.
 */
async function sameAnswers(gateways, size, subgraphs) {
  const lengths = {};
  const subRequests = {};
  const bytes = [];
  const expected = new Map();
  for (const [name, { label, target }] of Object.entries(gateways)) {
    const before = await askedOf(subgraphs);
    for (const group of compared) {
      const response = await fetch(`${target.origin}${target.path}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: bodyOf(size, group),
      });
      const answer = await response.text();
      const { data, errors } = JSON.parse(answer);
      if (!expected.has(group)) expected.set(group, data);
      if (errors || !isDeepStrictEqual(data, expected.get(group)))
        throw new Error(`${label} differs from the others: ${answer.slice(0, 500)}`);
      lengths[name] = Buffer.byteLength(answer);
    }
    bytes.push(lengths[name]);
    subRequests[name] = ((await askedOf(subgraphs)) - before) / compared.length;
  }
  return { bytes: Math.min(...bytes), lengths, subRequests };
}

function askedOf(subgraphs) {
  return new Promise((resolve) => {
    subgraphs.once('message', ({ asked }) => resolve(Object.values(asked).reduce((sum, count) => sum + count, 0)));
    subgraphs.send('asked');
  });
}

function loadOf(target, size, { length, ...much }) {
  return load({
    ...{ target, ...much, connections, processor: processorMs },
    next: () => {
      turn += 1;
      return { headers: { 'content-type': 'application/json' }, body: bodyOf(size, groups[turn % groups.length]) };
    },
    check: (status, answer) => {
      if (status !== 200 || answer.length !== length)
        throw new Error(`${target.origin} answered ${status}: ${answer.toString().slice(0, 300)}`);
    },
  });
}

function print(size, { bytes, gateways }) {
  console.log(`${size} (${bytes} bytes an answer)`);
  for (const { label, subRequests, perSecond, p50, p99, processorMs: spent, busy, ...ratios } of Object.values(
    gateways,
  )) {
    const figures = [
      `${perSecond.toFixed(0).padStart(6)} requests/s`,
      `p50 ${p50.toFixed(1).padStart(6)} ms`,
      `p99 ${p99.toFixed(1).padStart(6)} ms`,
      `${spent.toFixed(2).padStart(6)} ms of processor a request (${(busy * 100).toFixed(0)} % of a core)`,
      `${subRequests.toFixed(0).padStart(2)} sub-requests`,
      ...(ratios.processorRatio ? [`bare / this ${shown(ratios.processorRatio)}`] : []),
    ];
    console.log(`  ${label.padEnd(34)} ${figures.join('   ')}`);
  }
  console.log();
}

await runThenClose(run, async () => {
  await endChildren();
  rmSync(home, { recursive: true, force: true });
});
