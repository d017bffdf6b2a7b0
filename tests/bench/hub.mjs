// `npm run bench [-- hub] [--quick] [--json FILE]`: the hub with consent, permits and ledger on, beside a bare gateway without any of it.
import { fork, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Pool } from 'undici';

const quick = process.argv.includes('--quick');
const jsonFile = process.argv[process.argv.indexOf('--json') + 1];
const [rounds, seconds, warmSeconds, connections, people] = quick ? [2, 2, 1, 16, 600] : [5, 5, 3, 16, 2_000];
const [hubPort, agencyPort] = [24_000, 24_001];
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const accord = here('../../gateway/cli/bin/accord.js');

const fields = (alerts) => `identity { name { given family } dateOfBirth } contact { phone }
  involvement { programme worker { name phone } } needs { code identifiedOn } alerts${alerts} { code severity text raisedOn }`;
const bareFields = ['harbour', 'wattle', 'kestrel'].map((id) => `${id} { ${fields('')} }`).join(' ');

const home = mkdtempSync(join(tmpdir(), 'accord-bench-'));
chmodSync(home, 0o755);
const counts = join(home, 'counts');
mkdirSync(counts);
const started = [];
try {
  await run();
} finally {
  for (const stop of started.reverse()) await stop();
  rmSync(home, { recursive: true, force: true });
}

async function run() {
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0].model}; everything on this machine, load generator too`,
  );
  console.log(
    `${people} invented people; ${connections} connections; ${rounds} rounds of ${seconds} s each, in turn, after ${warmSeconds} s of warm-up\n`,
  );
  await startDemonstration();
  const { databaseUrl, url } = JSON.parse(readFileSync(join(home, 'running.json'), 'utf8'));
  const bare = await startBare(databaseUrl);
  const token = (await text(process.execPath, [accord, 'token', '--as', 'mara', '--port', String(hubPort)])).trim();
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'x-accord-purpose': 'SERVICE_COORDINATION',
  };
  const ids = await sharedClients(databaseUrl);
  const hub = { origin: url, path: '/graphql', headers };
  const peer = { origin: new URL(bare).origin, path: '/', headers: { 'content-type': 'application/json' } };
  const pages = await pagesOf(hub, ids.all);

  const results = {};
  const client = {
    hub: `query C($id: ID!) { client(id: $id) { records { ${fields('')} } } }`,
    bare: `query C($id: ID!) { client(id: $id) { ${bareFields} } }`,
  };
  results['client view of one client'] = await compare(
    [hub, (n) => ({ query: client.hub, variables: { id: ids.shared[n % ids.shared.length] } })],
    [peer, (n) => ({ query: client.bare, variables: { id: ids.shared[n % ids.shared.length] } })],
  );
  const load = {
    hub: `query L($after: String) { caseload(of: AGENCY, first: 50, after: $after) { nodes { records { ${fields('')} } } } }`,
    bare: `query L($after: String) { caseload(first: 50, after: $after) { ${bareFields} } }`,
  };
  results['caseload of 50'] = await compare(
    [hub, (n) => ({ query: load.hub, variables: { after: pages[n % pages.length].cursor } })],
    [peer, (n) => ({ query: load.bare, variables: { after: pages[n % pages.length].id } })],
  );
  print(results);
  if (process.argv.includes('--json'))
    writeFileSync(
      jsonFile,
      JSON.stringify({ node: process.version, people, connections, rounds, seconds, results }, null, 2),
    );
}

async function startDemonstration() {
  const env = {
    ...process.env,
    ACCORD_HOME: home,
    ACCORD_COUNTS: counts,
    ACCORD_RATE_PER_MINUTE: '1000000',
    ACCORD_ADDRESS_RATE_PER_MINUTE: '1000000',
    NODE_OPTIONS: `--import ${new URL('./countRequests.mjs', import.meta.url).href}`,
  };
  const child = spawn(
    process.execPath,
    [
      accord,
      'demo',
      'start',
      '--port',
      String(hubPort),
      '--agency-port',
      String(agencyPort),
      '--people',
      String(people),
    ],
    { env },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  started.push(
    () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', resolve);
        child.kill('SIGINT');
      }),
  );
  while (!said.includes('Who was told what')) {
    if (child.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function startBare(databaseUrl) {
  const { agencies } = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8'));
  const bare = [];
  for (const id of Object.keys(agencies)) {
    const reader = new URL(databaseUrl);
    reader.pathname = `/${id}`;
    reader.username = `${id}_reader`;
    reader.password = agencies[id].readerPassword;
    const database = id === 'wattle' ? `file:${join(home, 'wattle.sqlite')}` : reader.href;
    const env = {
      ACCORD_AGENCY: id,
      DATABASE_URL: database,
      ACCORD_COUNTS: counts,
      NODE_OPTIONS: `--import ${new URL('./countRequests.mjs', import.meta.url).href}`,
    };
    bare.push({ id, ...(await forked('./bareAgency.mjs', env)) });
  }
  return (await forked('./bareGateway.mjs', { DATABASE_URL: databaseUrl, ACCORD_AGENCIES: JSON.stringify(bare) })).url;
}

function forked(file, env) {
  const child = fork(here(file), { env: { ...process.env, NODE_ENV: 'production', ...env } });
  started.push(async () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${file} ended with code ${code}.`)));
  });
}

function text(program, words) {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      env: { ...process.env, ACCORD_HOME: home },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.once('close', () => resolve(said));
  });
}

async function sharedClients(databaseUrl) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const ids = async (sql) => (await database.query(sql)).rows.map(({ client_id }) => client_id);
  const shared = await ids(
    `SELECT client_id FROM record GROUP BY client_id HAVING count(DISTINCT agency_id) > 1 AND bool_or(agency_id = 'harbour') ORDER BY client_id`,
  );
  const all = await ids(
    `SELECT DISTINCT client_id FROM record WHERE agency_id = 'harbour' AND open AND removed_at IS NULL ORDER BY client_id`,
  );
  await database.end();
  return { shared, all };
}

/** Where full pages of 50 begin: the hub's cursor, and the id it stands for. */
async function pagesOf(hub, all) {
  const pages = [];
  for (let after = null, at = 0; at + 50 < all.length; at += 50) {
    pages.push({ cursor: after, id: at === 0 ? null : all[at - 1] });
    const body = {
      query: 'query($after: String) { caseload(of: AGENCY, first: 50, after: $after) { pageInfo { endCursor } } }',
      variables: { after },
    };
    const answer = await (
      await fetch(`${hub.origin}${hub.path}`, { method: 'POST', headers: hub.headers, body: JSON.stringify(body) })
    ).json();
    after = answer.data.caseload.pageInfo.endCursor;
  }
  return pages;
}

async function compare(hub, bare) {
  await load(...hub, warmSeconds);
  await load(...bare, warmSeconds);
  const measured = { hub: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    measured.hub.push(await load(...hub, seconds));
    measured.bare.push(await load(...bare, seconds));
  }
  const ratios = measured.hub.map(({ perSecond }, round) => perSecond / measured.bare[round].perSecond);
  return {
    hub: summary(measured.hub),
    bare: summary(measured.bare),
    ratio: { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) },
  };
}

/** As many requests as come back in a time; every answer is read, and one with errors ends the benchmark. */
async function load({ origin, path, headers }, bodyOf, forSeconds) {
  const pool = new Pool(origin, { connections });
  const before = asked();
  const times = [];
  let bytes = 0;
  let n = Math.floor(Math.random() * 1_000);
  const next = () => {
    n += 1;
    return n;
  };
  const end = performance.now() + forSeconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const began = performance.now();
        const { statusCode, body } = await pool.request({
          method: 'POST',
          path,
          headers,
          body: JSON.stringify(bodyOf(next())),
        });
        const said = await body.text();
        if (statusCode !== 200 || said.includes('"errors"'))
          throw new Error(`${origin} answered ${statusCode}: ${said.slice(0, 300)}`);
        times.push(performance.now() - began);
        bytes += said.length;
      }
    }),
  );
  await pool.close();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const trips = [...asked()]
    .map(([port, count]) => (count - (before.get(port) ?? 0)) / times.length)
    .filter((share) => share > 0);
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {
    perSecond: times.length / forSeconds,
    p50: at(0.5),
    p99: at(0.99),
    bytes: bytes / times.length,
    trips: trips.reduce((sum, share) => sum + share, 0) / 3,
  };
}

function asked() {
  // The hub itself is started with the agencies and counts too; it is not one of them.
  const agencies = readdirSync(counts).filter((port) => port !== String(hubPort));
  return new Map(agencies.map((port) => [port, Number(readFileSync(join(counts, port), 'utf8'))]));
}
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
function summary(list) {
  return Object.fromEntries(
    ['perSecond', 'p50', 'p99', 'bytes', 'trips'].map((key) => [key, median(list.map((one) => one[key]))]),
  );
}

function print(results) {
  for (const [name, { hub, bare, ratio }] of Object.entries(results)) {
    console.log(name);
    for (const [who, one] of [
      ['hub, everything on', hub],
      ['bare gateway', bare],
    ])
      console.log(
        `  ${who.padEnd(20)} ${one.perSecond.toFixed(0).padStart(6)} requests/s   p50 ${one.p50.toFixed(1)} ms   p99 ${one.p99.toFixed(1)} ms   ${(one.bytes / 1024).toFixed(1)} KiB an answer   ${one.trips.toFixed(2)} round trips an agency`,
      );
    console.log(`  hub / bare: ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)})\n`);
  }
}
