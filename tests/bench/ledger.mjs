// `npm run bench -- ledger [--quick] [--json FILE]`: writing disclosures to the ledger, compared with inserting the same rows without chain
// or check.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { withHubDatabase } from './lib/hubDatabase.mjs';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv[process.argv.indexOf('--json') + 1];
const [rounds, seconds, warmSeconds] = quick ? [2, 2, 1] : [5, 4, 2];
const clients = 500;
const entriesARequest = 3;

let store;
let pool;
let asked = 0;
let rows = 0;
await withHubDatabase(10, async (opened) => {
  ({ store, pool } = opened);
  await pool.query('CREATE TABLE bare (LIKE ledger_entry INCLUDING ALL)');
  await pool.query('INSERT INTO client (id) SELECT $1 || n FROM generate_series(0, $2) n', ['c', clients - 1]);
  await run();
});

async function run() {
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; PostgreSQL on the same machine, durable (fsync on)`,
  );
  console.log(
    `${entriesARequest} disclosures a request; ${rounds} rounds of ${seconds} s each, in turn, after ${warmSeconds} s of warm-up; medians\n`,
  );
  const results = {};
  for (const waiting of [1, 16, 64]) {
    const ways = { ledger: appendToLedger, bare: insertBare };
    const measured = { ledger: [], bare: [] };
    for (const way of Object.values(ways)) await load(way, waiting, warmSeconds);
    for (let round = 0; round < rounds; round += 1)
      for (const [name, way] of Object.entries(ways)) measured[name].push(await load(way, waiting, seconds));
    const ratios = measured.ledger.map(({ perSecond }, round) => perSecond / measured.bare[round].perSecond);
    results[`${waiting} at once`] = {
      ...Object.fromEntries(Object.entries(measured).map(([name, list]) => [name, summary(list)])),
      ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
    };
  }
  for (const [name, { ledger, bare, ratio }] of Object.entries(results)) {
    console.log(name);
    for (const [who, one] of [
      ['ledger', ledger],
      ['bare inserts', bare],
    ])
      console.log(
        `  ${who.padEnd(14)} ${one.perSecond.toFixed(0).padStart(6)} requests/s   p50 ${one.p50.toFixed(2)} ms   p99 ${one.p99.toFixed(2)} ms   ${one.cpu.toFixed(0).padStart(4)} µs of this process a request`,
      );
    console.log(`  ledger / bare: ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})\n`);
  }
  const began = performance.now();
  const { kind, entries } = await store.ledger.verify();
  const took = (performance.now() - began) / 1000;
  console.log(`verify: ${kind}, ${entries} entries in ${took.toFixed(1)} s, ${(entries / took).toFixed(0)} entries/s`);
  if (process.argv.includes('--json'))
    writeFileSync(jsonFile, JSON.stringify({ node: process.version, results }, null, 2));
}

function request() {
  asked += 1;
  const clientId = `c${asked % clients}`;
  const inquiry = {
    ...{ requestId: `r${asked}`, at: new Date(), requester: 'mara', role: 'PRACTITIONER', requesterAgency: 'harbour' },
    ...{ purpose: 'SERVICE_COORDINATION', operation: '0123456789abcdef' },
  };
  const told = Array.from({ length: entriesARequest }, (_, n) => ({
    ...{ clientId, handle: `${clientId}-${n}`, agencyId: 'wattle', basis: ['c1'] },
    categories: ['IDENTITY', 'SERVICE_USE'],
  }));
  return { inquiry, told, epochs: new Map([[clientId, 0]]) };
}

async function appendToLedger() {
  const { kind } = await store.ledger.append(request());
  if (kind !== 'WRITTEN') throw new Error(kind);
}

/** One statement per request, each in its own transaction. */
async function insertBare() {
  const { inquiry, told } = request();
  const numbered = told.map((one) => ({
    ...{ ...inquiry, ...one },
    seq: ++rows,
    prevHash: '0'.repeat(64),
    hash: '0'.repeat(64),
  }));
  await pool.query({
    name: 'bare',
    text: `INSERT INTO bare (seq, at, request_id, requester, role, requester_agency, purpose, client_id, handle, agency_id,
             categories, basis, operation, prev_hash, hash)
           SELECT seq, at, "requestId", requester, role, "requesterAgency", purpose, "clientId", handle, "agencyId",
             categories, basis, operation, "prevHash", hash
           FROM json_to_recordset($1::json) AS e (seq bigint, at timestamptz, "requestId" text, requester text, role text,
             "requesterAgency" text, purpose text, "clientId" text, handle text, "agencyId" text, categories text[],
             basis text[], operation text, "prevHash" text, hash text)`,
    values: [JSON.stringify(numbered)],
  });
}

async function load(way, waiting, forSeconds) {
  const times = [];
  const before = process.cpuUsage();
  const end = performance.now() + forSeconds * 1_000;
  await Promise.all(
    Array.from({ length: waiting }, async () => {
      while (performance.now() < end) {
        const began = performance.now();
        await way();
        times.push(performance.now() - began);
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { perSecond: times.length / forSeconds, p50: at(0.5), p99: at(0.99), cpu: (user + system) / times.length };
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function summary(list) {
  return Object.fromEntries(
    ['perSecond', 'p50', 'p99', 'cpu'].map((key) => [key, median(list.map((one) => one[key]))]),
  );
}
