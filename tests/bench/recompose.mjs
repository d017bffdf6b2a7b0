// `npm run bench -- recompose [--quick] [--json FILE]`: what callers see of it when a module is added to a hub that runs, or taken away: each
// stretch of time with a change of modules beside one without, with the same questions under way. And how long a hub takes to start.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { readOperations } from '@accord/server/http/readOperations';
import { at, connections, median, openPartnership } from './scale/partnership.mjs';

const quick = process.argv.includes('--quick');
const [rounds, starts, people] = quick ? [3, 2, 300] : [10, 5, 300];
/** A question every so often, and how long a stretch lasts, in milliseconds. */
const [everyMs, stretchMs] = [20, 5_000];
const asked = [
  'client-view',
  'alert-board',
  'caseload',
  'consents',
  'vocabulary',
  'partnership',
  'notices',
  'proposals',
];

const sdl = /legalSdl = `([\s\S]*?)`;/.exec(readFileSync(new URL('../lib/legalModule.ts', import.meta.url), 'utf8'))[1];
const partnership = await openPartnership({ people });
try {
  const { store, clients } = partnership;
  const headers = partnership.headersOf('mara');
  const documents = readOperations()
    .filter(({ name }) => asked.includes(name))
    .map(({ document }) => document);
  const bodyOf = (n) => ({
    query: documents[n % documents.length],
    variables: { client: clients[n % clients.length] },
  });

  const startMs = [];
  for (let start = 0; start < starts; start += 1) {
    const began = performance.now();
    const hub = await partnership.serve();
    const line = connections(hub.url, 1);
    await line.ask(headers, bodyOf(0));
    startMs.push(performance.now() - began);
    await line.close();
    await hub.stop();
  }

  const hub = await partnership.serve();
  const line = connections(hub.url, 64);
  const stretch = async (change) => {
    await hub.samples();
    const [times, failed] = [[], []];
    const composed = hub.said().split('composed anew').length;
    let recomposedMs = 0;
    const asking = (async () => {
      const under = [];
      for (let n = 0; n * everyMs < stretchMs; n += 1) {
        under.push(
          line.ask(headers, bodyOf(n)).then(
            ({ status, said, ms }) => {
              times.push(ms);
              if (status !== 200 || said.includes('"errors"')) failed.push(said.slice(0, 200));
            },
            (error) => failed.push(String(error)),
          ),
        );
        await wait(everyMs);
      }
      await Promise.all(under);
    })();
    await wait(500);
    if (change) {
      const began = performance.now();
      await change();
      while (hub.said().split('composed anew').length === composed) await wait(10);
      recomposedMs = performance.now() - began;
    }
    await asking;
    const [{ loop, longestTurnMs }] = await hub.samples();
    return {
      recomposedMs,
      longest: Math.max(...times),
      p99: at(times, 0.99),
      p50: median(times),
      failed,
      loop,
      longestTurnMs,
    };
  };
  const changes = [sdl, null].map((text) => async () => {
    const { revision } = await store.modules.onFile();
    await store.modules.change({ name: 'legal', sdl: text, at: new Date(), by: 'bench', after: revision });
  });
  for (const change of [undefined, ...changes, undefined]) await stretch(change);
  const measured = { without: [], with: [] };
  for (let round = 0; round < rounds; round += 1) {
    measured.without.push(await stretch());
    measured.with.push(await stretch(changes[round % changes.length]));
  }
  await line.close();

  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; everything on this machine`);
  console.log(`start to the first answer: ${told(startMs)} ms, ${starts} times`);
  console.log(
    `a question every ${everyMs} ms over ${documents.length} operations, ${rounds} stretches of ${stretchMs / 1_000} s each way, in turn; medians (min to max)\n`,
  );
  for (const [name, list] of Object.entries(measured)) {
    const of = (read) => told(list.map(read));
    const failed = list.flatMap((one) => one.failed);
    console.log(
      `${name.padEnd(8)} a change: longest question ${of(({ longest }) => longest)} ms, p99 ${of(({ p99 }) => p99)} ms, p50 ${of(({ p50 }) => p50)} ms, failed ${failed.length}`,
    );
    console.log(
      `         event loop delayed at most ${of(({ loop }) => loop.max)} ms; longest piece of work on its thread ${of(({ longestTurnMs }) => longestTurnMs)} ms of processor time`,
    );
    if (failed[0]) console.log(`         ${failed[0]}`);
  }
  console.log(
    `from the change to the graph that answers with it: ${told(measured.with.map(({ recomposedMs }) => recomposedMs))} ms`,
  );
  if (process.argv.includes('--json'))
    writeFileSync(
      process.argv[process.argv.indexOf('--json') + 1],
      JSON.stringify({ node: process.version, rounds, everyMs, stretchMs, startMs, measured }, null, 2),
    );
} finally {
  await partnership.stop();
}

function told(list) {
  return `${median(list).toFixed(0)} (${Math.min(...list).toFixed(0)} to ${Math.max(...list).toFixed(0)})`;
}
