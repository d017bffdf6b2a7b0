import { dialsIn } from '@accord/contract/dialsIn';
import { contractVersion } from '@accord/contract/subgraphs';
import { connectAgency } from '@accord/kit/connect/connectAgency';
import type { Mapping } from '@accord/kit/Mapping';
import { createAgency } from '@accord/kit/serve/createAgency';
import { createKeys, readKeys } from '@accord/server/keys';
import { notSeen } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { agencyKeys, hubKeys, linkageSecret, openAgencies } from '../lib/openAgencies.ts';
import { clock, openReplica, type Replica, until } from '../lib/replica.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// The hub does not take an agency that dials at its word: it looks over that same connection before it asks anything.

let server: TestServer;
let store: Store;
let hub: Replica;
const ended: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  hub = await openReplica(store);
});
beforeEach(async () => {
  const registered = await openAgencies([smallAgency('wattle')], { store, way: 'CONNECTED', now: clock });
  for (const agency of registered.values()) await agency.close();
});
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
  await until(() => !hub.connections.has('wattle'));
});
afterAll(async () => {
  await hub?.close();
  await server?.stop();
});

async function served(mapping: Mapping, key = hubKeys): Promise<FastifyInstance> {
  const { publicJwk } = await readKeys(key);
  return createAgency(mapping, { hubKey: publicJwk, linkageSecret, clock, log: pino({ level: 'silent' }) });
}

/** Has a program dial as Wattle. @returns what it logs, and each request it gets. */
async function dials(http: FastifyInstance) {
  const said: string[] = [];
  const asked: string[] = [];
  http.addHook('onRequest', async ({ method, url }) => void asked.push(`${method} ${url}`));
  ended.push(() => http.close());
  const { publicJwk } = await readKeys(hubKeys);
  const line = await connectAgency(http, {
    ...{ agency: 'wattle', hubUrls: [hub.url], hubKey: publicJwk, agencyKey: agencyKeys.permit, clock },
    ...{ tell: (sentence: string) => said.push(sentence), firstWaitMs: 60_000 },
  });
  ended.push(line.stop);
  return { said, asked, line };
}

/** Serves `/contract` as changed, and answers everything else with 200. */
async function pretender(change: (contract: { sdl: string; version: string }) => object): Promise<FastifyInstance> {
  const agency = await served(smallAgency('wattle'));
  const contract = (await agency.inject('/contract')).json();
  await agency.close();
  const http = fastify();
  http.get('/contract', async () => change(contract));
  http.post('/graphql', async () => ({ data: { _entities: [] } }));
  return http;
}

const row = async () => (await store.agencies.all()).find(({ id }) => id === 'wattle');

test('something with no known contract, another agency, or one that rejects the hub’s permits is told why, and asked nothing', async () => {
  const cases: readonly (readonly [FastifyInstance, string])[] = [
    [
      await pretender(({ sdl, ...rest }) => ({
        ...rest,
        sdl: sdl.replace('severity: AlertSeverity', 'severity: String'),
      })),
      'does not match any known version of the contract: Alert.severity is String here and AlertSeverity in contract 1.3',
    ],
    [
      await pretender((contract) => ({ ...contract, version: '1.7' })),
      'serves contract 1.7; this hub supports 1.0, 1.1',
    ],
    [await pretender(() => ({ hello: 'there' })), 'not the way an agency built with this kit does'],
    [await served(smallAgency('kestrel')), 'is the agency "kestrel", not "wattle"'],
    [await served(smallAgency('wattle'), await createKeys()), "rejects this hub's permit"],
  ];
  for (const [http, why] of cases) {
    const { said, asked } = await dials(http);
    await until(() => said.length > 0);
    expect(said).toEqual([
      expect.stringMatching(/^refused: The hub at http:\S+ does not ask this agency\. .* Reconnecting in [\d.]+ s\.$/),
    ]);
    expect(said[0]).toContain(why);
    expect(said[0]).not.toMatch(/\n/);
    expect(hub.connections.has('wattle')).toBe(false);
    expect(await hub.send('echo')).toEqual({ kind: 'UNREACHABLE' });
    expect(asked.filter((door) => !/^(GET \/contract|POST \/graphql)$/.test(door))).toEqual([]);
    expect(asked.filter((door) => door.startsWith('POST')).length).toBeLessThan(2);
    expect((await row())?.observed?.why).toContain(why);
  }
});

test('a refused connection does not replace one that works', async () => {
  const good = await dials(await served(smallAgency('wattle')));
  await good.line.connected;
  const bad = await dials(await served(smallAgency('kestrel')));
  await until(() => bad.said.length > 0);
  expect(good.said).toEqual([expect.stringMatching(/^Connected to the hub/)]);
  expect(hub.connections.has('wattle')).toBe(true);
});

test('an agency whose policy is off, or that is busy, has still accepted the permit', async () => {
  const http = await served(smallAgency('wattle'));
  const closed = await createAgency(smallAgency('wattle'), {
    ...{ hubKey: (await readKeys(hubKeys)).publicJwk, linkageSecret, clock, log: pino({ level: 'silent' }) },
    policy: { now: async () => ({ kind: 'FAULTY', sentences: [] }) },
  });
  await http.close();
  const { line } = await dials(closed);
  await line.connected;
  expect(hub.connections.has('wattle')).toBe(true);
});

test('what a new agency serves is taken over; later differences are noted, and anything it serves less counts at once', async () => {
  const before = await row();
  if (before) await store.agencies.upsert({ ...before, contractVersion: notSeen, modules: [] });
  const first = await dials(await served(smallAgency('wattle')));
  await first.line.connected;
  expect(await row()).toMatchObject({ url: dialsIn, contractVersion, modules: ['housing'] });
  await first.line.stop();

  const older = await dials(await served(smallAgency('wattle', { contract: '1.0', modules: {} })));
  await older.line.connected;
  expect(await row()).toMatchObject({
    ...{ contractVersion, modules: ['housing'] },
    observed: { why: null, served: { contractVersion: '1.0', modules: [] } },
  });
});
