import { fileURLToPath } from 'node:url';
import { categoriesOf } from '@accord/consent/categoriesOf';
import type { Profile } from '@accord/consent/Profile';
import { readProfile } from '@accord/server/profile/readProfile';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour } from '../lib/adaAtHarbour.ts';
import { openPartnership, type Partnership, type Question } from '../lib/Partnership.ts';
import { type ConsentFact, putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Two hubs over HTTP with the same agencies, people, consents and clock, each with its own law.

const now = () => new Date('2026-11-21T23:00:00Z'); // 10:00 on the 22nd in Melbourne, 22:00 on the 21st in the Azores

const consent = (id: string, purpose: string, categories: readonly string[], from = '2026-01-01'): ConsentFact => ({
  ...{ id, subject: 'ada', effective: { from } },
  rule: { except: [{ purposes: [purpose], categories }] },
});
const consents = [
  consent('c1', 'SERVICE_COORDINATION', ['SERVICE_USE', 'HEALTH']),
  consent('c2', 'SERVICE_COORDINATION', ['FINANCE'], '2026-11-22'),
  consent('c3', 'FV_ASSESSMENT', ['CONTACT']),
  consent('c4', 'CHILD_SAFETY', ['FINANCE']),
];
const rows = {
  harbour: {
    ...adaAtHarbour.harbour,
    accommodation: [{ client_id: 1, situation_code: 5, since: '2026-03-01', at_risk: true }],
  },
  wattle: {
    TBL_PERS: [{ PRS_NO: 2, S_NAM: 'Brook', F_NAM: 'Ada', PROG: 'Case work', WKR_INIT: 'TN', OPN_DT: '06/01/2026' }],
    TBL_NOTE: [
      { NT_NO: 1, PRS_NO: 2, NT_DT: '07/01/2026', NT_BY: 'TN', NT_TYP: 'S', NT_TXT: 'A bag is packed.' },
      { NT_NO: 2, PRS_NO: 2, NT_DT: '08/01/2026', NT_BY: 'TN', NT_TYP: 'R', NT_TXT: 'She was followed.' },
    ],
  },
};

type Place = 'saltmarsh' | 'victoria';
const profiles: Readonly<Record<Place, Profile>> = {
  saltmarsh: readProfile(fileURLToPath(new URL('saltmarsh.yaml', import.meta.url))),
  victoria: readProfile(undefined),
};
const [harboursRecord, wattlesRecord] = ['ada-1', 'ada-2'];

let server: TestServer;
let databases: AgencyDatabases;
const hubs = new Map<Place, Partnership>();

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(rows);
  for (const place of ['saltmarsh', 'victoria'] as const) {
    const store = await server.freshStore();
    const profile = profiles[place];
    hubs.set(place, await openPartnership({ store, mappings: databases.mappings, way: 'HTTP', now, profile }));
    const wattle = (await store.agencies.all()).find(({ id }) => id === 'wattle');
    if (wattle) await store.agencies.upsert({ ...wattle, entity: [...wattle.entity, 'WARDEN'] });
    await putOnFile(store, { people: { ada: { harbour: 1, wattle: 2 } }, consents });
  }
});
afterAll(async () => {
  for (const hub of hubs.values()) await hub.close();
  await databases.close();
  await server.stop();
});

async function ask(place: Place, question: Question) {
  const answer = await hubs.get(place)?.ask(question);
  return JSON.parse(answer?.body ?? '{}');
}

type Withheld = Readonly<{ record: Readonly<{ id: string }>; category: string; reason: string }>;

/** The categories of a record that are released to the requester; none if the record itself is not shown. */
async function released(place: Place, record: string, as: Question['as'], purpose: string): Promise<readonly string[]> {
  const query = '{ client(id: "ada") { records { id } withheld { record { id } category reason } } }';
  const { records, withheld } = (await ask(place, { as, purpose, query })).data.client;
  if (!records.some(({ id }: { id: string }) => id === record)) return [];
  const hidden = withheld.flatMap((one: Withheld) => (one.record.id === record ? [one.category] : []));
  return categoriesOf(profiles[place]).filter((category) => !hidden.includes(category));
}

test.each([
  [
    'where a day begins, so that tomorrow’s consent is not in force',
    ['SERVICE_COORDINATION', 'mara', wattlesRecord],
    ['SERVICE_USE', 'HEALTH', 'MENTAL_HEALTH', 'AOD'],
    ['SERVICE_USE', 'FINANCE', 'HEALTH', 'MEDICATION'],
  ],
  [
    'which kinds must be named, and that no gate shuts assessment',
    ['FV_ASSESSMENT', 'mara', wattlesRecord],
    ['CONTACT', 'ADDRESS', 'PHONE'],
    [],
  ],
  ['that a purpose is for wardens only', ['CHILD_SAFETY', 'mara', wattlesRecord], [], ['FINANCE']],
  ['that a warden may ask for it', ['CHILD_SAFETY', 'tess', harboursRecord], ['FINANCE'], ['FINANCE']],
  ['what opens without consent', ['EMERGENCY', 'mara', wattlesRecord], categoriesOf(profiles.saltmarsh), []],
] as const)('the profile says %s', async (_rule, [purpose, as, record], inSaltmarsh, inVictoria) => {
  expect(await released('saltmarsh', record, as, purpose)).toEqual(inSaltmarsh);
  expect(await released('victoria', record, as, purpose)).toEqual(inVictoria);
});

const recordLand = `mutation {
  recordConsent(consent: {
    client: "ada", agencies: ["wattle"], purposes: ["SERVICE_COORDINATION"], categories: ["LAND"],
    evidence: SIGNED, noticeVersion: "1", language: "English"
  }) { consent { status names { categories } except { categories } } }
}`;

test('a category of its own is in the vocabulary, is withheld until a consent names it, and opens its parts', async () => {
  const vocabulary = '{ vocabulary { categories { code label parent sensitive } purposes { code label } } }';
  const { categories, purposes } = (await ask('saltmarsh', { as: 'mara', query: vocabulary })).data.vocabulary;
  const land = 'Land, boats and the right to live there';
  expect(categories).toContainEqual({ code: 'LAND', label: land, parent: null, sensitive: false });
  expect(categories).toContainEqual({ code: 'HOUSING', label: 'A roof', parent: 'LAND', sensitive: false });
  expect(purposes).toContainEqual({ code: 'SERVICE_COORDINATION', label: 'To look after somebody together (ALL)' });
  expect(purposes).toContainEqual({ code: 'EMERGENCY', label: 'Emergency (BTG)' });

  const file =
    '{ client(id: "ada") { withheld { record { id } category reason } records { id housing { situation } } } }';
  const asked = { as: 'tess', query: file } as const;
  const withheld = { record: { id: harboursRecord }, category: 'LAND', reason: 'NOT_SHARED' };
  const housing = { id: harboursRecord, housing: { situation: 'RENTING' } };
  const before = (await ask('saltmarsh', asked)).data.client;
  expect(before.withheld).toContainEqual(withheld);
  expect(before.records).toContainEqual({ ...housing, housing: null });

  expect(await ask('saltmarsh', { as: 'mara', query: recordLand })).toEqual({
    data: { recordConsent: { consent: { status: 'ACTIVE', names: [{ categories: ['LAND'] }], except: [] } } },
  });
  const after = (await ask('saltmarsh', asked)).data.client;
  expect(after.withheld).not.toContainEqual(withheld);
  expect(after.withheld).toContainEqual({ ...withheld, category: 'FINANCE' });
  expect(after.records).toContainEqual(housing);
});

test('if the profile does not have that category, a consent that names it is refused', async () => {
  expect((await ask('victoria', { as: 'mara', query: recordLand })).errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('Not in the vocabulary: "LAND"'),
      extensions: { code: 'ARGUMENT_REFUSED' },
    }),
  ]);
});

test('anything filed under a category that the profile does not have is shown to nobody, not even to those who filed it', async () => {
  const asked = { as: 'tess', query: '{ client(id: "ada") { records { id notes { text } } } }' } as const;
  const notesIn = async (place: Place) =>
    (await ask(place, asked)).data.client.records.find(({ id }: { id: string }) => id === wattlesRecord).notes;
  expect(await notesIn('saltmarsh')).toEqual([{ text: 'She was followed.' }]);
  expect(await notesIn('victoria')).toEqual([{ text: 'She was followed.' }, { text: 'A bag is packed.' }]);
});

test('clients read what their information was disclosed for in the words of their law, with the days of their place', async () => {
  await ask('saltmarsh', {
    as: 'mara',
    purpose: 'EMERGENCY',
    query: '{ client(id: "ada") { involvement { since } } }',
  });
  await ask('saltmarsh', { as: 'tess', query: '{ client(id: "ada") { records { housing { situation } } } }' });
  const query = '{ client(id: "ada") { disclosures(first: 50) { nodes { requester purposeLabel why categories } } } }';
  const { nodes } = (await ask('saltmarsh', { as: 'ada', purpose: 'CLIENT_ACCESS', query })).data.client.disclosures;
  expect(nodes).toContainEqual({
    ...{ requester: 'mara', purposeLabel: 'Emergency', categories: ['SERVICE_USE'] },
    why: 'Rescue Act, section 12: whoever is in danger may be looked for.',
  });
  expect(nodes).toContainEqual({
    ...{ requester: 'tess', purposeLabel: 'To look after somebody together (ALL)', categories: ['HOUSING'] },
    why: 'Consent given on 21 November 2026.',
  });
});

const assertFinding = (kind: string) =>
  `mutation { assertLegalBasis(basis: { client: "ada", kind: "${kind}", reason: "The dyke broke.", categories: ["LEGAL", "HEALTH"] }) { legalBasis { kind } } }`;

test('findings are those of the profile; only those its gates let in can make them, and they open what its law says', async () => {
  const purpose = 'CHILD_SAFETY';
  const refused = (code: string, words: string) => [
    expect.objectContaining({ extensions: { code }, message: expect.stringContaining(words) }),
  ];
  const inSaltmarsh = (as: Question['as'], kind: string) =>
    ask('saltmarsh', { as, purpose, query: assertFinding(kind) });
  expect((await inSaltmarsh('tom', 'CISS_THRESHOLD')).errors).toEqual(refused('ARGUMENT_REFUSED', 'FLOOD_ORDER'));
  expect((await inSaltmarsh('lena', 'FLOOD_ORDER')).errors).toEqual(refused('ROLE_REFUSED', 'Only wardens may ask'));
  expect((await ask('victoria', { as: 'tom', purpose, query: assertFinding('FLOOD_ORDER') })).errors).toEqual(
    refused('ARGUMENT_REFUSED', 'CISS_THRESHOLD'),
  );
  expect(await released('saltmarsh', harboursRecord, 'tess', purpose)).toEqual(['FINANCE']);
  expect((await inSaltmarsh('tom', 'FLOOD_ORDER')).errors).toBeUndefined();
  const opened = ['FINANCE', 'LEGAL', 'HEALTH', 'MENTAL_HEALTH', 'AOD'];
  expect(await released('saltmarsh', harboursRecord, 'tess', purpose)).toEqual(opened);
  expect(await released('saltmarsh', wattlesRecord, 'mara', purpose)).toEqual([]);
});

test('the profile says what a client can be in law, and what that closes', async () => {
  const query =
    'mutation { recordRole(role: { client: "ada", role: "CASTAWAY", reason: "Found on the shore." }) { role { role } } }';
  expect((await ask('victoria', { as: 'mara', query })).errors[0].extensions.code).toBe('ARGUMENT_REFUSED');
  expect(await released('saltmarsh', wattlesRecord, 'mara', 'FV_ASSESSMENT')).toContain('CONTACT');
  expect((await ask('saltmarsh', { as: 'mara', query })).data.recordRole.role.role).toBe('CASTAWAY');
  expect(await released('saltmarsh', wattlesRecord, 'mara', 'FV_ASSESSMENT')).toEqual([]);
});
