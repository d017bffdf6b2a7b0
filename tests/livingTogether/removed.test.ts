import type { Store } from '@accord/server/store/Store';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { smallAgency } from '../lib/smallAgency.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import type { TestUser } from '../lib/users.ts';

// What the removal of an agency means for its records, its workers, and what clients said through it.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let store: Store;
let partnership: Partnership;

beforeAll(async () => {
  server = await testServer();
  store = await server.freshStore();
  const mappings = [smallAgency('harbour'), smallAgency('kestrel'), smallAgency('wattle')];
  partnership = await openPartnership({ store, mappings, way: 'IN_PROCESS', now });
  const open = { except: [{ categories: ['SERVICE_USE', 'IDENTITY', 'CONTACT'] }] };
  await putOnFile(store, {
    people: { ada: { harbour: 1, wattle: 1, kestrel: 1 } },
    consents: [{ id: 'c1', subject: 'ada', rule: open, recordedBy: 'wattle' }],
    blocks: [{ id: 'b1', person: 'ada', categories: ['CONTACT'], recordedBy: 'wattle' }],
  });
});
afterAll(async () => {
  await partnership.close();
  await server.stop();
});

const ask = async (query: string, as: TestUser = 'mara', purpose = 'SERVICE_COORDINATION') =>
  JSON.parse((await partnership.ask({ as, query, purpose })).body);
const view = '{ client(id: "ada") { records { agency { id } identity { name { family } } contact { email } } } }';
const agencies = async () =>
  (await ask(view)).data.client.records.map(({ agency }: { agency: { id: string } }) => agency.id).sort();

test('a removed agency is as if it had never been a partner, but what was put on file and recorded through it stays', async () => {
  const ofKestrel = async () => {
    const { data, errors, extensions } = await ask(view);
    expect({ errors, extensions }).toEqual({});
    return data.client.records.find(({ agency }: { agency: { id: string } }) => agency.id === 'kestrel');
  };
  // The consent opens, the block closes; Wattle's workers put both on file.
  const told = { agency: { id: 'kestrel' }, identity: { name: { family: 'of kestrel' } }, contact: null };
  expect(await agencies()).toEqual(['harbour', 'kestrel', 'wattle']);
  expect(await ofKestrel()).toEqual(told);

  expect(await store.agencies.remove('wattle', now())).toBe(true);
  expect(await agencies()).toEqual(['harbour', 'kestrel']);
  expect(await ofKestrel()).toEqual(told);
  // Nothing counts as missing, as it would if the agency were suspended.
  const alerts = '{ alerts(of: AGENCY) { complete } client(id: "ada") { alerts { complete } } }';
  expect((await ask(alerts)).data).toEqual({ alerts: { complete: true }, client: { alerts: { complete: true } } });

  expect(await ask('{ agency(id: "wattle") { id } }')).toEqual(await ask('{ agency(id: "nobody") { id } }'));
  expect((await ask('{ agencies { id } }')).data.agencies.map(({ id }: { id: string }) => id).sort()).toEqual([
    'harbour',
    'kestrel',
  ]);
  expect((await ask(view, 'tess')).errors[0].extensions.code).toBe('AGENCY_UNKNOWN');
});

test('the recipients of earlier disclosures stay named in the ledger', async () => {
  await store.agencies.upsert({
    ...(await rowOf('wattle')),
    ...{ state: 'ACTIVE' },
  });
  await ask(view, 'tess');
  await store.agencies.remove('wattle', now());
  const { data } = await ask(
    '{ disclosures(filter: { toOthers: true }) { nodes { requesterAgency { id name } } } }',
    'priya',
    'QUALITY_IMPROVEMENT',
  );
  expect(data.disclosures.nodes).toContainEqual({ requesterAgency: { id: 'wattle', name: 'Wattle' } });
  // An agency that has left can be searched for. One that never existed is refused, rather than answered as if nothing had been
  // disclosed to it.
  const to = async (filter: string) => {
    const query = `{ disclosures(filter: ${filter}) { nodes { requester } } }`;
    const { data: told, errors } = await ask(query, 'priya', 'QUALITY_IMPROVEMENT');
    return told?.disclosures.nodes.length ?? errors[0].extensions.code;
  };
  expect(await to('{ requesterAgency: "wattle" }')).toBeGreaterThan(0);
  for (const strange of [
    '{ requesterAgency: "Wattle" }',
    '{ purpose: "EMERGENCIES" }',
    '{ from: "2026-11-21T00:00:00Z", to: "2026-11-20T00:00:00Z" }',
  ])
    expect(await to(strange)).toBe('ARGUMENT_REFUSED');
});

async function rowOf(id: string) {
  const found = (await store.agencies.all()).find((agency) => agency.id === id);
  if (!found) throw new Error(`There is no agency ${id}.`);
  return found;
}
