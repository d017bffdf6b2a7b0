import type { Transport } from '@accord/server/exchange/Transport';
import type { Store } from '@accord/server/store/Store';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Wattle serves contract 1.0 beside Harbour and Kestrel, which serve the newest (`Identity.pronouns`, `Contact.safeWhen`).

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let store: Store;
let partnership: Partnership;
let asked: { agency: string; body: string }[] = [];

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const mappings = [smallAgency('harbour'), smallAgency('kestrel'), smallAgency('wattle', { contract: '1.0' })];
  const disturb = (transport: Transport): Transport => ({
    ...transport,
    send: (outgoing) => {
      asked.push(outgoing);
      return transport.send(outgoing);
    },
  });
  partnership = await openPartnership({ store, mappings, way: 'HTTP', now, disturb });
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 1, kestrel: 1 }, mia: { wattle: 2 } },
    consents: [
      {
        id: 'c1',
        subject: 'ada',
        rule: { except: [{ categories: ['SERVICE_USE', 'IDENTITY', 'CONTACT', 'HOUSING'] }] },
      },
    ],
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  await partnership.close();
  await server.stop();
});

const ask = async (query: string, variables = {}) =>
  JSON.parse((await partnership.ask({ as: 'mara', query, variables })).body);
const askedOf = (agency: string): readonly string[] =>
  asked.filter((one) => one.agency === agency).map(({ body }) => JSON.parse(body).query.replaceAll(/\s+/g, ' '));
const byAgency = (records: readonly { agency: { id: string } }[], id: string) =>
  records.find(({ agency }) => agency.id === id);

test('an agency on an older contract answers beside newer ones; what it lacks is null, without an error or a missing source', async () => {
  const answer = await ask(`{ client(id: "ada") { records { agency { id } identity { pronouns name { family } }
    contact { safeWhen email } } alerts { totalCount complete } } }`);
  expect(answer.errors).toBeUndefined();
  expect(answer.extensions).toBeUndefined();
  const { records, alerts } = answer.data.client;
  expect(byAgency(records, 'wattle')).toEqual({
    agency: { id: 'wattle' },
    identity: { pronouns: null, name: { family: 'of wattle' } },
    contact: { safeWhen: null, email: 'ada@wattle.example' },
  });
  expect(byAgency(records, 'kestrel')).toMatchObject({
    identity: { pronouns: 'they/them' },
    contact: { safeWhen: 'after noon' },
  });
  expect(alerts).toEqual({ totalCount: 3, complete: true });
  expect(askedOf('wattle').join()).not.toMatch(/pronouns|safeWhen/);
  expect(askedOf('kestrel').join()).toMatch(/pronouns/);
});

test('an agency is not asked at all if its version knows nothing of what is asked', async () => {
  const { data, errors } = await ask('{ client(id: "ada") { records { agency { id } identity { pronouns } } } }');
  expect(errors).toBeUndefined();
  expect(byAgency(data.client.records, 'wattle')).toMatchObject({ identity: null });
  expect(askedOf('wattle')).toEqual([]);
  expect(askedOf('harbour')).toHaveLength(1);
});

test('a field under a condition that the caller gives is left out together with its variable', async () => {
  const query = `query ($yes: Boolean!, $skip: Int) { client(id: "ada") { records { agency { id }
    identity { name { given } pronouns @include(if: $yes) } notes(skip: $skip) { id } } } }`;
  const { data, errors } = await ask(query, { yes: true, skip: 0 });
  expect(errors).toBeUndefined();
  expect(byAgency(data.client.records, 'wattle')).toMatchObject({
    identity: { name: { given: 'Ada' }, pronouns: null },
  });
  const [sent] = asked.filter(({ agency }) => agency === 'wattle');
  expect(Object.keys(JSON.parse(sent?.body ?? '{}').variables).sort()).toEqual(['representations', 'skip']);
});

test('an older agency reveals no more than a newer one about whether a record is unknown or withheld', async () => {
  const query = 'query ($id: ID!) { client(id: $id) { records { identity { pronouns } } } }';
  expect(await ask(query, { id: 'mia' })).toEqual(await ask(query, { id: 'nobody' }));
});

test('an agency found to serve less than is on file is asked no more than that from the next request on', async () => {
  const query = '{ client(id: "ada") { records { agency { id } identity { pronouns name { family } } } } }';
  const row = (await store.agencies.all()).find(({ id }) => id === 'kestrel');
  if (!row) throw new Error('Kestrel is on file.');
  await ask(query);
  expect(askedOf('kestrel').join()).toMatch(/pronouns/);
  asked = [];
  await store.agencies.observe(row, { kind: 'FIT', contractVersion: '1.0', modules: row.modules }, now());
  const { data, extensions } = await ask(query);
  expect(askedOf('kestrel').join()).not.toMatch(/pronouns/);
  expect(byAgency(data.client.records, 'kestrel')).toMatchObject({
    identity: { pronouns: null, name: { family: 'of kestrel' } },
  });
  expect(extensions).toBeUndefined();
  await store.agencies.upsert(row);
});
