import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Mapping } from '@accord/kit/Mapping';
import { many } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { openStore, type Store } from '@accord/server/store/Store';
import { Client } from 'undici';
import { freePort } from '../lib/freePort.ts';
import { dialFrom, hubKeys, openAgencies } from '../lib/openAgencies.ts';
import { openIssuer } from '../lib/openIssuer.ts';
import { putOnFile } from '../lib/people.ts';
import { until } from '../lib/replica.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// `accord serve` with ACCORD_WORKERS=2: two processes behind one address, in front of an agency that listens and one that has
// dialled one of them.

const program = fileURLToPath(new URL('../../gateway/cli/bin/accord.js', import.meta.url));
const turns = 40;
const now = () => new Date();
const ends: (() => Promise<unknown>)[] = [];
let server: TestServer;
let store: Store;
let issuer: Awaited<ReturnType<typeof openIssuer>>;
let hub: Hub;
/** While this is set, Harbour's alerts wait for it. */
let gate: Promise<void> | undefined;
let waiting = 0;

type Line = Readonly<{ pid: number; msg: string }>;
type Hub = Readonly<{
  process: ChildProcess;
  url: string;
  /** The address of the processes' metrics. */
  metrics: string;
  /** What the hub's processes have logged. */
  lines: () => readonly Line[];
  ended: Promise<number | null>;
}>;

/** Harbour, whose alerts can be held up. */
function patientHarbour(): Mapping {
  const alerts = table({
    rows: async (numbers) => {
      waiting += 1;
      await gate;
      waiting -= 1;
      return numbers.map((number) => ({ number }));
    },
    of: ({ number }) => number,
  });
  return smallAgency('harbour', {
    alerts: many(alerts, () => ({
      ...{ id: 1, about: ['SERVICE_USE'], code: 'DATA_CORRECTION_PENDING', status: 'ACTIVE', raisedOn: '2026-02-03' },
    })),
  });
}

beforeAll(async () => {
  server = await testServer();
  issuer = await openIssuer();
  ends.push(issuer.close);

  const databaseUrl = await server.freshDatabase();
  store = openStore(databaseUrl);
  ends.push(() => store.close());
  const harbour = await openAgencies([patientHarbour()], { store, way: 'HTTP', now });
  const wattle = await openAgencies([smallAgency('wattle')], { store, way: 'CONNECTED', now });
  for (const agency of [...harbour.values(), ...wattle.values()]) ends.push(() => agency.close());
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 1 } },
    consents: [{ id: 'c1', subject: 'ada', rule: { except: [{ agencies: ['harbour'] }] } }],
  });
  hub = await serve(databaseUrl);
  ends.push(await dialFrom(wattle, { hubUrl: hub.url, now }));
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
  await server?.stop();
});

async function serve(databaseUrl: string): Promise<Hub> {
  const keysFile = join(server.folder, 'keys.json');
  await writeFile(keysFile, JSON.stringify(hubKeys));
  const metricsPort = String(await freePort());
  const env = {
    ...{ PATH: process.env.PATH, ACCORD_WORKERS: '2', ACCORD_PORT: String(await freePort()) },
    ...{ ACCORD_METRICS_PORT: metricsPort },
    ...{ ...issuer.settings, ACCORD_HOME: server.folder },
    ...{ ACCORD_KEYS_FILE: keysFile, DATABASE_URL: databaseUrl, ACCORD_RATE_PER_MINUTE: String(turns) },
  };
  const child = spawn(process.execPath, [program, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  ends.push(async () => child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (words: Buffer) => {
    said += words;
  });
  const url = () => /Accord listens on (\S+)/.exec(said)?.[1];
  await until(() => url() !== undefined || child.exitCode !== null);
  const lines = () =>
    said
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line): Line => JSON.parse(line));
  return { process: child, url: url() ?? '', metrics: `http://127.0.0.1:${metricsPort}/metrics`, lines, ended };
}

const told = '{ agency { id } identity { name { family } } }';
const query = `{ client(id: "ada") { records ${told} } }`;
/** Agencies are asked for alerts and, once these have arrived, for names. */
const twoStages = `{ client(id: "ada") { alerts { nodes { record ${told} } } } }`;
const families = ['of harbour', 'of wattle'];

/** A connection to the hub, and so to one of its processes. */
function connect(): Client {
  const client = new Client(hub.url);
  ends.push(() => client.destroy());
  return client;
}

type Answered = Readonly<{
  data?: { client?: { records?: readonly Told[]; alerts?: { nodes: readonly { record: Told }[] } } };
}>;
type Told = Readonly<{ identity?: { name?: { family?: string } } }>;

/** Asks about Ada as somebody at Harbour. `families`: the names in the records shown; status 0 if nobody answered. */
async function ask(client: Client, user: string, asked = query) {
  const mara = { user, name: user, role: 'PRACTITIONER', agency: 'harbour' } as const;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await issuer.tokenOf(mara)}`,
    'x-accord-purpose': 'SERVICE_COORDINATION',
  };
  const sent = { path: '/graphql', method: 'POST', headers, body: JSON.stringify({ query: asked }) } as const;
  const came = await client.request(sent).catch(() => undefined);
  const body = await came?.body.text().catch(() => undefined);
  if (!came || body === undefined) return { status: 0, families: [] };
  const { data }: Answered = JSON.parse(body);
  const records = data?.client?.records ?? data?.client?.alerts?.nodes.map(({ record }) => record) ?? [];
  return { status: came.statusCode, families: records.map(({ identity }) => identity?.name?.family ?? '').sort() };
}

/** Asks until both records are shown. */
const untilWhole = (client: Client, user: string) =>
  until(async () => String((await ask(client, user)).families) === String(families));

const scrape = async (): Promise<string> => (await fetch(hub.metrics)).text();

/** The ids of the processes to which an agency has connected, in order. */
const connectedAt = () => hub.lines().flatMap(({ msg, pid }) => (msg === 'an agency has connected' ? [pid] : []));

test('both processes answer, and both reach the agency that has dialled one of them', async () => {
  for (const client of [connect(), connect()]) await untilWhole(client, 'mara');
  expect(connectedAt()).toHaveLength(1);
});

test('one scrape returns what each process has counted, and nothing about who asked, about whom or why', async () => {
  for (const client of [connect(), connect()]) expect((await ask(client, 'mara')).status).toBe(200);
  const text = await scrape();
  for (const number of [1, 2]) {
    expect(text).toMatch(
      new RegExp(`^accord_requests_total{operation="other",status="200",process="${number}"} [1-9]`, 'm'),
    );
    expect(text).toMatch(new RegExp(`^nodejs_eventloop_lag_p99_seconds{process="${number}"} `, 'm'));
    expect(text).toMatch(
      new RegExp(`^accord_ledger_append_duration_seconds_count{outcome="WRITTEN",process="${number}"} [1-9]`, 'm'),
    );
  }
  expect(text).toMatch(/^accord_agency_request_duration_seconds_count{agency="wattle",process="\d"} [1-9]/m);
  expect(text).not.toMatch(/\b(ada|mara|practitioner|service_coordination|of harbour)\b/i);
  expect((await fetch(`${hub.url}/metrics`)).status).toBe(404);
});

test('a process that is halted is missing from a scrape, and delays no other', async () => {
  const [halted = Number.NaN] = connectedAt();
  process.kill(halted, 'SIGSTOP');
  const without = await scrape();
  process.kill(halted, 'SIGCONT');
  expect(new Set(without.match(/process="\d+"/g)).size).toBe(1);
  await until(async () => new Set((await scrape()).match(/process="\d+"/g)).size === 2);
});

test('a person has their turns once, not once at each process', async () => {
  const [one, other] = [connect(), connect()];
  for (let turn = 0; turn < turns; turn += 1) expect((await ask(one, 'kay')).status).toBe(200);
  // Turns taken at one process count at the other a moment later.
  const statuses: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    statuses.push((await ask(other, 'kay')).status);
  }
  expect(statuses).toContain(429);
  expect((await ask(other, 'kim')).status).toBe(200);
});

test('a killed process is replaced; meanwhile the other answers, every disclosure is in the ledger, and both reach the agency', async () => {
  const clients = [connect(), connect(), connect(), connect()];
  for (const client of clients) expect((await ask(client, 'before')).status).toBe(200);
  const [holder] = connectedAt();
  process.kill(holder ?? Number.NaN, 'SIGKILL');
  await until(() => hub.lines().some(({ msg }) => msg === 'a hub process has ended'));
  // Connections alternate between the two processes; those to the other one are unaffected.
  const stayed = await Promise.all(clients.map(async (client) => (await ask(client, 'meanwhile')).status));
  expect(stayed.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2);
  await until(() => hub.lines().some(({ msg }) => msg === 'another hub process has taken its place'));
  await until(() => connectedAt().length === 2);
  for (const client of [connect(), connect()]) await untilWhole(client, 'after');

  // The new process counts from zero, under the number of the one it replaced.
  expect([...new Set((await scrape()).match(/process="\d+"/g))].sort()).toEqual(['process="1"', 'process="2"']);

  expect(await store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
  const told = new Set((await store.ledger.read({ after: null, first: 10_000 })).map(({ requester }) => requester));
  expect([...told].sort()).toEqual(['after', 'before', 'kay', 'kim', 'mara', 'meanwhile']);
});

test('Ctrl-C lets requests under way finish, even those waiting for an agency connected to the other process, and ends both', async () => {
  const holder = connectedAt().at(-1) ?? Number.NaN;
  const client = await connectBeside(holder);
  let open = (): void => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const asked = ask(client, 'last', twoStages);
  await until(() => waiting === 1);
  const pids = new Set(hub.lines().map(({ pid }) => pid));
  hub.process.kill('SIGINT');
  setTimeout(open, 300);
  expect(await asked).toEqual({ status: 200, families });
  expect(await hub.ended).toBe(0);
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

/** A connection to the other process: the one that answers while this one is halted. */
async function connectBeside(pid: number): Promise<Client> {
  const clients = [connect(), connect()];
  process.kill(pid, 'SIGSTOP');
  const healthy = clients.map(async (client) => {
    await client.request({ path: '/health', method: 'GET' });
    return client;
  });
  const beside = await Promise.any(healthy);
  process.kill(pid, 'SIGCONT');
  await Promise.all(healthy);
  return beside;
}
