import { readDashboardOperations } from '@accord/dashboard/assets';
import { readOperations } from '@accord/server/http/readOperations';
import { Counts } from '@accord/server/metrics/Counts';
import { countedByName } from '@accord/server/metrics/operationsCounted';
import type { Store } from '@accord/server/store/Store';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour } from '../lib/adaAtHarbour.ts';
import { openPartnership, type Partnership, type Question } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// The ledger is never edited: whatever gets into it stays. Here a caller tries to get a client's name into it in every way that
// a request offers. Metrics are read by the people who run the machines, and contain even less.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let databases: AgencyDatabases;
let partnership: Partnership;
let store: Store;
let counts: Counts;

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(adaAtHarbour);
  store = await server.freshStore();
  counts = new Counts(store.poolState);
  partnership = await openPartnership({ store, mappings: databases.mappings, way: 'HTTP', now, counts });
  await putOnFile(store, { people: { p1: { harbour: 1 } } });
});
afterAll(async () => {
  await partnership.close();
  await databases.close();
  await server.stop();
});

const view = '{ client(id: "p1") { name { family } records { agency { id } } } }';

test.each([
  ['the name of an operation', { query: `query AdaBrook ${view}`, operationName: 'AdaBrook' }],
  ['a comment', { query: `# Ada Brook, born 1990-02-03\nquery ${view}` }],
  ['an alias', { query: '{ AdaBrook: client(id: "p1") { Brook: name { Ada: family } } }' }],
  ['the name of a variable', { query: 'query ($AdaBrook: ID!) { client(id: $AdaBrook) { name { family } } }' }],
  [
    'the name of a fragment',
    { query: '{ client(id: "p1") { ...AdaBrook } } fragment AdaBrook on Client { name { family } }' },
  ],
])('%s does not get into the ledger', async (_where, body) => {
  const before = (await store.ledger.head()).seq;
  const variables = { AdaBrook: 'p1', client: 'Ada Brook' };
  expect((await partnership.ask({ as: 'mara', ...body, variables })).body).toContain('Brook');
  const [entry, ...others] = await store.ledger.read({ after: before, first: 10 });
  expect(others).toEqual([]);
  expect(entry?.operation).toMatch(/^[0-9a-f]{16}$/);
  // Digests are hexadecimal and may happen to spell anything; the test below checks where they are.
  expect(JSON.stringify(entry).replace(/\b[0-9a-f-]{16,}\b/g, '')).not.toMatch(/ada|brook|1990/i);
});

test('every part of an entry is an id, a code or a digest', async () => {
  const before = (await store.ledger.head()).seq;
  await partnership.ask({ as: 'mara', documentId: 'client-view', variables: { client: 'p1' } });
  const [entry] = await store.ledger.read({ after: before, first: 1 });
  expect(entry).toEqual({
    ...{ seq: before + 1, at: now(), requester: 'mara', role: 'PRACTITIONER', requesterAgency: 'harbour' },
    ...{ purpose: 'SERVICE_COORDINATION', clientId: 'p1', handle: 'p1-1', agencyId: 'harbour', basis: ['OWN_RECORD'] },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    categories: expect.arrayContaining(['IDENTITY', 'SERVICE_USE']),
    operation: expect.stringMatching(/^client-view [0-9a-f]{16}$/),
    ...{ prevHash: expect.stringMatching(/^[0-9a-f]{64}$/), hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

/** Every label that our metrics may have, and its possible values, whoever asks what. */
const sayable: Readonly<Record<string, RegExp>> = {
  operation: /^(change|other|client-view|caseload|partnership)$/,
  status: /^[1-5]\d\d$/,
  agency: /^(harbour|wattle|kestrel)$/,
  failure: /^[A-Z_]+$/,
  outcome: /^(WRITTEN|EPOCH_MOVED|FAILED)$/,
  state: /^[A-Z_]+$/,
  le: /^(\d+(\.\d+)?|\+Inf)$/,
};

test('metrics contain nothing of who asked, about whom, as what or why, whatever was asked by whom', async () => {
  const asked: readonly Question[] = [
    { as: 'mara', documentId: 'client-view', variables: { client: 'p1' } },
    { as: 'mara', documentId: 'caseload' },
    { as: 'priya', purpose: 'EVALUATION', documentId: 'partnership' },
    { as: 'ada', documentId: 'my-record' },
    { as: 'mara', documentId: 'Ada Brook' },
    { as: 'mara', purpose: 'EMERGENCY', documentId: 'emergency-access', variables: { glass: { client: 'p1' } } },
    {
      as: 'mara',
      query: 'query AdaBrook { AdaBrook: client(id: "p1") { name { family } } }',
    },
  ];
  for (const question of asked) await partnership.ask(question);
  const ours = (await counts.text()).match(/^accord_.*$/gm) ?? [];
  const words = ours.flatMap((line) =>
    [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', word = '']) => ({ name, word })),
  );
  expect(words.length).toBeGreaterThan(50);
  expect(words.filter(({ name, word }) => !sayable[name]?.test(word))).toEqual([]);
  expect(ours).toContainEqual(expect.stringMatching(/^accord_requests_total{operation="change",status="\d+"} 1$/));
});

test('the metrics name only operations of the hub or the dashboard, and never a mutation', () => {
  const operations = [...readOperations(), ...readDashboardOperations()];
  const named = operations.filter(({ name }) => countedByName.has(name.split('.')[0] ?? ''));
  expect(new Set(named.map(({ name }) => name.split('.')[0]))).toEqual(countedByName);
  expect(named.filter(({ document }) => /\bmutation\b/.test(document))).toEqual([]);
});
