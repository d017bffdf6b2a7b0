import type { Incoming, Transport } from '@accord/server/exchange/Transport';
import { Counts } from '@accord/server/metrics/Counts';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour } from '../lib/adaAtHarbour.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import { openPartnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// One agency's failure stays that agency's. Wattle errs in every way; Harbour's data still arrive, and nothing unpermitted
// passes.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let databases: AgencyDatabases;

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold({
    ...adaAtHarbour,
    wattle: {
      TBL_PERS: [{ PRS_NO: 2, ...adaAtWattle }],
    },
  });
});
afterAll(async () => {
  await databases.close();
  await server.stop();
});

const answered = (body: string, status = 200): Incoming => ({ kind: 'ANSWERED', status, body });
const entities = (...list: readonly unknown[]): Incoming => answered(JSON.stringify({ data: { _entities: list } }));
const secret = '2 Hidden Rd';

test.each<readonly [string, () => Promise<Incoming>, string]>([
  ['is down', async () => ({ kind: 'UNREACHABLE' }), 'UNREACHABLE'],
  ['is slow', async () => ({ kind: 'TIMED_OUT' }), 'TIMED_OUT'],
  ['sends garbage', async () => answered('<html>'), 'INVALID'],
  ['is busy', async () => answered(secret, 503), 'UNREACHABLE'],
  ['was asked too often', async () => answered(secret, 429), 'UNREACHABLE'],
  ['answers 500', async () => answered(secret, 500), 'INVALID'],
  [
    'sends more records than asked',
    async () => entities({ _accord_id: '2' }, { _accord_id: '7', address: { line: secret } }),
    'INVALID',
  ],
  ["sends another's id", async () => entities({ _accord_id: '7', identity: { name: { family: secret } } }), 'INVALID'],
  [
    'sends fields that are not permitted',
    async () => entities({ _accord_id: '2', address: { line: secret }, alerts: [] }),
    'INVALID',
  ],
  [
    'sends items that are not permitted',
    async () => entities({ _accord_id: '2', alerts: [{ _accord_about: ['LEGAL'], text: secret }, { text: secret }] }),
    'INVALID',
  ],
  [
    'puts personal data into its errors',
    async () => answered(JSON.stringify({ data: { _entities: [{ _accord_id: '2' }] }, errors: [{ message: secret }] })),
    'PARTIAL',
  ],
])('an agency that %s costs nobody else an answer', async (_how, answer, state) => {
  const store = await server.freshStore();
  const disturb = (transport: Transport): Transport => ({
    ...transport,
    send: (outgoing) => (outgoing.agency === 'wattle' ? answer() : transport.send(outgoing)),
  });
  const counts = new Counts(store.poolState);
  const parts = { store, mappings: databases.mappings, now, disturb, counts };
  const partnership = await openPartnership({ ...parts, way: 'IN_PROCESS' });
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 2 } },
    consents: [
      {
        id: 'c1',
        subject: 'ada',
        rule: { except: [{ agencies: ['harbour'], categories: ['SERVICE_USE', 'FV_RISK'] }] },
      },
    ],
  });
  const query = '{ client(id: "ada") { records { identity { name { family } } address { line } alerts { text } } } }';
  const { status, body } = await partnership.ask({ as: 'mara', query });
  expect(status).toBe(200);
  expect(body).toContain('Brook');
  expect(body).not.toContain(secret);
  expect(partnership.logged()).not.toContain(secret);
  expect(JSON.parse(body).extensions.sources).toEqual([{ agency: { id: 'wattle', name: 'Wattle' }, state }]);
  const missing = (await counts.text()).match(/^accord_agency_missing_total{.*$/gm);
  expect(missing).toEqual([`accord_agency_missing_total{agency="wattle",state="${state}"} 1`]);
  await partnership.close();
});

test('an agency that fails is named to those who may know it as a source about one of these people, and to nobody else', async () => {
  const store = await server.freshStore();
  let answer: Incoming = { kind: 'UNREACHABLE' };
  const disturb = (transport: Transport): Transport => ({
    ...transport,
    send: async (outgoing) => (outgoing.agency === 'wattle' ? answer : transport.send(outgoing)),
  });
  const partnership = await openPartnership({ store, mappings: databases.mappings, way: 'IN_PROCESS', now, disturb });
  const to = (...categories: readonly string[]) => ({ except: [{ agencies: ['harbour'], categories }] });
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 2 }, bob: { harbour: 1_000, wattle: 4 } },
    consents: [
      { id: 'c1', subject: 'ada', rule: to('IDENTITY') },
      { id: 'c2', subject: 'bob', rule: to('IDENTITY', 'SERVICE_USE') },
    ],
  });
  const records = 'records { identity { name { family } } }';
  const sources = async (query: string) => {
    const { body } = await partnership.ask({ as: 'mara', query });
    return JSON.parse(body).extensions.sources;
  };
  const ofAda = `{ client(id: "ada") { ${records} } }`;
  expect(await sources(ofAda)).toEqual([{ agency: null, state: 'UNAVAILABLE' }]);
  const named = { agency: { id: 'wattle', name: 'Wattle' }, state: 'UNREACHABLE' };
  expect(await sources(`{ client(id: "bob") { ${records} } }`)).toEqual([named]);
  // The name alone would reveal that Ada's missing data come from the same agency.
  expect(await sources(`{ caseload(of: AGENCY) { nodes { ${records} } } }`)).toEqual([
    named,
    { agency: null, state: 'UNAVAILABLE' },
  ]);
  answer = entities({ _accord_id: '2', identity: { name: { family: 7 } } });
  expect(await sources(ofAda)).toEqual([{ agency: null, state: 'UNAVAILABLE' }]);
  await partnership.close();
});

test('what cannot be written to the ledger is not released', async () => {
  const store = await server.freshStore();
  const append = async (): Promise<never> => {
    throw new Error('disk full');
  };
  const partnership = await openPartnership({
    store: { ...store, ledger: { ...store.ledger, append } },
    mappings: databases.mappings,
    way: 'IN_PROCESS',
    now,
  });
  await putOnFile(store, { people: { ada: { harbour: 1 } } });
  const { status, body } = await partnership.ask({ as: 'mara', query: '{ client(id: "ada") { name { family } } }' });
  expect(status).toBe(503);
  expect(body).toContain('LEDGER_UNAVAILABLE');
  expect(body).not.toContain('Brook');
  await partnership.close();
});
