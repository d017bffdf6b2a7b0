import type { Store } from '@accord/server/store/Store';
import { agencyDatabases } from '../lib/AgencyDatabases.ts';
import { filedRows } from '../lib/attackedHub.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

// A hub caches the agencies and the vocabulary. A request that looks at people checks in the same statement whether the cache
// is current; any other request reads the revision separately. A change made elsewhere counts from the next question on, and no
// agency is asked on the strength of an outdated cache.

let server: TestServer;
let store: Store;
let hub: Partnership;
let stop = async () => {};
const sentTo: string[] = [];
/** How often the partnership's revision was read separately. */
let readAlone = 0;
/** Moves one minute with each question: an agency's status is cached for a quarter of that. */
let now = new Date('2026-11-21T23:00:00Z');

beforeAll(async () => {
  server = await testServer();
  const databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(filedRows());
  store = await server.freshStore();
  const { revision } = store.partnership;
  const watched: Store = {
    ...store,
    partnership: {
      revision: () => {
        readAlone += 1;
        return revision();
      },
    },
  };
  hub = await openPartnership({
    ...{ store: watched, mappings: databases.mappings, way: 'IN_PROCESS', now: () => now },
    disturb: (transport) => ({
      ...transport,
      send: (message) => {
        sentTo.push(message.agency);
        return transport.send(message);
      },
    }),
  });
  await fileFacts(store, {
    records: [
      { person: 'ada', agency: 'harbour', number: 1, handle: 'ada-1' },
      { person: 'ada', agency: 'wattle', number: 2, handle: 'ada-2' },
    ],
    consents: [
      {
        ...{ id: 'c1', subject: 'ada', recordedBy: 'harbour' },
        rule: { except: [{ agencies: ['harbour'], categories: ['IDENTITY', 'FV_RISK'] }] },
      },
    ],
  });
  stop = async () => {
    await hub.close();
    await databases.close();
  };
});
afterAll(async () => {
  await stop();
  await server?.stop();
});

type Asked = Readonly<{ as: TestUser; purpose?: string }>;

/** The answer, the agencies that were asked for it, and how often the revision was read separately. */
async function ask(query: string, by: Asked = { as: 'mara' }) {
  sentTo.length = 0;
  readAlone = 0;
  now = new Date(now.getTime() + 60_000);
  const { status, body } = await hub.ask({ ...by, query });
  const { data, errors } = JSON.parse(body);
  return { status, data, code: errors?.[0].extensions.code, asked: [...new Set(sentTo)].sort(), readAlone };
}

const oversight = { as: 'priya', purpose: 'QUALITY_IMPROVEMENT' } as const;
/** Questions that begin by looking at people, and disclose something of Ada's records. */
const looking = {
  'a client': '{ client(id: "ada") { records { agency { id } identity { name { family } } } } }',
  'a caseload': '{ caseload(of: AGENCY) { nodes { records { agency { id } identity { name { family } } } } } }',
  'an alert board': '{ alerts(of: AGENCY) { totalCount nodes { alert { code } } } }',
};
/** Questions that look at nobody before they ask an agency or return anything about one. */
const figures = '{ agency(id: "wattle") { figures { people { value } } } }';
const health = '{ agencies { id health { state } } }';
const others: Readonly<Record<string, Readonly<{ query: string; by: Asked }>>> = {
  'who I am': { query: '{ me { name agency { name } } }', by: { as: 'mara' } },
  'an agency’s figures': { query: figures, by: oversight },
  'how agencies do': { query: health, by: oversight },
};
const kept = async () => {
  for (const query of Object.values(looking)) await ask(query);
};

test.each(Object.entries(looking))(
  '%s: the statement that looks at people says whether the agencies are those on file',
  async (_, query) => {
    await kept();
    expect(await ask(query)).toMatchObject({ status: 200, code: undefined, readAlone: 0 });
  },
);

test.each(Object.entries(others))('%s: what looks at nobody reads the revision, once', async (_, { query, by }) => {
  await kept();
  expect(await ask(query, by)).toMatchObject({ status: 200, code: undefined, readAlone: 1 });
});

test.each(Object.entries(looking))(
  '%s: an agency that is suspended is not asked, and one that is reactivated is',
  async (_, query) => {
    await kept();
    const before = await ask(query);
    expect(before.asked).toContain('wattle');
    await store.agencies.setState('wattle', 'SUSPENDED');
    const suspended = await ask(query);
    await ask(query);
    await store.agencies.setState('wattle', 'ACTIVE');
    expect(suspended.asked).not.toContain('wattle');
    expect(await ask(query)).toMatchObject({ data: before.data, asked: before.asked });
  },
);

test('figures and health of an agency that was suspended are not asked for', async () => {
  for (const query of [figures, health]) {
    expect((await ask(query, oversight)).asked).toContain('wattle');
    await store.agencies.setState('wattle', 'SUSPENDED');
    expect((await ask(query, oversight)).asked).not.toContain('wattle');
    await store.agencies.setState('wattle', 'ACTIVE');
  }
});

test('no list reveals that an agency is suspended to somebody who may not know it about the agency', async () => {
  const lists = ['', '(state: [ACTIVE])', '(state: [SUSPENDED])', '(state: [SUSPENDED, REMOVED])'];
  const listed = async (by: Asked) => {
    const told: unknown[] = [];
    for (const states of lists) told.push((await ask(`{ agencies${states} { id state } }`, by)).data.agencies);
    return told;
  };
  const before = await listed({ as: 'mara' });
  await store.agencies.setState('wattle', 'SUSPENDED');
  const suspended = [await listed({ as: 'mara' }), await listed(oversight)] as const;
  await store.agencies.setState('wattle', 'ACTIVE');
  expect(suspended[0]).toEqual(before);
  expect(before[0]).toContainEqual({ id: 'wattle', state: null });
  expect(suspended[1].map((list) => JSON.stringify(list).includes('wattle'))).toEqual([false, false, true, true]);
});

test('a question that had to start again is no fault, and is not logged as one', async () => {
  const lists = '{ linkReview(of: AGENCY) { nodes { id } } }';
  await ask(lists);
  await store.agencies.setState('wattle', 'SUSPENDED');
  expect(await ask(lists)).toMatchObject({ status: 200, code: undefined });
  await store.agencies.setState('wattle', 'ACTIVE');
  expect(hub.logged()).not.toContain('hub fault');
});

test('people of a suspended agency are turned away from their next question on, and let in again when it is back', async () => {
  const questions = [
    ...Object.values(looking).map((query) => ({ query, by: { as: 'mara' } as const })),
    ...Object.values(others),
  ];
  for (const { query, by } of questions) {
    await kept();
    await store.agencies.setState('harbour', 'SUSPENDED');
    expect(await ask(query, by)).toMatchObject({ code: 'AGENCY_SUSPENDED', asked: [] });
    await store.agencies.setState('harbour', 'ACTIVE');
    expect(await ask(query, by)).toMatchObject({ status: 200, code: undefined });
  }
});

test('nor can they change anything', async () => {
  const withdraw = 'mutation { withdrawConsent(id: "c1") { consent { status } } }';
  const isWithdrawn = async () => (await store.consents.ofClient('ada')).map((one) => one.withdrawnAt !== null);
  await kept();
  await store.agencies.setState('harbour', 'SUSPENDED');
  expect(await ask(withdraw)).toMatchObject({ code: 'AGENCY_SUSPENDED' });
  expect(await isWithdrawn()).toEqual([false]);
  await store.agencies.setState('harbour', 'ACTIVE');
  expect(await ask(withdraw)).toMatchObject({ status: 200, code: undefined });
  expect(await isWithdrawn()).toEqual([true]);
});
