import { generateKeyPairSync } from 'node:crypto';
import type { LinkageRow, Mapping } from '@accord/kit/Mapping';
import { syncAgency } from '@accord/kit/sync/syncAgency';
import { Matcher } from '@accord/server/linkage/Matcher';
import type { Store } from '@accord/server/store/Store';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { inventedName } from '../lib/inventedName.ts';
import { linkageSecret } from '../lib/openAgencies.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// A partnership that lets almost identical records be linked without asking anybody.

const pair = generateKeyPairSync('ed25519');
let server: TestServer;
let databases: AgencyDatabases;
let store: Store;
let partnership: Partnership;
let url = '';

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  store = await server.freshStore();
  const { mappings } = databases;
  partnership = await openPartnership({
    ...{ store, mappings, way: 'HTTP', now: () => new Date(), linkAutomatically: true },
  });
  const address = partnership.hub.http.server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});
afterAll(async () => {
  await partnership?.close();
  await databases?.close();
  await server?.stop();
});
beforeEach(async () => {
  await server.forgetEverybody();
  await server.sql('UPDATE linkage_state SET compared_seq = 0');
  for (const partner of await store.agencies.all())
    await store.agencies.upsert({ ...partner, publicKey: { ...pair.publicKey.export({ format: 'jwk' }) } });
});

const ada: LinkageRow = {
  ...{ number: 1, given: 'Adelaide', family: 'Brookfield', dateOfBirth: '1990-02-03', sex: 'FEMALE' },
  ...{ dobAccuracy: 'EXACT', worker: null, open: true, suburb: 'Noble Park', postcode: '3174' },
};
async function announce(agency: string, rows: readonly Partial<LinkageRow>[]): Promise<void> {
  const mapping = databases.mappings.find(({ id }) => id === agency) as Mapping;
  const page = async (after: string | null) => (after === null ? rows.map((row) => ({ ...ada, ...row })) : []);
  const settings = { hubUrl: url, agencyKey: pair.privateKey.export({ format: 'jwk' }), linkageSecret, keyEpoch: 1 };
  await syncAgency({ ...mapping, linkage: { page } }, settings);
  await partnership.hub.compare();
}
const clientOf = async (agency: string, number: string): Promise<string | null> => {
  const handle = (await store.links.recordsOf(agency)).get(number) ?? '';
  return (await store.links.whose(handle))?.clientId ?? null;
};

test('one person at three agencies is one client, under the oldest id', async () => {
  await announce('harbour', [{}]);
  const first = await clientOf('harbour', '1');
  await announce('wattle', [{}]);
  await announce('kestrel', [{}]);
  expect([await clientOf('wattle', '1'), await clientOf('kestrel', '1')]).toEqual([first, first]);
});

test.each<readonly [string, Partial<LinkageRow>]>([
  ['a twin', { given: 'Charlotte' }],
  ['a parent of the same name', { dateOfBirth: '1961-05-09' }],
  ['a namesake elsewhere', { dateOfBirth: '1984-11-23', suburb: 'Mildura', postcode: '3500' }],
  ['a brother', { given: 'Andrew', sex: 'MALE' }],
  ['somebody whose date of birth is an estimate', { dobAccuracy: 'ESTIMATED' }],
  ['somebody without a date of birth', { dateOfBirth: null, dobAccuracy: 'UNKNOWN' }],
])('%s is not linked without asking', async (_, more) => {
  await announce('harbour', [{}]);
  await announce('wattle', [more]);
  expect(await clientOf('wattle', '1')).not.toBe(await clientOf('harbour', '1'));
});

test.each<readonly [string, Partial<LinkageRow>]>([
  ['two who fled, of one name, born on paper on the first day of one year', { dateOfBirth: '1990-01-01' }],
  ['newborn twins without a name of their own', { given: 'Baby Brookfield' }],
])('%s are not linked without asking, and are asked about', async (_, both) => {
  await announce('harbour', [both]);
  await announce('wattle', [both]);
  expect(await clientOf('wattle', '1')).not.toBe(await clientOf('harbour', '1'));
  const asked = await store.pairs.queue({ agencyId: 'harbour', worker: null, after: null, first: 9 });
  expect(asked.map(({ band }) => band)).toEqual(['REVIEW']);
});

const long = { given: 'Maria', family: 'Albuquerque de Vasconcelos' };
const father = { given: 'Alexander', family: 'Featherstonehaugh', sex: 'MALE' } as const;
test.each<readonly [string, Partial<LinkageRow>, Partial<LinkageRow>]>([
  ['twins of like names with one linkage key', {}, { given: 'Adeline' }],
  ['twins of long names that differ in two letters', long, { ...long, given: 'Mariana' }],
  ['twins whose names are written in no Latin letters', { given: '明', family: '阮' }, { given: '红', family: '阮' }],
  ['a father and a son of one name, born on one day of the year', father, { ...father, dateOfBirth: '1960-02-03' }],
  ['two of one name and one date of birth who live elsewhere', {}, { suburb: 'Mildura', postcode: '3500' }],
  ['two of whose given name both agencies have the first letter', { given: 'J' }, { given: 'J.' }],
])(
  '%s are asked about and not linked without asking: the encoded data do not tell them apart',
  async (_, one, other) => {
    await announce('harbour', [one]);
    await announce('wattle', [other]);
    expect(await clientOf('wattle', '1')).not.toBe(await clientOf('harbour', '1'));
    const asked = await store.pairs.queue({ agencyId: 'harbour', worker: null, after: null, first: 9 });
    expect(asked.map(({ band }) => band)).toEqual(['REVIEW']);
  },
);

test('twins at both agencies are each linked to themselves, never to each other or through each other', async () => {
  const twins = [{ number: 1 }, { number: 2, given: 'Adeline' }];
  await announce('harbour', twins);
  await announce('wattle', twins);
  await announce('kestrel', [{ number: 2, given: 'Adeline' }]);
  expect(await clientOf('harbour', '1')).not.toBe(await clientOf('harbour', '2'));
  const [one, other] = [await clientOf('harbour', '1'), await clientOf('harbour', '2')];
  for (const [agency, number, mine, theirs] of [
    ['wattle', '1', one, other],
    ['wattle', '2', other, one],
    ['kestrel', '2', other, one],
  ] as const) {
    // Linked correctly, or asked about; never linked wrongly.
    expect(await clientOf(agency, number)).not.toBe(theirs);
    expect([mine, await clientOf(agency, number)]).toContain(await clientOf(agency, number));
  }
});

test('a person who is on file twice at one agency is not linked without asking', async () => {
  await announce('harbour', [{}, { number: 2 }]);
  expect(await clientOf('harbour', '1')).not.toBe(await clientOf('harbour', '2'));
});

test('two people who were said to be different are not linked again, however similar they become', async () => {
  await announce('harbour', [{}]);
  await announce('wattle', [{}]);
  const handle = (await store.links.recordsOf('wattle')).get('1') ?? '';
  await store.links.separate(handle, { by: 'tess', reason: 'Her sister.', at: new Date() });
  await announce('wattle', [{ suburb: 'Springvale' }]);
  await announce('wattle', [{}]);
  expect(await clientOf('wattle', '1')).not.toBe(await clientOf('harbour', '1'));
});

test('once it is taken back that they are two people, people decide and not the hub, however similar they are', async () => {
  await announce('harbour', [{}]);
  await announce('wattle', [{}]);
  const [mine, theirs] = await Promise.all([store.links.recordsOf('harbour'), store.links.recordsOf('wattle')]);
  await store.links.separate(theirs.get('1') ?? '', {
    by: 'tess',
    agency: 'wattle',
    reason: 'Her sister.',
    at: new Date(),
  });
  const asked = { worker: null, after: null, first: 9 };
  const [denied] = await store.pairs.denied({ agencyId: 'wattle', ...asked });
  await store.pairs.reopen(denied?.id ?? '', { agencyId: 'wattle', at: new Date() });
  await announce('wattle', [{ suburb: 'Springvale' }]);
  await announce('wattle', [{}]);
  // A third record that resembles both does not bring them together either.
  await announce('kestrel', [{}]);
  await announce('wattle', [{ suburb: 'Springvale' }]);
  await announce('wattle', [{}]);
  expect(await clientOf('wattle', '1')).not.toBe(await clientOf('harbour', '1'));
  const of = [mine.get('1'), theirs.get('1')].sort();
  const waiting = await store.pairs.queue({ agencyId: 'harbour', ...asked });
  expect(waiting.map(({ one, other }) => [one, other])).toContainEqual(of);
});

test('a link stays when a record is corrected, and nobody is added who is not similar to both', async () => {
  await announce('harbour', [{}]);
  await announce('wattle', [{}]);
  await announce('wattle', [
    { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' },
  ]);
  await announce('kestrel', [{}]);
  expect(await clientOf('wattle', '1')).toBe(await clientOf('harbour', '1'));
  expect(await clientOf('kestrel', '1')).not.toBe(await clientOf('harbour', '1'));
});

test('keys of two epochs are not compared: under another secret the same person matches nobody', async () => {
  await announce('harbour', [{}]);
  await server.sql("UPDATE record SET key_epoch = 2, encoded_seq = nextval('record_encoded_seq')");
  await announce('wattle', [{}]);
  expect(await clientOf('wattle', '1')).not.toBe(await clientOf('harbour', '1'));
});

test('only one of several replicas compares at a time, and nothing is compared twice or not at all', async () => {
  const many = Array.from({ length: 300 }, (_, n) => ({
    ...{ number: n + 1, given: inventedName(n % 24), family: inventedName(Math.floor(n / 24) + 3) },
    dateOfBirth: `19${50 + (n % 50)}-${String(1 + (n % 12)).padStart(2, '0')}-${10 + (n % 19)}`,
  }));
  const replicas = [1, 2, 3].map(() => new Matcher({ store, clock: () => new Date(), automatically: true }));
  const racing = Promise.all(
    replicas.map(async (replica) => {
      for (let round = 0; round < 6; round += 1) {
        await replica.run();
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }),
  );
  await Promise.all([announce('harbour', many), announce('wattle', many)]);
  await racing;
  for (const replica of replicas) await replica.run();
  const [atHarbour, atWattle] = [await store.links.recordsOf('harbour'), await store.links.recordsOf('wattle')];
  const linked = await Promise.all(
    [...atHarbour].map(async ([number, handle]) => {
      const [mine, theirs] = await Promise.all([
        store.links.whose(handle),
        store.links.whose(atWattle.get(number) ?? ''),
      ]);
      return mine?.clientId === theirs?.clientId;
    }),
  );
  expect(linked.filter(Boolean)).toHaveLength(300);
});
