// `npm run bench -- costs [--quick] [--only client] [--json FILE] [--prof DIR]`: what consent, permits and the ledger cost separately. It
// compares the whole hub with hubs that lack one of them, over four agencies, two of which hold the client. A part is left out only in this
// benchmark's own processes (partnership/without).
import { medians, shown, spread } from './lib/figures.mjs';
import { load } from './lib/load.mjs';
import { said } from './lib/options.mjs';
import { pin } from './lib/pin.mjs';
import { processorMs } from './lib/processorMs.mjs';
import { inTurn, machine, runThenClose, wantedOf, writeResults } from './lib/results.mjs';
import { headersOf, openPartnership, questionsFor, young } from './partnership/open.mjs';

const [rounds, seconds, warmSeconds, warmRequests, connections] = said('quick')
  ? [5, 1, 1, 48, 16]
  : [9, 4, 4, 200, 16];
const level = 4;
const hubs = {
  whole: undefined,
  'without consent': 'consent',
  'without permits': 'permits',
  'without ledger': 'ledger',
};

let turn = 0;
pin(process.pid, 'others');
const partnership = await openPartnership(level);

async function run() {
  console.log(machine);
  console.log(
    `${level} agencies; ${connections} connections; ${rounds} rounds of ${seconds} s each, in turn, after ${warmSeconds} s and ${warmRequests} requests of warm-up; young generation of every process ${young} MB; medians, least to most in brackets\n`,
  );
  const sides = {};
  for (const [name, what] of Object.entries(hubs)) {
    const hub = await partnership.hubOver(level, what);
    sides[name] = { hub, questions: await questionsFor(hub, level, partnership.tokens) };
  }
  const results = {};
  for (const question of wantedOf(Object.keys(sides.whole.questions))) {
    const each = await inTurn(Object.values(sides), {
      rounds,
      warmUp: (side) => ask(side, question, { seconds: warmSeconds, atLeast: warmRequests }),
      measure: (side) => ask(side, question, { seconds }),
    });
    const measured = Object.fromEntries(Object.keys(sides).map((name, at) => [name, each[at]]));
    results[question] = Object.fromEntries(Object.keys(sides).map((name) => [name, summary(measured, name)]));
    print(question, results[question]);
  }
  writeResults({ rounds, seconds, warmSeconds, warmRequests, connections, young }, results);
}

function ask({ hub, questions }, question, much) {
  return load({
    ...{
      target: hub,
      ...much,
      connections,
      processor: processorMs,
      beside: { agenciesMs: hub.agencies.pid },
    },
    next: () => {
      turn += 1;
      const { worker, ...body } = questions[question].hub(turn);
      return { headers: headersOf(partnership.tokens[worker]), body: JSON.stringify(body) };
    },
    check: (status, answer) => {
      if (status !== 200 || answer.includes('"errors"') || answer.includes('"sources"'))
        throw new Error(`${hub.origin} answered ${status}: ${answer.toString().slice(0, 500)}`);
    },
  });
}

/** Medians, and the percentage of CPU time saved by leaving this part out, at the hub and at the agencies. */
function summary(measured, name) {
  const saved = (key) => spread(measured[name].map((one, round) => 100 * (1 - one[key] / measured.whole[round][key])));
  return { ...medians(measured[name]), hubPercent: saved('processorMs'), agenciesPercent: saved('agenciesMs') };
}

function print(question, byName) {
  console.log(question);
  for (const [name, { processorMs: hub, agenciesMs, perSecond, hubPercent, agenciesPercent }] of Object.entries(byName))
    console.log(
      `  ${name.padEnd(16)} ${perSecond.toFixed(0).padStart(5)} requests/s   hub ${hub.toFixed(2)} ms of processor a request, agencies ${agenciesMs.toFixed(2)}${name === 'whole' ? '' : `   costs the hub ${shown(hubPercent)} %, agencies ${shown(agenciesPercent)} %`}`,
    );
  console.log();
}

await runThenClose(run, partnership.close);
