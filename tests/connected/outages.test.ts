import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readKeys } from '@accord/server/keys';
import { openStore, type Store } from '@accord/server/store/Store';
import type { FastifyInstance } from 'fastify';
import { freePort } from '../lib/freePort.ts';
import { type HubProcess, startHubProcess } from '../lib/HubProcess.ts';
import { inventedWattle } from '../lib/inventedWattle.ts';
import { agencyKeys, hubKeys, openAgencies } from '../lib/openAgencies.ts';
import { putOnFile } from '../lib/people.ts';
import { type Network, silentNetwork } from '../lib/silentNetwork.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// An agency dials the hub, each in a process of its own. One of them, or the network between them, disappears without notice.
// The hub answers within its deadline and says what is missing. When they are back everything works again, and nobody had to
// restart anything else.

const deadlineMs = 1_500;
const program = fileURLToPath(new URL('../lib/wattleProcess.mjs', import.meta.url));
const query = '{ client(id: "ada") { records { identity { name { family } } } } }';

let server: TestServer;
let databaseUrl: string;
let store: Store;
let registered: ReadonlyMap<string, FastifyInstance>;
let hub: HubProcess;
let wattle: ChildProcess;
let network: Network;
let hubPort: number;
const said: string[] = [];

beforeAll(async () => {
  server = await testServer();
  databaseUrl = await server.freshDatabase();
  store = openStore(databaseUrl);
  const mappings = [inventedWattle(), { ...inventedWattle(), id: 'harbour' }];
  registered = await openAgencies(mappings, { store, way: 'CONNECTED', now: () => new Date() });
  await putOnFile(store, {
    people: { ada: { wattle: 1 } },
    consents: [{ id: 'c1', subject: 'ada', rule: { except: [{ agencies: ['harbour'] }] } }],
  });
  hubPort = await freePort();
  hub = await startHubProcess(databaseUrl, { port: hubPort, deadlineMs });
  network = await silentNetwork(() => hubPort);
  wattle = await startWattle();
  await until(told);
});
afterAll(async () => {
  wattle?.kill('SIGKILL');
  await hub?.kill();
  await network?.close();
  for (const agency of registered.values()) await agency.close();
  await store?.close();
  await server?.stop();
});

test('an agency that is killed is missing, and when it is started again it answers', async () => {
  expect(await told()).toBe(true);
  wattle.kill('SIGKILL');
  await until(async () => !(await told()));
  expect(await missing()).toBe('UNREACHABLE');
  wattle = await startWattle();
  await until(told);
});

test('a hub that is killed is dialled until it is back', async () => {
  const before = said.length;
  await hub.kill();
  await until(async () => said.slice(before).some((line) => line.includes('Reconnecting')));
  hub = await startHubProcess(databaseUrl, { port: hubPort, deadlineMs });
  await until(told);
  // One sentence for each state; about an error, only what to do.
  expect(said.slice(before).join('\n')).not.toMatch(/\n\s+at |undefined/);
});

test('a network that falls silent costs the agency its part of an answer and nobody the answer; when it is mended all is well', async () => {
  network.silence();
  const answer = await ask();
  expect(JSON.parse(answer.body).extensions.sources[0].state).toBe('TIMED_OUT');
  network.mend();
  await until(told);
});

async function ask() {
  return hub.ask({ as: 'mara.PRACTITIONER.harbour', query });
}

async function told(): Promise<boolean> {
  return (await ask()).body.includes('Brook');
}

async function missing(): Promise<unknown> {
  return JSON.parse((await ask()).body).extensions.sources[0].state;
}

async function startWattle(): Promise<ChildProcess> {
  const { publicJwk } = await readKeys(hubKeys);
  const child = fork(program, { env: { ...process.env, NODE_OPTIONS: '' }, execArgv: [] });
  child.on('message', (message: { said: string }) => said.push(message.said));
  const agencyKey = agencyKeys.permit;
  child.send({ hubUrl: `http://127.0.0.1:${network.port}`, hubKey: publicJwk, agencyKey });
  return child;
}

/** Polls until the condition holds; only the test's own time limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
