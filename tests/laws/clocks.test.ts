import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtWattle } from '../lib/adaAtWattle.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// Replicas' clocks differ, and a request may have begun before the change that precedes its answer. What is on file counts, not
// the clock.

let server: TestServer;
let databases: AgencyDatabases;
let partnership: Partnership;
let clock = new Date('2026-11-21T23:00:05Z');

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold({ wattle: { TBL_PERS: [{ PRS_NO: 2, ...adaAtWattle }] } });
  const store = await server.freshStore();
  partnership = await openPartnership({ store, mappings: databases.mappings, way: 'IN_PROCESS', now: () => clock });
  await putOnFile(store, { people: { ada: { wattle: 2 } } });
});
afterAll(async () => {
  await partnership.close();
  await databases.close();
  await server.stop();
});

const say = async (words: string): Promise<string> => {
  const { data } = JSON.parse(
    (await partnership.ask({ as: 'tess', query: `mutation { said: ${words} { consent { id } } }` })).body,
  );
  return data.said.consent.id;
};
const given = (refuse: boolean): string =>
  `recordConsent(consent: { client: "ada", refuse: ${refuse}, agencies: ["harbour"], evidence: VERBAL, noticeVersion: "1", language: "English" })`;
const seen = async (): Promise<unknown> => {
  clock = new Date(clock.getTime() - 5_000);
  const { body } = await partnership.ask({ as: 'mara', query: '{ client(id: "ada") { name { family } } }' });
  clock = new Date(clock.getTime() + 5_000);
  return JSON.parse(body).data.client;
};

test('statements made by a clock that is ahead take effect at once: given, withdrawn, refused', async () => {
  const consent = await say(given(false));
  expect(await seen()).toEqual({ name: { family: 'Brook' } });
  await say(`withdrawConsent(id: "${consent}")`);
  expect(await seen()).toBeNull();
  await say(given(false));
  expect(await seen()).not.toBeNull();
  await say(given(true));
  expect(await seen()).toBeNull();
});
