import { generateKeyPairSync } from 'node:crypto';
import type { LinkageRow, Mapping } from '@accord/kit/Mapping';
import { syncAgency } from '@accord/kit/sync/syncAgency';
import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { linkageSecret } from '../lib/openAgencies.ts';
import type { TestUser } from '../lib/users.ts';

// Records of two agencies are compared at the hub, and their workers are asked. Over HTTP; the agencies' own tables are those of
// attackedHub, what they announce is what each test says.

const pair = generateKeyPairSync('ed25519');
let hub: AttackedHub;

beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub?.stop());
beforeEach(async () => {
  await hub.server.forgetEverybody();
  await hub.server.sql('UPDATE linkage_state SET compared_seq = 0');
  for (const partner of await hub.store.agencies.all())
    await hub.store.agencies.upsert({ ...partner, publicKey: { ...pair.publicKey.export({ format: 'jwk' }) } });
});

const ada: LinkageRow = {
  ...{ number: 1, given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE', dobAccuracy: 'EXACT' },
  ...{ worker: 'mara', open: true, suburb: 'Noble Park', postcode: '3174' },
};
/** Harbour's record 1 and Wattle's 2 and 4 are those whose tables `attackedHub` fills. */
async function announce(agency: string, rows: readonly LinkageRow[]): Promise<void> {
  const mapping = hub.databases.mappings.find(({ id }) => id === agency) as Mapping;
  const page = async (after: string | null) => (after === null ? rows : []);
  await syncAgency(
    { ...mapping, linkage: { page } },
    { hubUrl: hub.url, agencyKey: pair.privateKey.export({ format: 'jwk' }), linkageSecret, keyEpoch: 1 },
  );
  await hub.partnership.hub.compare();
}
const atWattle = (more: Partial<LinkageRow> = {}): LinkageRow => ({ ...ada, number: 2, worker: 'tess', ...more });

async function run(as: TestUser, query: string, variables: object = {}): Promise<Data> {
  const { body } = await hub.ask({ as, query, variables: { ...variables } });
  const { data, errors } = JSON.parse(body);
  if (errors)
    throw new Error(errors.map(({ message, extensions }: Data) => `${extensions.code}: ${message}`).join('\n'));
  return data;
}
const queue = `query ($of: CaseloadScope) { linkReview(of: $of) { nodes { id mine { id agency { id } } theirs { id } onFileTwice
  agreement close word } } }`;
const queueOf = async (as: TestUser, of = 'MINE') => (await run(as, queue, { of })).linkReview.nodes;
const decide = `mutation ($decision: LinkDecisionInput!) { decideLink(decision: $decision) { linked client { id records { id } } } }`;
const say = async (as: TestUser, id: string, word: string) =>
  (await run(as, decide, { decision: { pair: id, word, reason: 'We asked her.' } })).decideLink;
const handleOf = async (agency: string, number: string) => (await hub.store.links.recordsOf(agency)).get(number) ?? '';
const clientOf = async (agency: string, number: string) =>
  (await hub.store.links.whose(await handleOf(agency, number)))?.clientId ?? '';

async function bothOnFile(more: Partial<LinkageRow> = {}): Promise<void> {
  await announce('harbour', [ada]);
  await announce('wattle', [atWattle(more)]);
}

test('the workers of both agencies are asked, each about their own record, and told how the two compare', async () => {
  await bothOnFile();
  const [asked] = await queueOf('mara');
  expect(asked).toEqual({
    ...{
      id: expect.any(String),
      mine: { id: await handleOf('harbour', '1'), agency: { id: 'harbour' } },
      theirs: null,
    },
    ...{ onFileTwice: false, close: true, word: null },
    agreement: expect.arrayContaining([
      'What both records have is almost the same.',
      'The linkage keys are the same.',
      'Names and the whole date of birth were compared.',
    ]),
  });
  expect((await queueOf('tess')).map(({ mine }: Data) => mine)).toEqual([
    { id: await handleOf('wattle', '2'), agency: { id: 'wattle' } },
  ]);
  expect(await queueOf('kim')).toEqual([]);
  // Lena leads at Harbour and is in charge of nobody.
  expect([await queueOf('lena'), (await queueOf('lena', 'AGENCY')).length]).toEqual([[], 1]);
});

test('two records become one person when both agencies say so, under the older id, from the next question on', async () => {
  await bothOnFile();
  const [older, younger] = [await clientOf('harbour', '1'), await clientOf('wattle', '2')];
  const [{ id }] = await queueOf('mara');
  expect(await say('mara', id, 'SAME')).toEqual({ linked: false, client: { id: older, records: [expect.anything()] } });
  expect(await queueOf('mara')).toEqual([]);
  expect(await say('tess', id, 'SAME')).toMatchObject({ linked: true, client: { id: older } });
  expect(await clientOf('wattle', '2')).toBe(older);
  const byOldId = await run('tess', `{ client(id: "${younger}") { id } }`);
  expect(byOldId.client).toEqual({ id: older });
  const said = { kind: 'PROPOSED', reason: 'We asked her.' };
  expect(await historyOf('tess', older)).toEqual([
    { kind: 'CONFIRMED', decidedBy: 'tess', reason: 'We asked her.' },
    { ...said, decidedBy: 'tess' },
  ]);
  expect(await historyOf('mara', older)).toEqual([{ ...said, decidedBy: 'mara' }]);
});

/** What the worker is told of the link of their own record. */
const historyOf = async (as: TestUser, client: string) =>
  (await run(as, `{ client(id: "${client}") { records { linkHistory { kind decidedBy reason } } } }`)).client.records
    .map(({ linkHistory }: Data) => linkHistory)
    .find(Boolean);

test('who of another agency said that records are one person or two, and in which words, its partner is not told', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('tess', id, 'SAME');
  await say('mara', id, 'SAME');
  const [told, ofHarbour] = [
    { kind: 'PROPOSED', decidedBy: 'tess', reason: 'We asked her.' },
    { decidedBy: null, reason: null },
  ];
  const confirmed = { kind: 'CONFIRMED', ...ofHarbour };
  expect(await historyOf('tess', await clientOf('wattle', '2'))).toEqual([confirmed, told]);
  const word = { by: 'mara', agency: 'harbour', reason: 'Ours is at the refuge.', at: new Date() };
  await hub.store.links.separate(await handleOf('harbour', '1'), word);
  expect(await historyOf('tess', await clientOf('wattle', '2'))).toEqual([
    { kind: 'SEPARATED', ...ofHarbour },
    confirmed,
    told,
  ]);
});

test('that a partner is told nothing of a record’s links is not written down as told', async () => {
  await bothOnFile();
  const client = await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('wattle', '2')], word);
  const consent = { client, categories: ['SERVICE_USE'], evidence: 'VERBAL', noticeVersion: '1', language: 'English' };
  await run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent,
  });
  const { seq } = await hub.store.ledger.head();
  await run('mara', `{ client(id: "${client}") { records { linkHistory { kind } } } }`);
  const [mine, theirs] = [await handleOf('harbour', '1'), await handleOf('wattle', '2')];
  const told = await hub.store.ledger.read({ clientId: client ?? '', after: seq, first: 10 });
  expect(new Map(told.map(({ handle, categories }) => [handle, categories]))).toEqual(
    new Map([
      [mine, ['SERVICE_USE']],
      [theirs, []],
    ]),
  );
});

test('where one agency says that they are two people they stay apart, and nobody is asked again', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'SAME');
  expect(await say('tess', id, 'DIFFERENT')).toMatchObject({ linked: false });
  expect(await queueOf('tess')).toEqual([]);
  await expect(say('mara', id, 'SAME')).rejects.toThrow('It was said that they are two people');
  // Encoded anew, with another likeness: what was said stays.
  await announce('wattle', [atWattle({ suburb: 'Springvale' })]);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
});

const denied = `query ($of: CaseloadScope) { linksDenied(of: $of) { nodes { id word mine { id } theirs { id } said { by reason } } } }`;
const deniedOf = async (as: TestUser, of = 'MINE') => (await run(as, denied, { of })).linksDenied.nodes;
const reopen = (as: TestUser, pair: string) =>
  run(as, 'mutation ($pair: ID!) { reopenLink(pair: $pair, reason: "A slip.") { client { id } } }', { pair });

test('that they are two people is taken back by who said it or their lead, and both agencies are asked anew', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('tess', id, 'SAME');
  await say('mara', id, 'DIFFERENT');
  const told = { id, word: 'DIFFERENT', mine: { id: await handleOf('harbour', '1') }, theirs: null };
  const [said, client] = [{ by: 'mara', reason: 'We asked her.' }, await clientOf('harbour', '1')];
  expect(await deniedOf('mara')).toEqual([{ ...told, said }]);
  expect([await deniedOf('lena'), (await deniedOf('lena', 'AGENCY')).length]).toEqual([[], 1]);
  expect([await deniedOf('tess'), await deniedOf('tom', 'AGENCY')]).toEqual([[], []]);
  // Who did not say it is told the same, whoever did; a colleague's word is for leads.
  for (const as of ['tess', 'tom'] as const)
    await expect(reopen(as, id)).rejects.toThrow('Your agency does not say that they are two people.');
  await expect(reopen('kim', id)).rejects.toThrow('FACT_UNKNOWN');
  await expect(reopen('vera', id)).rejects.toThrow('ROLE_REFUSED');
  expect(await reopen('lena', id)).toEqual({ reopenLink: { client: { id: client } } });
  await expect(reopen('lena', id)).rejects.toThrow('Your agency does not say that they are two people.');
  expect([await deniedOf('mara'), (await queueOf('mara')).length, (await queueOf('tess')).length]).toEqual([[], 1, 1]);
  // What was said before counts no more: one agency alone links nothing.
  expect(await say('mara', id, 'SAME')).toMatchObject({ linked: false });
  expect(await say('tess', id, 'SAME')).toMatchObject({ linked: true });
  const ofMara = { decidedBy: 'mara', reason: 'We asked her.' };
  expect(await historyOf('mara', client)).toEqual([
    { kind: 'PROPOSED', ...ofMara },
    { kind: 'REOPENED', decidedBy: 'lena', reason: 'A slip.' },
    { kind: 'DENIED', ...ofMara },
  ]);
});

test('a separation is taken back whole by the agency that separated, and by no other; nobody is linked by that', async () => {
  const zoe = { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' };
  await bothOnFile();
  await announce('kestrel', [{ ...ada, ...zoe, number: 9, worker: 'kim' }]);
  const clients = () => Promise.all([clientOf('harbour', '1'), clientOf('wattle', '2'), clientOf('kestrel', '9')]);
  const word = { by: 'test', reason: 'test', at: new Date() };
  await hub.store.links.mergeAll(await clients(), word);
  // Kestrel takes its record out: of it and either of the others it is said that they are two people.
  const taken = { by: 'kim', agency: 'kestrel', reason: 'Her sister.', at: new Date() };
  await hub.store.links.separate(await handleOf('kestrel', '9'), taken);
  const [first, second] = await deniedOf('kim');
  expect([first.said.by, second.said.by, (await deniedOf('mara')).length]).toEqual(['kim', 'kim', 0]);
  await expect(reopen('mara', first.id)).rejects.toThrow();
  await reopen('kim', first.id);
  expect(await deniedOf('kim')).toEqual([]);
  const [harbours, wattles, kestrels] = await clients();
  expect([harbours === wattles, harbours === kestrels]).toEqual([true, false]);
  const asked = (await queueOf('kim')).map(({ id }: Data) => id);
  expect(asked.sort()).toEqual([first.id, second.id].sort());
  const { id } = (await queueOf('mara')).find(({ id: pair }: Data) => asked.includes(pair));
  await say('mara', id, 'SAME');
  expect(await say('kim', id, 'SAME')).toMatchObject({ linked: true });
});

const word = { by: 'test', reason: 'test', at: new Date() };

test('what an agency said that has no record of them any more, a lead of either other agency takes back, and neither its name nor its words are told', async () => {
  await announce('wattle', [atWattle()]);
  await announce('kestrel', [{ ...ada, number: 9, worker: 'kim' }]);
  await announce('harbour', [ada]);
  // Harbour's record came to Wattle's file with Kestrel's, and goes with it: that Harbour's and Wattle's are two is Kestrel's word alone.
  await hub.store.links.mergeAll([await clientOf('kestrel', '9'), await clientOf('harbour', '1')], word);
  await hub.store.links.mergeAll([await clientOf('kestrel', '9'), await clientOf('wattle', '2')], word);
  const taken = { by: 'kim', agency: 'kestrel', reason: 'Ours is at the refuge.', at: new Date() };
  await hub.store.links.separate(await handleOf('kestrel', '9'), taken);
  expect([await deniedOf('lena', 'AGENCY'), await deniedOf('tess')]).toEqual([[], []]);
  await announce('kestrel', []);
  const [told] = await deniedOf('lena', 'AGENCY');
  expect(told).toMatchObject({ mine: { id: await handleOf('harbour', '1') }, word: 'DIFFERENT', said: null });
  await expect(reopen('mara', told.id)).rejects.toThrow('ROLE_REFUSED');
  await reopen('lena', told.id);
  await say('mara', told.id, 'SAME');
  expect(await say('tess', told.id, 'SAME')).toMatchObject({ linked: true });
});

test('where it is taken back that two are two, all is asked anew that was said to be one of the same two files', async () => {
  await announce('harbour', [ada, { ...ada, number: 7 }]);
  await announce('wattle', [atWattle()]);
  await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('harbour', '7')], word);
  const [denied, other] = (await queueOf('tess')).map(({ id }: Data) => id);
  await say('mara', denied, 'DIFFERENT');
  await say('mara', other, 'SAME');
  expect(await say('tess', other, 'SAME')).toMatchObject({ linked: false });
  await reopen('mara', denied);
  expect((await queueOf('tess')).map(({ id }: Data) => id)).toEqual([denied, other]);
  await say('mara', other, 'SAME');
  expect(await say('tess', other, 'SAME')).toMatchObject({ linked: true });
});

test('that a separation was taken back stands in the history of each record of which it was said', async () => {
  await announce('harbour', [ada]);
  await announce('wattle', [atWattle(), atWattle({ number: 4 })]);
  await hub.store.links.mergeAll([await clientOf('wattle', '2'), await clientOf('wattle', '4')], word);
  await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('wattle', '2')], word);
  const wattles = await Promise.all([handleOf('wattle', '2'), handleOf('wattle', '4')]);
  await hub.store.links.separate(wattles[0] ?? '', { by: 'tess', agency: 'wattle', reason: 'r', at: new Date() });
  const [{ id }] = await deniedOf('tess');
  await reopen('tess', id);
  const reopened = await Promise.all(wattles.map((handle) => hub.store.links.history(handle)));
  expect(reopened.map((steps) => steps.filter(({ kind }) => kind === 'REOPENED').length)).toEqual([1, 1]);
});

test('what one agency said of two in one file stays its word where another takes a record out meanwhile', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  const word = { by: 'test', reason: 'test', at: new Date() };
  await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('wattle', '2')], word);
  const [mine, theirs] = [await handleOf('harbour', '1'), await handleOf('wattle', '2')];
  const said = { word: 'DIFFERENT', by: 'mara', agency: 'harbour', why: 'We asked her.', at: new Date() } as const;
  await hub.store.pairs.say(id, [mine < theirs ? 'one' : 'other'], said);
  await hub.store.links.separate(theirs, { by: 'tess', agency: 'wattle', reason: 'A slip.', at: new Date() });
  expect(await deniedOf('tess')).toEqual([]);
  expect(await deniedOf('mara')).toMatchObject([{ id, said: { by: 'mara', reason: 'We asked her.' } }]);
  await expect(reopen('tess', id)).rejects.toThrow('Your agency does not say that they are two people.');
});

test('a pair that is alike no more, since a record was corrected, is asked of nobody; one of which something was said is, by how it compares now', async () => {
  const corrected = { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' };
  await bothOnFile();
  await announce('wattle', [atWattle(corrected)]);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
  await announce('wattle', [atWattle()]);
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'SAME');
  await announce('wattle', [atWattle(corrected)]);
  const agreement = expect.arrayContaining(['What both records have agrees in little.']);
  expect(await queueOf('tess')).toMatchObject([{ id, close: false, agreement }]);
});

test('who takes another name and moves before anybody said that they are one is asked about still, however often that is corrected', async () => {
  await bothOnFile();
  const asked = await queueOf('mara');
  const agreement = expect.arrayContaining(['The linkage keys differ.', 'The linkage keys were the same once.']);
  for (const suburb of ['Geelong', 'Mildura']) {
    await announce('wattle', [atWattle({ family: 'Nguyen', suburb, postcode: '3220' })]);
    for (const as of ['mara', 'tess'] as const)
      expect(await queueOf(as)).toMatchObject([{ id: asked[0].id, close: false, agreement }]);
  }
});

test('of a record that its agency took back nobody is asked any more, and that it was there is not told', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('tess', id, 'LATER');
  await announce('harbour', []);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
  await expect(say('tess', id, 'SAME')).rejects.toThrow('FACT_UNKNOWN');
  // Announced again, it is asked about again.
  await announce('harbour', [ada]);
  expect((await queueOf('tess')).map(({ id: pair }: Data) => pair)).toEqual([id]);
});

test('who cannot say yet is asked again, and nobody else is', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'LATER');
  expect((await queueOf('mara')).map(({ word }: Data) => word)).toEqual(['LATER']);
  await say('mara', id, 'SAME');
  expect(await queueOf('mara')).toEqual([]);
});

test('a false link that is separated is gone with the next question, is not made again, and who saw through it is told', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'SAME');
  await say('tess', id, 'SAME');
  const client = await clientOf('harbour', '1');
  const consent = {
    client,
    categories: ['HOUSING', 'SERVICE_USE'],
    evidence: 'VERBAL',
    noticeVersion: '1',
    language: 'English',
  };
  await run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent,
  });
  const wattles = await handleOf('wattle', '2');
  const records = async () =>
    (await run('mara', `{ client(id: "${client}") { records { id agency { id } } } }`)).client.records.map(
      ({ id }: Data) => id,
    );
  expect(await records()).toContain(wattles);
  const separate = `mutation ($record: ID!) { separateRecord(record: $record, reason: "Her sister.") { client { id records { id } } toldTo { id } } }`;
  await expect(run('mara', separate, { record: wattles })).rejects.toThrow('FACT_UNKNOWN');
  const { separateRecord } = await run('tess', separate, { record: wattles });
  expect(separateRecord).toMatchObject({ client: { records: [{ id: wattles }] }, toldTo: [{ id: 'harbour' }] });
  expect(separateRecord.client.id).not.toBe(client);
  expect(await records()).not.toContain(wattles);
  await announce('wattle', [atWattle({ postcode: '3171' })]);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
  await expect(run('tess', separate, { record: wattles })).rejects.toThrow('The record is linked to no other');
});

test('of whoever saw a record through a false link all are told, also where its file became part of another one since', async () => {
  await announce('kestrel', [
    { ...ada, number: 9, given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', worker: 'kim' },
  ]);
  await bothOnFile();
  const merged = async (...agencies: readonly (readonly [string, string])[]) =>
    hub.store.links.mergeAll(await Promise.all(agencies.map(([agency, number]) => clientOf(agency, number))), {
      ...{ by: 'test', reason: 'test', at: new Date() },
    });
  const client = await merged(['harbour', '1'], ['wattle', '2']);
  const more = { client, categories: ['SERVICE_USE'], evidence: 'VERBAL', noticeVersion: '1', language: 'English' };
  await run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent: more,
  });
  const wattles = await handleOf('wattle', '2');
  expect(JSON.stringify(await run('mara', `{ client(id: "${client}") { records { id agency { id } } } }`))).toContain(
    wattles,
  );
  await merged(['kestrel', '9'], ['wattle', '2']);
  const separate = `mutation ($record: ID!) { separateRecord(record: $record, reason: "Her sister.") { toldTo { id } } }`;
  expect((await run('tess', separate, { record: wattles })).separateRecord.toldTo).toEqual([{ id: 'harbour' }]);
});

test('that a record is linked to one the worker may know nothing of is not found out by separating it', async () => {
  await bothOnFile();
  const separate = `mutation ($record: ID!) { separateRecord(record: $record, reason: "r") { client { id } } }`;
  const tried = async () =>
    (await hub.ask({ as: 'mara', query: separate, variables: { record: await handleOf('harbour', '1') } })).body;
  const alone = await tried();
  const word = { by: 'test', reason: 'test', at: new Date() };
  await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('wattle', '2')], word);
  expect(await tried()).toBe(alone);
  expect(alone).toContain('ARGUMENT_REFUSED');
});

test.each<readonly [string, Partial<LinkageRow>, boolean]>([
  [
    'a changed family name that is on file as a former one',
    { family: 'Nguyen', alsoKnownAs: [{ given: 'Ada', family: 'Brook' }] },
    true,
  ],
  ['given and family name swapped', { given: 'Brook', family: 'Ada' }, true],
  ['a wrong day of birth', { dateOfBirth: '1990-02-08' }, true],
  ['a nickname', { given: 'Addie' }, true],
  ['another address', { suburb: 'Geelong', postcode: '3220' }, true],
  ['somebody else of the household', { given: 'Peter', dateOfBirth: '1961-11-30', sex: 'MALE' }, false],
  [
    'a stranger',
    { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' },
    false,
  ],
  ['a record of which next to nothing is known', { given: 'Ada', family: null, dateOfBirth: null, sex: null }, false],
])('with %s the workers are asked or not, as they should be', async (_, more, asked) => {
  await bothOnFile(more);
  expect((await queueOf('mara')).length).toBe(asked ? 1 : 0);
});

test('a twin is asked about and never linked without asking, even where the partnership links automatically', async () => {
  await bothOnFile({ given: 'Mia' });
  const [twin] = await queueOf('mara');
  expect(twin?.close ?? false).toBe(false);
  expect(await clientOf('harbour', '1')).not.toBe(await clientOf('wattle', '2'));
});

test('two records that nobody asked about are put together by hand: one side says so, and the other is asked', async () => {
  await announce('harbour', [ada]);
  // So different that they are not compared as alike.
  await announce('wattle', [
    atWattle({ given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' }),
  ]);
  const [mine, theirs] = [await handleOf('wattle', '2'), await handleOf('harbour', '1')];
  expect(await queueOf('mara')).toEqual([]);
  const propose = `mutation ($mine: ID!, $theirs: ID!) { proposeLink(mine: $mine, theirs: $theirs, reason: "She told us her former name.") {
    linked client { id } } }`;
  // Of a record that the worker may know nothing of it is said what is said of none.
  await expect(run('tess', propose, { mine, theirs })).rejects.toThrow('FACT_UNKNOWN');
  await expect(run('tess', propose, { mine, theirs: 'none' })).rejects.toThrow('FACT_UNKNOWN');
  const client = await clientOf('harbour', '1');
  const consent = {
    client,
    agencies: ['wattle'],
    categories: ['SERVICE_USE'],
    evidence: 'VERBAL',
    noticeVersion: '1',
    language: 'English',
  };
  await run('mara', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
    consent,
  });
  expect((await run('tess', propose, { mine, theirs })).proposeLink).toMatchObject({ linked: false });
  const [asked] = await queueOf('mara');
  expect(asked).toMatchObject({ mine: { id: theirs }, close: false, agreement: [] });
  expect(await say('mara', asked.id, 'SAME')).toEqual({
    linked: true,
    client: { id: client, records: expect.anything() },
  });
  expect(await clientOf('wattle', '2')).toBe(client);
  await expect(run('tess', propose, { mine, theirs })).rejects.toThrow('The two are linked already.');
});

test('the same person on file twice at one agency is asked about there, and one word is enough', async () => {
  await announce('harbour', [ada, { ...ada, number: 7 }]);
  const asked = await queueOf('mara');
  expect(asked.map(({ onFileTwice, theirs }: Data) => [onFileTwice, theirs !== null])).toEqual([[true, true]]);
  expect(await say('mara', asked[0].id, 'SAME')).toMatchObject({ linked: true });
  expect(await clientOf('harbour', '7')).toBe(await clientOf('harbour', '1'));
});

test('who may not know of one of two records at their own agency is not asked whether they are one person', async () => {
  await announce('harbour', [ada, { ...ada, number: 7 }]);
  const [{ id }] = await queueOf('mara');
  const block = { client: await clientOf('harbour', '7'), kind: 'SAFETY_BLOCK', users: ['mara'] };
  await run('lena', 'mutation ($block: BlockInput!) { addBlock(block: $block) { block { id } } }', { block });
  expect([await queueOf('mara'), (await queueOf('lena', 'AGENCY')).length]).toEqual([[], 1]);
  await expect(say('mara', id, 'SAME')).rejects.toThrow('FACT_UNKNOWN');
  await say('lena', id, 'DIFFERENT');
  await expect(reopen('mara', id)).rejects.toThrow('FACT_UNKNOWN');
});

test.each<readonly [string, object, boolean]>([
  ['names in their order', { given: 'Ada', family: 'Brook' }, true],
  ['names the other way round', { given: 'Brook', family: 'Ada' }, true],
  ['names and the year of birth', { given: 'Ada', family: 'Brook', dateOfBirth: '1990' }, true],
  ['names, date of birth and sex', { given: 'Ada', family: 'Brook', dateOfBirth: '1990-02-03', sex: 'FEMALE' }, true],
  ['a name written a little differently', { given: 'Ada', family: 'Brooke', dateOfBirth: '1990-02-03' }, true],
  ['one name and the date of birth', { family: 'Brook', dateOfBirth: '1990-02-03' }, true],
  ['another name', { given: 'Ada', family: 'Quill', dateOfBirth: '1990-02-03' }, false],
])('a worker finds a person by %s, or does not', async (_, match, found) => {
  await announce('harbour', [ada, { ...ada, number: 8, given: 'Ruth', family: 'Vale', dateOfBirth: '1971-06-07' }]);
  const query = 'query ($match: ClientMatch!) { findClients(match: $match) { id name { given } } }';
  const { findClients } = await run('mara', query, { match });
  expect(findClients).toEqual(found ? [{ id: await clientOf('harbour', '1'), name: { given: 'Ada' } }] : []);
  // Wattle may know nothing of her: to its worker she is nobody.
  expect((await run('tess', query, { match })).findClients).toEqual([]);
});

test.each([{}, { family: 'Brook' }, { family: 'Brook', dateOfBirth: '1990' }, { given: 'Ada', family: 'Unknown' }])(
  'what is too little to find anybody by is refused (%j), never answered as that there is nobody',
  async (match) => {
    const query = 'query ($match: ClientMatch!) { findClients(match: $match) { id } }';
    await expect(run('mara', query, { match })).rejects.toThrow('"match" is too little to look for');
  },
);
