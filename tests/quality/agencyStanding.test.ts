import { dialsIn } from '@accord/contract/dialsIn';
import { contractVersion as newest } from '@accord/contract/subgraphs';
import type { Outgoing, Transport } from '@accord/server/exchange/Transport';
import type { Store } from '@accord/server/store/Store';
import { decodeJwt } from 'jose';
import type { Data } from '../lib/Data.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

let server: TestServer;
let store: Store;
let partnership: Partnership;
let now = new Date('2026-11-21T23:00:00Z');
let sent: Outgoing[] = [];
/** What disturbs the path between the hub and each agency. */
let trouble: Readonly<Record<string, 'SLOW' | 'DOWN' | 'REFUSES'>> = {};

const disturb = (transport: Transport): Transport => ({
  ...transport,
  send: async (outgoing) => {
    sent.push(outgoing);
    const how = trouble[outgoing.agency];
    if (how === 'DOWN') return { kind: 'UNREACHABLE' };
    if (how === 'REFUSES') return transport.send({ ...outgoing, permit: 'another' });
    if (how === 'SLOW') await new Promise((resolve) => setTimeout(resolve, 1_100));
    return transport.send(outgoing);
  },
});

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const mappings = [smallAgency('harbour'), smallAgency('kestrel'), smallAgency('wattle', { contract: '1.0' })];
  partnership = await openPartnership({ store, mappings, way: 'HTTP', now: () => now, disturb });
  await putOnFile(store, { people: { ada: { harbour: 1, kestrel: 1 } } });
});
beforeEach(() => {
  sent = [];
  trouble = {};
  // Moves past the lifetime of everything that was cached.
  now = new Date(now.getTime() + 3_600_000);
});
afterAll(async () => {
  await partnership.close();
  await server.stop();
});

const fields = 'id state contractVersion reach lastSyncedAt health { state checkedAt }';
async function agencies(as: TestUser, purpose: string, asked = ''): Promise<Data> {
  const { data, errors } = JSON.parse(
    (await partnership.ask({ as, purpose, query: `{ agencies${asked} { ${fields} } }` })).body,
  );
  expect(errors).toBeUndefined();
  return Object.fromEntries(data.agencies.map(({ id, ...agency }: Data) => [id, agency]));
}
const healthOf = async (): Promise<Data> =>
  Object.fromEntries(
    Object.entries(await agencies('priya', 'EVALUATION')).map(([id, { health }]: Data) => [id, health.state]),
  );
const nothing = { state: null, contractVersion: null, reach: null, lastSyncedAt: null, health: null };

test('those who answer for quality see how every agency is doing', async () => {
  const synced = new Date('2026-11-20T10:00:00Z');
  await store.agencies.synced('kestrel', synced);
  const health = { state: 'OK', checkedAt: now.toISOString() };
  const usual = { state: 'ACTIVE', reach: 'HTTP', lastSyncedAt: null, health };
  for (const [as, purpose] of [
    ['lena', 'QUALITY_IMPROVEMENT'],
    ['priya', 'EVALUATION'],
    ['eve', 'ADMINISTRATION'],
    ['cora', 'QUALITY_IMPROVEMENT'],
  ] as const)
    expect(await agencies(as, purpose)).toEqual({
      harbour: { ...usual, contractVersion: newest },
      kestrel: { ...usual, contractVersion: newest, lastSyncedAt: synced.toISOString() },
      wattle: { ...usual, contractVersion: '1.0' },
    });
});

test('others see how their own agency is doing, a client sees none, and no agency is asked for them', async () => {
  const told = await agencies('mara', 'SERVICE_COORDINATION');
  expect(told.harbour).toMatchObject({ state: 'ACTIVE', health: { state: 'OK' } });
  expect([told.kestrel, told.wattle]).toEqual([nothing, nothing]);
  // A lead who asks about clients counts as a worker.
  expect((await agencies('lena', 'SERVICE_COORDINATION')).kestrel).toEqual(nothing);
  expect(sent.map(({ agency }) => agency)).toEqual(['harbour']);
  const ofClient = await agencies('ada', 'CLIENT_ACCESS');
  expect(Object.values(ofClient)).toEqual([nothing, nothing, nothing]);
});

test('an agency that is slow, away, or refuses the permit is reported as such', async () => {
  trouble = { harbour: 'REFUSES', kestrel: 'SLOW', wattle: 'DOWN' };
  expect(await healthOf()).toEqual({ harbour: 'NOT_ANSWERING', kestrel: 'SLOW', wattle: 'NOT_ANSWERING' });
});

test('one answer serves everybody for 15 seconds, and then the agency is asked again', async () => {
  const begun = now;
  await Promise.all([healthOf(), healthOf(), agencies('cora', 'QUALITY_IMPROVEMENT')]);
  expect(sent.map(({ agency }) => agency).sort()).toEqual(['harbour', 'kestrel', 'wattle']);
  trouble = { kestrel: 'DOWN' };
  now = new Date(begun.getTime() + 14_000);
  const { kestrel } = await agencies('priya', 'EVALUATION');
  expect(kestrel.health).toEqual({ state: 'OK', checkedAt: begun.toISOString() });
  now = new Date(begun.getTime() + 15_000);
  expect((await healthOf()).kestrel).toBe('NOT_ANSWERING');
  expect(sent).toHaveLength(6);
});

test('the request to the agency is about nobody, whoever asks and whatever they asked before', async () => {
  await partnership.ask({ as: 'mara', query: '{ client(id: "ada") { records { id } name { family } } }' });
  const asked = sent.length;
  await healthOf();
  expect(sent).toHaveLength(asked + 3);
  for (const { permit, body, path } of sent.slice(asked)) {
    expect(path).toBe('/graphql');
    expect(JSON.parse(body).variables).toEqual({ representations: [] });
    expect(decodeJwt(permit)).toMatchObject({ releases: [], figures: false });
    expect(permit).not.toContain('priya');
  }
});

test('a question about a client asks no agency how it is doing', async () => {
  await partnership.ask({ as: 'mara', query: '{ client(id: "ada") { records { agency { id name } } } }' });
  expect(sent.filter(({ body }) => JSON.parse(body).variables.representations.length === 0)).toEqual([]);
});

test('a suspended agency is listed if it is asked for, and is not asked how it is doing; one that dials is marked so', async () => {
  const [row] = (await store.agencies.all()).filter(({ id }) => id === 'wattle');
  if (!row) throw new Error('Wattle is on file.');
  await store.agencies.setState('wattle', 'SUSPENDED');
  await store.agencies.upsert({ ...row, id: 'heron', name: 'Heron', url: dialsIn });
  const told = await agencies('priya', 'EVALUATION', '(state: [SUSPENDED, REMOVED])');
  expect(told).toEqual({
    wattle: { state: 'SUSPENDED', contractVersion: '1.0', reach: 'HTTP', lastSyncedAt: null, health: null },
  });
  const active = await agencies('priya', 'EVALUATION');
  expect(Object.keys(active)).toEqual(['harbour', 'heron', 'kestrel']);
  expect(active.heron).toMatchObject({ reach: 'DIALS_IN', health: { state: 'NOT_ANSWERING' } });
  await store.agencies.setState('wattle', 'ACTIVE');
  await store.agencies.remove('heron', now);
});
