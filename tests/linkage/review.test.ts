import type { LinkageRow } from '@accord/kit/Mapping';
import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { ada, atWattle, linkageOf } from './linkageOf.ts';

// The hub compares records of two agencies and asks their workers. Over HTTP.

let hub: AttackedHub;
const { begin, announce, run, queueOf, say, handleOf, clientOf, bothOnFile, historyOf, reopen } = linkageOf(() => hub);

beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub?.stop());
beforeEach(begin);

test('the workers of both agencies are asked, each about their own record, and shown how the two compare', async () => {
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
      'The details on both records are almost identical.',
      'The linkage keys are the same.',
      'Names and the full date of birth were compared.',
    ]),
  });
  expect((await queueOf('tess')).map(({ mine }: Data) => mine)).toEqual([
    { id: await handleOf('wattle', '2'), agency: { id: 'wattle' } },
  ]);
  expect(await queueOf('kim')).toEqual([]);
  // Lena leads at Harbour and is not the worker of any record.
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

test.each([
  { table: 'link_pair', what: 'nothing of it was kept', code: 'HUB_BUSY' },
  { table: 'link_decision', what: 'a part of it was kept', code: 'HUB_FAULT' },
])('an answer about a pair while the disk is full is reported as it is: $what', async ({ table, code }) => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await hub.server.sql(`CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER disk_full BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION disk_full()`);
  await expect(say('mara', id, 'SAME')).rejects.toThrow(code);
  await hub.server.sql(`DROP TRIGGER disk_full ON ${table}; DROP FUNCTION disk_full`);
  expect(await queueOf('mara')).toHaveLength(code === 'HUB_BUSY' ? 1 : 0);
});

test('an agency does not see who at its partner said that records are one person or two, or in what words', async () => {
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

test('withholding a record’s links from a partner is not recorded as a disclosure', async () => {
  await bothOnFile();
  const word = { by: 'test', reason: 'test', at: new Date() };
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

test('of a list with further pages, only the people on this page are recorded as disclosed', async () => {
  const zoe = { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' };
  await announce('harbour', [ada, { ...ada, ...zoe, number: 7 }]);
  await announce('wattle', [atWattle(), atWattle({ ...zoe, number: 4 })]);
  for (const number of ['2', '4']) {
    const consent = { client: await clientOf('wattle', number), categories: ['SERVICE_USE'], evidence: 'VERBAL' };
    await run('tess', 'mutation ($consent: ConsentInput!) { recordConsent(consent: $consent) { consent { id } } }', {
      consent: { ...consent, noticeVersion: '1', language: 'English' },
    });
  }
  const { seq } = await hub.store.ledger.head();
  const query = '{ linkReview(first: 1) { nodes { mine { id } theirs { id } } pageInfo { hasNextPage } } }';
  const { nodes, pageInfo } = (await run('mara', query)).linkReview;
  expect([nodes.length, pageInfo.hasNextPage]).toEqual([1, true]);
  const told = await hub.store.ledger.read({ after: seq, first: 10 });
  expect(told.map(({ handle }) => handle).sort()).toEqual([nodes[0].mine.id, nodes[0].theirs.id].sort());
});

test('a pair made dissimilar by a correction is no longer asked about, unless somebody has answered: then as it now compares', async () => {
  const corrected = { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' };
  await bothOnFile();
  await announce('wattle', [atWattle(corrected)]);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
  await announce('wattle', [atWattle()]);
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'SAME');
  await announce('wattle', [atWattle(corrected)]);
  const agreement = expect.arrayContaining(['The details on both records have little in common.']);
  expect(await queueOf('tess')).toMatchObject([{ id, close: false, agreement }]);
});

test('somebody who changes name and moves before anybody has answered is still asked about, however often that is corrected', async () => {
  await bothOnFile();
  const asked = await queueOf('mara');
  const agreement = expect.arrayContaining(['The linkage keys differ.', 'The linkage keys used to be the same.']);
  for (const suburb of ['Geelong', 'Mildura']) {
    await announce('wattle', [atWattle({ family: 'Nguyen', suburb, postcode: '3220' })]);
    for (const as of ['mara', 'tess'] as const)
      expect(await queueOf(as)).toMatchObject([{ id: asked[0].id, close: false, agreement }]);
  }
});

test('nobody is asked about a record that its agency took back, and nothing reveals that it was there', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('tess', id, 'LATER');
  await announce('harbour', []);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
  await expect(say('tess', id, 'SAME')).rejects.toThrow('FACT_UNKNOWN');
  // Once it is announced again, it is asked about again.
  await announce('harbour', [ada]);
  expect((await queueOf('tess')).map(({ id: pair }: Data) => pair)).toEqual([id]);
});

test('a worker who cannot say yet is asked again, and nobody else is', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'LATER');
  expect((await queueOf('mara')).map(({ word }: Data) => word)).toEqual(['LATER']);
  await say('mara', id, 'SAME');
  expect(await queueOf('mara')).toEqual([]);
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

test('a twin is asked about and never linked without asking, even if the partnership links automatically', async () => {
  await bothOnFile({ given: 'Mia' });
  const [twin] = await queueOf('mara');
  expect(twin?.close ?? false).toBe(false);
  expect(await clientOf('harbour', '1')).not.toBe(await clientOf('wattle', '2'));
});

test('two records that nobody asked about are put together by hand: one side says so, and the other is asked', async () => {
  await announce('harbour', [ada]);
  // So different that they do not count as similar.
  await announce('wattle', [
    atWattle({ given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' }),
  ]);
  const [mine, theirs] = [await handleOf('wattle', '2'), await handleOf('harbour', '1')];
  expect(await queueOf('mara')).toEqual([]);
  const propose = `mutation ($mine: ID!, $theirs: ID!) { proposeLink(mine: $mine, theirs: $theirs, reason: "She told us her former name.") {
    linked client { id } } }`;
  // A record that the worker may know nothing about gets the same answer as one that does not exist.
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
  await expect(run('tess', propose, { mine, theirs })).rejects.toThrow('The two are already linked.');
});

test('a person who is on file twice at one agency is asked about there, and one answer is enough', async () => {
  await announce('harbour', [ada, { ...ada, number: 7 }]);
  const asked = await queueOf('mara');
  expect(asked.map(({ onFileTwice, theirs }: Data) => [onFileTwice, theirs !== null])).toEqual([[true, true]]);
  expect(await say('mara', asked[0].id, 'SAME')).toMatchObject({ linked: true });
  expect(await clientOf('harbour', '7')).toBe(await clientOf('harbour', '1'));
});

test('a worker who may not know about one of two records at their own agency is not asked whether they are one person', async () => {
  await announce('harbour', [ada, { ...ada, number: 7 }]);
  const [{ id }] = await queueOf('mara');
  const block = { client: await clientOf('harbour', '7'), kind: 'SAFETY_BLOCK', users: ['mara'] };
  await run('lena', 'mutation ($block: BlockInput!) { addBlock(block: $block) { block { id } } }', { block });
  expect([await queueOf('mara'), (await queueOf('lena', 'AGENCY')).length]).toEqual([[], 1]);
  await expect(say('mara', id, 'SAME')).rejects.toThrow('FACT_UNKNOWN');
  await say('lena', id, 'DIFFERENT');
  await expect(reopen('mara', id)).rejects.toThrow('FACT_UNKNOWN');
});
