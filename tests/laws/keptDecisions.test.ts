import { auVic } from '@accord/consent/auVic';
import { categoriesOf } from '@accord/consent/categoriesOf';
import type { Transport } from '@accord/server/exchange/Transport';
import { createHub, type Hub } from '@accord/server/hub';
import { readKeys } from '@accord/server/keys';
import { usualLimits } from '@accord/server/limits/Limits';
import type { AgencyState } from '@accord/server/store/agencies';
import type { Store } from '@accord/server/store/Store';
import { pino } from 'pino';
import { executorUnderTest } from '../lib/executorUnderTest.mjs';
import { hubKeys } from '../lib/openAgencies.ts';
import { patienceMs } from '../lib/patience.ts';
import { type ConsentFact, fileFacts, type HubFacts, type SaidFact } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import { type TestUser, userVerifier } from '../lib/users.ts';

// Two replicas cache their decisions. Each thing a decision depends on is changed right after both have answered from their
// caches: the next answer of each must follow the change.

const zero = new Date('2026-11-21T23:00:00Z');
const minutes = (count: number) => new Date(zero.getTime() + count * 60_000);
let clock = zero;
let server: TestServer;
let store: Store;
let hubs: readonly Hub[] = [];
/** How many people have so far been found unchanged since they were cached. */
let asKnown = 0;

const nobodyAnswers: Transport = { send: async () => ({ kind: 'UNREACHABLE' }), close: async () => {} };

const putAgency = (id: string, entity: readonly string[] = ['ISE'], state: AgencyState = 'ACTIVE') =>
  store.agencies.upsert({
    ...{ id, entity, state, name: id, kind: 'TEST', url: `in-process:${id}`, publicKey: null },
    ...{ contractVersion: '1.0', modules: [], joinedAt: zero },
  });

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const watched: Store = {
    ...store,
    clients: {
      ...store.clients,
      look: async (...asked) => {
        const seen = await store.clients.look(...asked);
        asKnown += seen.people.filter(({ whole }) => whole === null).length;
        return seen;
      },
    },
  };
  const parts = {
    ...{ keys: await readKeys(hubKeys), profile: auVic, verifyToken: userVerifier, transport: nobodyAnswers },
    ...{
      clock: () => clock,
      log: pino({ level: 'silent' }),
      deadlineMs: patienceMs,
      development: false,
      operations: [],
    },
    ...{ limits: { ...usualLimits, ratePerMinute: 100_000, addressRatePerMinute: 100_000 }, trustedProxies: [] },
  };
  hubs = [
    await createHub({ ...parts, store: watched, executor: executorUnderTest }),
    await createHub({ ...parts, store: watched, executor: executorUnderTest }),
  ];
});
afterAll(async () => {
  for (const hub of hubs) await hub.stop();
  await server?.stop();
});

const records = [
  { person: 'ada', agency: 'wattle', number: 1, handle: 'ada-1' },
  { person: 'bob', agency: 'wattle', number: 2, handle: 'bob-1' },
  { person: 'cai', agency: 'harbour', number: 3, handle: 'cai-1' },
  { person: 'dee', agency: 'kestrel', number: 4, handle: 'dee-1' },
];

async function begin(facts: Omit<HubFacts, 'records'> = {}): Promise<void> {
  clock = zero;
  await server.forgetEverybody();
  for (const id of ['harbour', 'wattle', 'kestrel']) await putAgency(id);
  await fileFacts(store, { records, ...facts });
}

const yes = (id: string, categories: readonly string[], more: Partial<ConsentFact> = {}): ConsentFact => ({
  ...{ id, subject: 'ada', rule: { except: [{ agencies: ['harbour'], categories }] } },
  ...more,
});
const put = (id: string, categories: readonly string[], more: Partial<ConsentFact> = {}) =>
  fileFacts(store, { records: [], consents: [yes(id, categories, more)] });
const word = { by: 'test', reason: 'test', at: zero };
const end = { by: 'test', why: 'test', at: zero };

type Asker = Readonly<{ as?: TestUser; purpose?: string }>;

/** For every record of Ada's that may be disclosed, the categories that may be. */
async function toldBy(hub: Hub, { as = 'mara', purpose = 'SERVICE_COORDINATION' }: Asker): Promise<readonly string[]> {
  const { body } = await hub.http.inject({
    ...{ method: 'POST', url: '/graphql' },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${as}`, 'x-accord-purpose': purpose },
    payload: { query: '{ client(id: "ada") { records { id } withheld { record { id } category } } }' },
  });
  const { client } = JSON.parse(body).data;
  const withheld = new Set(
    client?.withheld.map(({ record, category }: { record: { id: string }; category: string }) => record.id + category),
  );
  return (client?.records ?? []).flatMap(({ id }: { id: string }) =>
    categoriesOf(auVic)
      .filter((kind) => !withheld.has(id + kind))
      .map((kind) => (id === 'ada-1' ? kind : `${id} ${kind}`)),
  );
}

/** Asks both replicas twice and expects the same from each; the second answer comes from the cache. */
async function see(expected: readonly string[], asker: Asker = {}): Promise<void> {
  for (const hub of hubs) {
    expect(await toldBy(hub, asker)).toEqual(expected);
    const before = asKnown;
    expect(await toldBy(hub, asker)).toEqual(expected);
    expect(asKnown).toBe(before + 1);
  }
}

const protecting = { purpose: 'FV_PROTECTION' };
const inEmergency = { purpose: 'EMERGENCY' };
const everything = async (asker: Asker): Promise<readonly string[]> => {
  const [hub] = hubs;
  const told = hub ? await toldBy(hub, asker) : [];
  expect(told.length).toBeGreaterThan(3);
  return told;
};
const childOf = (person: string, adultOn = '2030-01-01'): readonly SaidFact[] => [
  { id: 'age', person: 'ada', fact: 'STANDING', body: { adultOn, matureMinor: false } },
  { id: 'parent', person: 'ada', fact: 'PROXY', body: { person, capacity: 'parent' } },
];
const saidBy = async (person: string, capacity: 'parent' | 'guardian') => {
  const body = { ...{ base: 'deny', effective: { from: '2026-01-01' }, givenBy: { person, capacity } } };
  await store.consents.record({
    ...{
      id: 'c1',
      clientId: 'ada',
      status: 'active',
      recordedByAgency: 'wattle',
      recordedBy: 'test',
      recordedAt: zero,
    },
    ...{ withdrawnAt: null, withdrawnBy: null, words: null, language: 'English' },
    body: {
      ...body,
      rule: { except: [{ categories: ['HOUSING'] }] },
      evidence: { kind: 'signed', noticeVersion: '1', language: 'English' },
    },
  });
};

test('a consent that is given, narrowed, refused or withdrawn counts from the next question on', async () => {
  await begin();
  await see([]);
  await put('c1', ['HOUSING', 'FINANCE']);
  await see(['HOUSING', 'FINANCE']);
  await put('c2', ['HOUSING'], { supersedes: ['c1'] });
  await see(['HOUSING']);
  await put('c3', ['FINANCE']);
  await see(['HOUSING', 'FINANCE']);
  await store.consents.withdraw('c2', 'test', zero);
  await see(['FINANCE']);
  await put('no', ['FINANCE'], { status: 'refused', rule: {} });
  await see([]);
});

test('what begins and ends by the clock does so while it is cached, and does not end early by a clock that is behind', async () => {
  const effective = { from: minutes(10).toISOString(), to: minutes(20).toISOString() };
  const period = { from: minutes(12).toISOString(), to: minutes(18).toISOString() };
  const inIt = { except: [{ categories: ['FINANCE'], period }] };
  await begin({
    consents: [yes('c1', ['HOUSING'], { effective }), yes('c2', [], { rule: inIt })],
    said: [
      {
        ...{ id: 'b1', person: 'ada', fact: 'LEGAL_BASIS' },
        body: { kind: 'SERIOUS_THREAT', assertedBy: 'tom', categories: ['ADDRESS'], reason: 'x', period },
      },
    ],
  });
  for (const [at, expected] of [
    [9, []],
    [10, ['HOUSING']],
    [11, ['HOUSING']],
    [12, ['HOUSING', 'FINANCE']],
    [11, ['HOUSING']],
    [18, ['HOUSING']],
    [20, []],
    [19, ['HOUSING']],
  ] as const) {
    clock = minutes(at);
    await see(expected);
    const lawful = at >= 12 && at < 18 ? ['ADDRESS'] : [];
    await see([...lawful, ...expected].sort(inOrder), inEmergency);
  }
});
const inOrder = (a: string, b: string) => categoriesOf(auVic).indexOf(a) - categoriesOf(auVic).indexOf(b);

test('a block closes from the next question on, until it is lifted', async () => {
  await begin({ consents: [yes('c1', ['HOUSING', 'FINANCE'])] });
  await see(['HOUSING', 'FINANCE']);
  await fileFacts(store, { records: [], blocks: [{ id: 'b1', person: 'ada', categories: ['FINANCE'] }] });
  await see(['HOUSING']);
  await store.facts.end('b1', end);
  await see(['HOUSING', 'FINANCE']);
});

test('a block against somebody takes effect as soon as one’s agency works with them, under whatever id', async () => {
  await begin({ consents: [yes('c1', ['HOUSING'])], blocks: [{ id: 'b1', person: 'ada', against: ['bob', 'dee'] }] });
  await see(['HOUSING']);
  const link = (clientId: string) =>
    store.links.link([{ handle: 'cai-1', clientId, kind: 'CONFIRMED', decidedBy: 'test', reason: 'test', at: zero }]);
  await link('bob');
  await see([]);
  await link('cai');
  await see(['HOUSING']);
  await store.links.merge({ from: 'dee', into: 'cai' }, word);
  await see([]);
  await store.links.separate('dee-1', word);
  await see(['HOUSING']);
  await store.links.putBatch({
    ...{ agencyId: 'harbour', at: zero },
    records: [{ number: '5', handle: 'dee-2', slk: null, dobAccuracy: null, worker: null, open: false }],
  });
  await store.links.link([
    { handle: 'dee-2', clientId: 'dee', kind: 'CONFIRMED', decidedBy: 'test', reason: 'test', at: zero },
  ]);
  await see([]);
});

test('a proxy speaks for a person until that ends, or the person comes of age', async () => {
  await begin({ said: childOf('bob', '2026-11-23') });
  await saidBy('bob', 'parent');
  await see(['HOUSING']);
  await store.facts.end('parent', end);
  await see([]);
  await begin({ said: childOf('bob', '2026-11-23') });
  await saidBy('bob', 'parent');
  await see(['HOUSING']);
  const asAChild = await everything(protecting);
  await see(asAChild, protecting);
  clock = new Date('2026-11-22T13:00:00Z');
  await see([]);
  await see([], protecting);
  clock = new Date('2026-11-22T12:59:59Z');
  await see(['HOUSING']);
  const to = minutes(5).toISOString();
  const guardian = { person: 'bob', capacity: 'guardian', scope: ['information'], to };
  await begin({ said: [{ id: 'guardian', person: 'ada', fact: 'PROXY', body: guardian }] });
  await saidBy('bob', 'guardian');
  await see(['HOUSING']);
  clock = minutes(5);
  await see([]);
});

test('a proxy loses that role by what is said about them, under whatever id', async () => {
  const uses = { fact: 'ROLE', body: { role: 'PERSON_USING_VIOLENCE', reason: 'x' } } as const;
  await begin({ said: [...childOf('bob'), { id: 'r1', person: 'cai', ...uses }] });
  await saidBy('bob', 'parent');
  await see(['HOUSING']);
  await store.links.merge({ from: 'bob', into: 'cai' }, word);
  await see([]);
  await store.links.separate('bob-1', word);
  await see(['HOUSING']);
  await fileFacts(store, { records: [], said: [{ id: 'r2', person: 'bob', ...uses }] });
  await see([]);
});

test('what the law calls a person counts from the next question on', async () => {
  await begin();
  await see([], protecting);
  const role = (id: string, called: string) =>
    fileFacts(store, {
      records: [],
      said: [{ id, person: 'ada', fact: 'ROLE', body: { role: called, reason: 'x' } }],
    });
  await role('r1', 'PERSON_USING_VIOLENCE');
  const told = await everything(protecting);
  await see(told, protecting);
  await role('r2', 'VICTIM_SURVIVOR');
  await see([], protecting);
  await store.facts.end('r2', end);
  await see(told, protecting);
  // The law applies to the agencies it names and not to volunteers; nobody gets what was cached for somebody else.
  await see([], { as: 'vera', ...protecting });
  await see([]);
  await putAgency('harbour', []);
  await see([], protecting);
});

test('a record that is linked, taken out or merged counts from the next question on', async () => {
  const all = { id: 'c1', subject: 'ada', rule: { except: [{ categories: ['HOUSING'] }] } };
  await begin({ consents: [all] });
  await see(['HOUSING']);
  await store.links.merge({ from: 'dee', into: 'ada' }, word);
  await see(['HOUSING', 'dee-1 HOUSING']);
  await store.links.separate('dee-1', word);
  await see(['HOUSING']);
  await store.links.putBatch({ agencyId: 'wattle', records: [], removed: ['1'], at: zero });
  await see([]);
  // Dee's file is now as old as Ada's was and has changed as often.
  await begin({ consents: [all] });
  await see(['HOUSING']);
  await store.links.merge({ from: 'ada', into: 'dee' }, word);
  await see(['HOUSING', 'dee-1 HOUSING']);
});

test('a suspended agency is not shown from the next question on, and one that comes back is', async () => {
  await begin({ consents: [yes('c1', ['HOUSING'])] });
  await see(['HOUSING']);
  await store.agencies.setState('wattle', 'SUSPENDED');
  await see([]);
  await store.agencies.setState('wattle', 'ACTIVE');
  await see(['HOUSING']);
});

test('emergency access opens at once, and ends when it is given up or its time has run out', async () => {
  await begin();
  await see([], inEmergency);
  const take = async (id: string) => {
    const [ada] = await store.clients.open(['ada']);
    const what = { purpose: 'EMERGENCY', reason: 'x', categories: ['HEALTH'], handles: ['ada-1'], grave: false };
    const by = { clientId: 'ada', agencyId: 'harbour', brokenBy: 'mara' };
    await store.glass.put({ id, ...by, ...what, at: clock, until: minutes(15) }, ada?.epoch ?? -1, []);
  };
  await take('g1');
  await see(['HEALTH'], inEmergency);
  await see([], { as: 'lena', ...inEmergency });
  await see([]);
  await store.glass.end({ id: 'g1', clientId: 'ada' }, clock);
  await see([], inEmergency);
  await take('g2');
  await see(['HEALTH'], inEmergency);
  clock = minutes(15);
  await see([], inEmergency);
});

test('a new person, or one whose file was restored, is not taken for the one that was known before', async () => {
  await begin({ consents: [yes('c1', ['HOUSING'])] });
  await see(['HOUSING']);
  // The same number of changes, so the same epoch.
  await begin({ consents: [yes('c1', ['FINANCE'])] });
  await see(['FINANCE']);
});
