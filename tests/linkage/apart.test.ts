import { type AttackedHub, attackedHub } from '../lib/attackedHub.ts';
import type { Data } from '../lib/Data.ts';
import { ada, atWattle, linkageOf } from './linkageOf.ts';

// Two records that are said to be of two people stay apart until whoever said so takes it back; a file that was one is taken
// apart.

let hub: AttackedHub;
const { begin, announce, run, queueOf, say, handleOf, clientOf, bothOnFile, historyOf, deniedOf, reopen } = linkageOf(
  () => hub,
);

beforeAll(async () => {
  hub = await attackedHub();
});
afterAll(() => hub?.stop());
beforeEach(begin);

const word = { by: 'test', reason: 'test', at: new Date() };

test('if one agency says that they are two people they stay apart, and nobody is asked again', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('mara', id, 'SAME');
  expect(await say('tess', id, 'DIFFERENT')).toMatchObject({ linked: false });
  expect(await queueOf('tess')).toEqual([]);
  await expect(say('mara', id, 'SAME')).rejects.toThrow('It was said that they are two people');
  // Encoded again with another similarity: what was said still holds.
  await announce('wattle', [atWattle({ suburb: 'Springvale' })]);
  expect([await queueOf('mara'), await queueOf('tess')]).toEqual([[], []]);
});

test('whoever said that they are two people, or their lead, takes it back, and both agencies are asked again', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await say('tess', id, 'SAME');
  await say('mara', id, 'DIFFERENT');
  const told = { id, word: 'DIFFERENT', mine: { id: await handleOf('harbour', '1') }, theirs: null };
  const [said, client] = [{ by: 'mara', reason: 'We asked her.' }, await clientOf('harbour', '1')];
  expect(await deniedOf('mara')).toEqual([{ ...told, said }]);
  expect([await deniedOf('lena'), (await deniedOf('lena', 'AGENCY')).length]).toEqual([[], 1]);
  expect([await deniedOf('tess'), await deniedOf('tom', 'AGENCY')]).toEqual([[], []]);
  // Anybody who did not say it gets the same message, whoever did. Only leads may take back a colleague's word.
  for (const as of ['tess', 'tom'] as const)
    await expect(reopen(as, id)).rejects.toThrow('Your agency has not said that they are two people.');
  await expect(reopen('kim', id)).rejects.toThrow('FACT_UNKNOWN');
  await expect(reopen('vera', id)).rejects.toThrow('ROLE_REFUSED');
  expect(await reopen('lena', id)).toEqual({ reopenLink: { client: { id: client } } });
  await expect(reopen('lena', id)).rejects.toThrow('Your agency has not said that they are two people.');
  expect([await deniedOf('mara'), (await queueOf('mara')).length, (await queueOf('tess')).length]).toEqual([[], 1, 1]);
  // Earlier answers no longer count: one agency alone links nothing.
  expect(await say('mara', id, 'SAME')).toMatchObject({ linked: false });
  expect(await say('tess', id, 'SAME')).toMatchObject({ linked: true });
  const ofMara = { decidedBy: 'mara', reason: 'We asked her.' };
  expect(await historyOf('mara', client)).toEqual([
    { kind: 'PROPOSED', ...ofMara },
    { kind: 'REOPENED', decidedBy: 'lena', reason: 'A slip.' },
    { kind: 'DENIED', ...ofMara },
  ]);
});

test('only the agency that separated takes a separation back, and all of it; this links nobody', async () => {
  const zoe = { given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', suburb: 'Mildura', postcode: '3500' };
  await bothOnFile();
  await announce('kestrel', [{ ...ada, ...zoe, number: 9, worker: 'kim' }]);
  const clients = () => Promise.all([clientOf('harbour', '1'), clientOf('wattle', '2'), clientOf('kestrel', '9')]);
  await hub.store.links.mergeAll(await clients(), word);
  // Kestrel takes its record out: this says that it and each of the others are two people.
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

test('if the agency that said so has no record of them any more, a lead of either other agency takes it back without seeing its name or words', async () => {
  await announce('wattle', [atWattle()]);
  await announce('kestrel', [{ ...ada, number: 9, worker: 'kim' }]);
  await announce('harbour', [ada]);
  // Harbour's record came to Wattle's file with Kestrel's, and leaves with it: that Harbour's and Wattle's are two people is
  // Kestrel's word alone.
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

test('when it is taken back that they are two people, everything said about the same two files is asked again', async () => {
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

test('a separation that was taken back is in the history of each record that it was about', async () => {
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

test('what one agency said of two records in one file stays its word if another takes a record out meanwhile', async () => {
  await bothOnFile();
  const [{ id }] = await queueOf('mara');
  await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('wattle', '2')], word);
  const [mine, theirs] = [await handleOf('harbour', '1'), await handleOf('wattle', '2')];
  const said = { word: 'DIFFERENT', by: 'mara', agency: 'harbour', why: 'We asked her.', at: new Date() } as const;
  await hub.store.pairs.say(id, [mine < theirs ? 'one' : 'other'], said);
  await hub.store.links.separate(theirs, { by: 'tess', agency: 'wattle', reason: 'A slip.', at: new Date() });
  expect(await deniedOf('tess')).toEqual([]);
  expect(await deniedOf('mara')).toMatchObject([{ id, said: { by: 'mara', reason: 'We asked her.' } }]);
  await expect(reopen('tess', id)).rejects.toThrow('Your agency has not said that they are two people.');
});

test('a false link that is separated is gone with the next question, is not made again, and those who saw through it are told', async () => {
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
  await expect(run('tess', separate, { record: wattles })).rejects.toThrow('The record is not linked to any other');
});

test('all who saw a record through a false link are told, even if its file has become part of another one since', async () => {
  await announce('kestrel', [
    { ...ada, number: 9, given: 'Zoe', family: 'Quill', dateOfBirth: '1974-07-21', worker: 'kim' },
  ]);
  await bothOnFile();
  const merged = async (...agencies: readonly (readonly [string, string])[]) =>
    hub.store.links.mergeAll(await Promise.all(agencies.map(([agency, number]) => clientOf(agency, number))), word);
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

test('separating a record does not reveal that it is linked to one the worker may know nothing about', async () => {
  await bothOnFile();
  const separate = `mutation ($record: ID!) { separateRecord(record: $record, reason: "r") { client { id } } }`;
  const tried = async () =>
    (await hub.ask({ as: 'mara', query: separate, variables: { record: await handleOf('harbour', '1') } })).body;
  const alone = await tried();
  await hub.store.links.mergeAll([await clientOf('harbour', '1'), await clientOf('wattle', '2')], word);
  expect(await tried()).toBe(alone);
  expect(alone).toContain('ARGUMENT_REFUSED');
});
