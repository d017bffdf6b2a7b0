// `npm run bench -- recompose [--quick] [--json FILE]`: what callers notice when a module is added to a running hub or removed from it.
// Each period with a change of modules is compared with one without, under the same load. Also measures how long a hub takes to start.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { readOperations } from '@accord/server/http/readOperations';
import { at, connections, median, openPartnership } from './scale/partnership.mjs';

const quick = process.argv.includes('--quick');
const [rounds, starts, people] = quick ? [3, 2, 300] : [10, 5, 300];
/**
 * Milliseconds between questions, whether or not earlier ones are answered (20 a second, or 50, which can fill two cores), and the length
 * of a period in milliseconds.
 */
const [paces, stretchMs] = [[50, 20], 5_000];
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
  const stretch = async (everyMs, change) => {
    await hub.samples();
    const [times, failed] = [[], []];
    const composed = hub.said().split('a new graph was composed').length;
    let recomposedMs = 0;
    const asking = (async () => {
      const under = [];
      const began = performance.now();
      for (let n = 0; n * everyMs < stretchMs; n += 1) {
        await wait(Math.max(0, began + n * everyMs - performance.now()));
        under.push(
          line.ask(headers, bodyOf(n)).then(
            ({ status, said, ms }) => {
              times.push(ms);
              if (status !== 200 || said.includes('"errors"')) failed.push(said.slice(0, 200));
            },
            (error) => failed.push(String(error)),
          ),
        );
      }
      await Promise.all(under);
    })();
    await wait(500);
    if (change) {
      const began = performance.now();
      await change();
      while (hub.said().split('a new graph was composed').length === composed) await wait(10);
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
  for (const change of [undefined, ...changes, undefined]) await stretch(paces[0], change);
  const measured = paces.map((everyMs) => ({ everyMs, without: [], with: [] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { everyMs, without, with: changed } of measured)
      for (const change of changes) {
        without.push(await stretch(everyMs));
        changed.push(await stretch(everyMs, change));
      }
  await line.close();

  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; everything on this machine`);
  console.log(`start to the first answer: ${told(startMs)} ms, ${starts} times`);
  console.log(
    `${documents.length} operations, ${rounds * changes.length} stretches of ${stretchMs / 1_000} s each way, in turn; medians (min to max)`,
  );
  for (const { everyMs, ...ways } of measured) {
    console.log(`\na question every ${everyMs} ms`);
    for (const [name, list] of Object.entries(ways)) {
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
    const added = (key) => told(ways.with.map((one, round) => one[key] - ways.without[round][key]));
    console.log(`added by a change, round by round: to the longest ${added('longest')} ms, to p99 ${added('p99')} ms`);
    console.log(
      `from the change to the graph that answers with it: ${told(ways.with.map(({ recomposedMs }) => recomposedMs))} ms`,
    );
  }
  if (process.argv.includes('--json'))
    writeFileSync(
      process.argv[process.argv.indexOf('--json') + 1],
      JSON.stringify({ node: process.version, rounds, stretchMs, startMs, measured }, null, 2),
    );
} finally {
  await partnership.stop();
}

function told(list) {
  return `${median(list).toFixed(0)} (${Math.min(...list).toFixed(0)} to ${Math.max(...list).toFixed(0)})`;
}
