// A demonstration with invented people for benchmarks, and further hubs over its agencies and its database: replicas, each with its own
// settings.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoPeople } from '@accord/cli/demo/demoPeople';
import { demonstrationAudience, issuerAt, mintToken } from '@accord/server/demonstration/localIssuer';
import { openStore } from '@accord/server/store/Store';
import pg from 'pg';
import { Pool } from 'undici';

const accord = fileURLToPath(new URL('../../../gateway/cli/bin/accord.js', import.meta.url));
const watcher = new URL('./watchProcess.mjs', import.meta.url).href;
const unlimited = '1000000';

/** Starts the demonstration and waits until everybody is on file. */
export async function openPartnership({ people }) {
  const home = mkdtempSync(join(tmpdir(), 'accord-scale-'));
  chmodSync(home, 0o755);
  const [port, agencyPort] = await freePorts(2, 4);
  const started = [];
  const env = {
    ...{ PATH: process.env.PATH, ACCORD_HOME: home, ACCORD_REQUESTS_PER_MINUTE: unlimited },
    ...{ ACCORD_RATE_PER_MINUTE: unlimited, ACCORD_ADDRESS_RATE_PER_MINUTE: unlimited },
  };
  const words = ['demo', 'start', '--port', port, '--agency-port', agencyPort, '--people', people].map(String);
  const demo = await run([accord, ...words], env, 'Ctrl-C').catch((error) => {
    rmSync(home, { recursive: true, force: true });
    throw error;
  });
  started.push(demo.stop);
  const { databaseUrl } = JSON.parse(readFileSync(join(home, 'running.json'), 'utf8'));
  const secrets = JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8'));
  const keysFile = join(home, 'hub-keys.json');
  writeFileSync(keysFile, JSON.stringify(secrets.hub), { mode: 0o600 });
  const store = openStore(databaseUrl);
  started.push(store.close);
  const issuer = issuerAt(`http://127.0.0.1:${port}`);
  const tokens = new Map();
  for (const person of demoPeople) tokens.set(person.id, await mintToken(person, issuer, secrets.issuer, new Date()));

  return {
    ...{ home, databaseUrl, store },
    headersOf: (person, purpose = 'SERVICE_COORDINATION') => ({
      'content-type': 'application/json',
      authorization: `Bearer ${tokens.get(person)}`,
      'x-accord-purpose': purpose,
    }),
    clients: await clientsOfHarbour(databaseUrl),
    /**
     * Starts another hub over the same agencies and database; `samples` returns the state of its processes. `node` is the program that runs
     * it, and its arguments.
     */
    async serve(settings = {}, node = [process.execPath]) {
      const [own] = await freePorts(1, 1);
      const samples = join(home, `samples-${own}`);
      mkdirSync(samples);
      const hub = await run(
        ['--import', watcher, accord, 'serve'],
        {
          ...{ ...env, ACCORD_PORT: String(own), DATABASE_URL: databaseUrl, ACCORD_KEYS_FILE: keysFile },
          ...{ ACCORD_OIDC_ISSUER: issuer, ACCORD_OIDC_AUDIENCE: demonstrationAudience, ACCORD_SAMPLES: samples },
          // On a busy machine slow answers are no failures.
          ...{ ACCORD_ANSWER_MS: '120000', ACCORD_DEADLINE_MS: '60000', ACCORD_RECEIVE_MS: '60000' },
          ...settings,
        },
        'Accord listens on',
        node,
      );
      started.push(hub.stop);
      const pids = () => [hub.pid, ...childrenOf(hub.pid)];
      return {
        ...{ url: `http://127.0.0.1:${own}`, pid: hub.pid, pids, said: hub.said, stop: hub.stop },
        samples: () => Promise.all(pids().map((pid) => sampleOf(pid, samples))),
      };
    },
    async stop() {
      for (const stop of started.reverse()) await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** CPU time used by a process, all its threads together, in milliseconds. */
export function processorMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of a process, in MiB. */
export const residentMiB = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Connections to a hub, each of which carries one question after another. */
export function connections(url, count) {
  const pool = new Pool(url, { connections: count });
  return {
    async ask(headers, body) {
      const began = performance.now();
      const came = await pool.request({ method: 'POST', path: '/graphql', headers, body: JSON.stringify(body) });
      const said = await came.body.text();
      return { status: came.statusCode, said, ms: performance.now() - began };
    },
    close: () => pool.close(),
  };
}

export const median = (values) => at(values, 0.5);
export const at = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

async function run(words, env, ready, [program, ...its] = [process.execPath]) {
  const child = spawn(program, [...its, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!said.includes(ready)) {
    if (child.exitCode !== null) throw new Error(said);
    await wait(100);
  }
  const stop = async () => {
    if (child.exitCode === null) child.kill('SIGINT');
    await ended;
  };
  return { pid: child.pid, stop, said: () => said };
}

const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '' && readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('hubProcess'))
    .map(Number);

/** What `watchProcess.mjs` reports on request. */
async function sampleOf(pid, folder) {
  const file = join(folder, String(pid));
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  while (!existsSync(file)) await wait(5);
  return { pid, residentMiB: residentMiB(pid), ...JSON.parse(readFileSync(file, 'utf8')) };
}

async function clientsOfHarbour(databaseUrl) {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const { rows } = await database.query(
    `SELECT client_id FROM record GROUP BY client_id HAVING count(DISTINCT agency_id) > 1 AND bool_or(agency_id = 'harbour') ORDER BY client_id`,
  );
  await database.end();
  return rows.map((row) => row.client_id);
}

/** The first ports of runs of neighbours that are free now, below those that the system assigns to connections. */
async function freePorts(count, neighbours) {
  const found = [];
  while (found.length < count) {
    const first = 12_000 + Math.floor(Math.random() * 18_000);
    const free = await Promise.all(Array.from({ length: neighbours }, (_, n) => isFree(first + n)));
    if (free.every(Boolean)) found.push(first);
  }
  return found;
}

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
