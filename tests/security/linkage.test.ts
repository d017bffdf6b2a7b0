import { randomUUID } from 'node:crypto';
import { mintPermit, seal, signingKey } from '@accord/contract/permit';
import { encodePerson, encodeSearch } from '@accord/kit/sync/encodePerson';
import { defaultSchema } from '@accord/linkage/defaultSchema';
import { schemaHash } from '@accord/linkage/schemaHash';
import type { Transport } from '@accord/server/exchange/Transport';
import { createKeys, type KeptKeys, readKeys } from '@accord/server/keys';
import { type AttackedHub, attackedHub, codesIn } from '../lib/attackedHub.ts';
import { hubKeys, linkageSecret } from '../lib/openAgencies.ts';

// A partner agency has the linkage secret, so it can compute the key of anybody whose details it knows. Bob is known at Wattle
// and nowhere else. Whatever Harbour does with his key, it must learn no more than from the key of somebody whom nobody knows.

const keyOf = (given: string): string | null =>
  encodePerson({ given, family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' }, linkageSecret);
const known = keyOf('Bob');
const unknown = keyOf('Zed');

/** What Harbour's own encoder answers when a test makes it lie. */
let lie: string | null | undefined;
const lying = (transport: Transport): Transport => ({
  ...transport,
  send: async (outgoing) =>
    lie !== undefined && outgoing.path === '/linkage/encode'
      ? { kind: 'ANSWERED', status: 200, body: JSON.stringify({ key: lie }) }
      : transport.send(outgoing),
});

let hub: AttackedHub;
let harbourKeys: KeptKeys;
beforeAll(async () => {
  hub = await attackedHub({ disturb: lying });
  harbourKeys = await createKeys();
  for (const [agency, keys] of [
    ['harbour', harbourKeys],
    ['wattle', await createKeys()],
  ] as const) {
    const partner = (await hub.store.agencies.all()).find(({ id }) => id === agency);
    const { publicJwk } = await readKeys(keys);
    if (partner) await hub.store.agencies.upsert({ ...partner, publicKey: { ...publicJwk } });
  }
});
afterAll(() => hub.stop());
afterEach(async () => {
  lie = undefined;
  await announce([{ number: '1', slk: null }]);
  for (const number of ['4', '901', '902', '903']) await forgetAnnounced(number);
});

const ofBob = '{ client(id: "bob") { id } }';

type Announced = Readonly<{ number: string; slk: string | null } & Record<string, unknown>>;

/** Announces records sealed with Harbour's key, as its own program would. */
async function announce(records: readonly Announced[], more: Readonly<Record<string, unknown>> = {}) {
  const body = JSON.stringify({
    ...{ agency: 'harbour', schemaHash: schemaHash(defaultSchema), keyEpoch: 1 },
    records: records.map((record) => ({
      ...{ dobAccuracy: 'EXACT', worker: 'mara', open: true, clk: null, aliases: [], parts: 0, sexCode: null },
      ...record,
    })),
    ...more,
  });
  const { permit: key } = await readKeys(harbourKeys);
  const token = await seal({ agency: 'harbour', body, key, now: Math.floor(Date.now() / 1000) });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${hub.url}/linkage/batches`, { method: 'POST', headers, body });
  const told = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers: told, body: await response.text() };
}

/** Everything that a worker at Harbour can ask about people. Random ids are replaced with their position in the answer. */
async function askedOfEverybody(given: string) {
  const query = `query ($match: ClientMatch!) {
    findClients(match: $match) { ...C }
    caseload(of: AGENCY) { nodes { ...C } pageInfo { hasNextPage } }
    alerts(of: AGENCY) { totalCount complete } }
    fragment C on Client { id records { id agency { id } identity { name { given } } } withheld { category record { id } }
      consents { id } name { given } }`;
  const match = { given, family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' };
  const { status, body } = await hub.ask({ as: 'mara', query, variables: { match } });
  expect(status).toBe(200);
  expect(codesIn(body)).toEqual([]);
  const seen: string[] = [];
  const placed = body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => {
    if (!seen.includes(id)) seen.push(id);
    return `#${seen.indexOf(id)}`;
  });
  const { data } = JSON.parse(placed);
  // A caseload is sorted by id, and these ids are random.
  data.caseload.nodes.sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1));
  return data;
}

const forgetAnnounced = (number: string) =>
  hub.store.links.putBatch({ agencyId: 'harbour', records: [], removed: [number], at: new Date() });

test('an agency that announces a record with somebody else’s key is answered, and later told, as with a key nobody has', async () => {
  const told = async (number: string, slk: string | null, given: string) => {
    const answered = await announce([{ number, slk }]);
    const asked = await askedOfEverybody(given);
    await forgetAnnounced(number);
    return { answered, asked };
  };
  const somebody = await told('901', known, 'Bob');
  const nobody = await told('902', unknown, 'Zed');
  expect(somebody.answered.status).toBe(204);
  expect(somebody.answered).toEqual(nobody.answered);
  expect(somebody.asked).toEqual(nobody.asked);
  // Searching for that name finds the record that was just made, and nobody else's.
  expect(somebody.asked.findClients).toEqual([
    expect.objectContaining({ id: '#0', records: [expect.objectContaining({ agency: { id: 'harbour' } })] }),
  ]);
});

test('a wrong key on a record of one’s own links it to nobody', async () => {
  const records = '{ client(id: "ada") { records { id } } }';
  const before = (await hub.ask({ as: 'mara', query: records })).body;
  await announce([{ number: '1', slk: known }]);
  expect((await hub.ask({ as: 'mara', query: records })).body).toBe(before);
  expect(JSON.parse((await hub.ask({ as: 'mara', query: ofBob })).body)).toEqual({ data: { client: null } });
});

test('a batch changes no other agency’s record: neither by number, handle, nor another agency’s name in the body', async () => {
  const match = '{ given: "Bob", family: "Vale", dateOfBirth: "1990-02-03", sex: MALE }';
  const query = `{ client(id: "bob") { records { id } } findClients(match: ${match}) { id } }`;
  const bobs = async () => (await hub.ask({ as: 'tess', query })).body;
  const before = await bobs();
  const held = await hub.store.links.recordsOf('wattle');
  for (const [record, more] of [
    [{ number: '4', slk: known }, {}],
    [{ number: '903', slk: known, handle: 'bob-1', client: 'bob', clientId: 'bob', agencyId: 'wattle' }, {}],
    [
      { number: '4', slk: unknown },
      { agency: 'wattle', agencyId: 'wattle' },
    ],
  ] as const)
    expect((await announce([record], more)).status).toBe(204);
  expect(await bobs()).toBe(before);
  expect(await hub.store.links.recordsOf('wattle')).toEqual(held);
  expect(JSON.parse((await hub.ask({ as: 'mara', query: ofBob })).body)).toEqual({ data: { client: null } });
});

test.each([
  ['NUL in a number', { number: 'a\0b' }],
  ['half a character in a key', { number: '905', slk: 'a\ud800' }],
  ['more parts than there is room for', { number: '905', parts: 1e10 }],
])(
  'a batch that no database accepts is refused as invalid input, and nothing of it is on file: %s',
  async (_, record) => {
    const held = await hub.store.links.recordsOf('harbour');
    const { status, body } = await announce([
      { number: '904', slk: null },
      { slk: null, ...record },
    ]);
    expect([status, codesIn(body)]).toEqual([400, ['ARGUMENT_REFUSED']]);
    expect(await hub.store.links.recordsOf('harbour')).toEqual(held);
  },
);

test('a batch under another’s seal is refused in the same words, whether or not the agency it names is a partner', async () => {
  const body = '{"records":[]}';
  const now = Math.floor(Date.now() / 1000);
  const { permit: key } = await readKeys(harbourKeys);
  const answers = await Promise.all(
    (['wattle', 'nobody', 'hub'] as const).map(async (agency) => {
      const headers = {
        'content-type': 'application/json',
        authorization: `Bearer ${await seal({ agency, body, key, now })}`,
      };
      const response = await fetch(`${hub.url}/linkage/batches`, { method: 'POST', headers, body });
      return { status: response.status, codes: codesIn(await response.text()) };
    }),
  );
  expect(answers).toEqual(Array(3).fill({ status: 401, codes: ['TOKEN_REFUSED'] }));
});

test('what an agency sealed for another hub is refused here, whoever passes it on', async () => {
  const body = '{"after":null}';
  const { permit: key } = await readKeys(harbourKeys);
  const told = async (kept: KeptKeys) => {
    const hubs = [(await readKeys(kept)).publicJwk];
    const token = await seal({ agency: 'harbour', body, key, now: Math.floor(Date.now() / 1000), hubs });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return (await fetch(`${hub.url}/linkage/state`, { method: 'POST', headers, body })).status;
  };
  expect([await told(hubKeys), await told(await createKeys())]).toEqual([200, 401]);
});

test('an agency whose encoder answers with a different key from the one asked for finds nobody by it', async () => {
  const query = 'query ($match: ClientMatch!) { findClients(match: $match) { id records { id } name { given } } }';
  const match = { given: 'Any', family: 'Body', dateOfBirth: '2000-01-01', sex: 'FEMALE' };
  const told = [];
  for (const key of [known, unknown, '', '%', "' OR '1'='1"]) {
    lie = key;
    told.push(JSON.parse((await hub.ask({ as: 'mara', query, variables: { match } })).body));
  }
  expect(told).toEqual(Array(told.length).fill({ data: { findClients: [] } }));
  lie = null;
  expect((await hub.ask({ as: 'mara', query, variables: { match } })).body).toContain('ARGUMENT_REFUSED');
  // The key is right: the agency that filed him finds him by it.
  lie = known;
  expect((await hub.ask({ as: 'tess', query, variables: { match } })).body).toContain('"bob"');
});

test('a key is neither an argument nor in any answer', async () => {
  for (const query of [
    `{ findClients(match: { slk: "${known}" }) { id } }`,
    `{ findClients(key: "${known}") { id } }`,
    '{ client(id: "ada") { records { slk } } }',
  ])
    expect(codesIn((await hub.ask({ as: 'mara', query })).body)).toContain('GRAPHQL_VALIDATION_FAILED');
  const match = '{ given: "Bob", family: "Vale", dateOfBirth: "1990-02-03", sex: MALE }';
  const query = `{ findClients(match: ${match}) { id records { id identity { name { family } } } withheld { category } } }`;
  const found = (await hub.ask({ as: 'tess', query })).body;
  expect(found).toContain('"bob"');
  expect(found).not.toContain(known);
});

type Encoded = Readonly<{ agency?: string; signedBody?: string; given: string }>;

/** Sends a request directly to Wattle's encoder, under a permit of the hub's. */
async function encodeAtWattle({ agency = 'wattle', signedBody, given }: Encoded) {
  const body = JSON.stringify({ given, family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' });
  const { permit, kid } = await readKeys(hubKeys);
  const requester = { user: 'mara', role: 'PRACTITIONER', agency: 'harbour', purpose: 'SERVICE_COORDINATION' };
  const token = await mintPermit(
    { requester, releases: [], figures: false },
    { agency, body: signedBody ?? body, key: permit, kid, now: Math.floor(Date.now() / 1000), id: randomUUID() },
  );
  const address = hub.partnership.agencies.get('wattle')?.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${port}/linkage/encode`, { method: 'POST', headers, body });
  const told = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers: told, body: await response.text() };
}

test('an agency’s encoder says the same about somebody on its file as about anybody: codes of what was sent', async () => {
  const [onFile, nobody] = [await encodeAtWattle({ given: 'Bob' }), await encodeAtWattle({ given: 'Zed' })];
  const codesOf = (given: string): string =>
    JSON.stringify(encodeSearch({ given, family: 'Vale', dateOfBirth: '1990-02-03', sex: 'MALE' }, linkageSecret));
  expect(onFile).toEqual({ ...nobody, body: codesOf('Bob') });
  expect(nobody.body).toBe(codesOf('Zed'));
});

test('a permit for another agency’s encoder, or for other words, encodes nothing', async () => {
  for (const { status, body } of [
    await encodeAtWattle({ given: 'Bob', agency: 'harbour' }),
    await encodeAtWattle({ given: 'Bob', signedBody: '{}' }),
  ]) {
    expect(status).toBe(403);
    expect(body).not.toContain('key"');
  }
});

test('an agency’s own key makes no permit: no other agency answers under it', async () => {
  const key = await signingKey(harbourKeys.permit);
  const body = JSON.stringify({
    query: '{ _entities(representations: [{ __typename: "AgencyRecord", id: "4" }]) { __typename } }',
  });
  const requester = { user: 'tess', role: 'PRACTITIONER', agency: 'wattle', purpose: 'SERVICE_COORDINATION' };
  const token = await mintPermit(
    { requester, releases: [{ records: ['4'], categories: ['IDENTITY'] }], figures: false },
    { agency: 'wattle', body, key, kid: 'hub-1', now: Math.floor(Date.now() / 1000), id: randomUUID() },
  );
  const address = hub.partnership.agencies.get('wattle')?.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (const path of ['/graphql', '/linkage/encode'])
    expect((await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })).status).toBe(403);
});
