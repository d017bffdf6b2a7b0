import { readdirSync, readFileSync } from 'node:fs';
import type { Store } from '@accord/server/store/Store';
import { parse } from 'yaml';
import { type AgencyDatabases, agencyDatabases, type OwnRows } from '../lib/AgencyDatabases.ts';
import { openPartnership, type Partnership, type Question, type Way } from '../lib/Partnership.ts';
import {
  type BlockFact,
  type ConsentFact,
  type DisclosureFact,
  type People,
  putOnFile,
  type SaidFact,
} from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// One folder per rule: who is on file, what is in each agency's own tables, what is asked, and the exact answer.
type World = Readonly<{
  people: People;
  consents?: readonly ConsentFact[];
  blocks?: readonly BlockFact[];
  said?: readonly SaidFact[];
  told?: readonly DisclosureFact[];
  suspended?: readonly string[];
  rows: OwnRows;
  asks: readonly Question[];
}>;

const now = () => new Date('2026-11-21T23:00:00Z'); // 10:00 on the 22nd in Melbourne
const folder = new URL('./', import.meta.url);
const read = (world: string, file: string): string => readFileSync(new URL(`${world}/${file}`, folder), 'utf8');
const rules = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

let server: TestServer;
let databases: AgencyDatabases;
let hubs: Readonly<Record<Way, Readonly<{ store: Store; partnership: Partnership }>>>;

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  hubs = {
    IN_PROCESS: await openHub('IN_PROCESS'),
    HTTP: await openHub('HTTP'),
    CONNECTED: await openHub('CONNECTED'),
  };
});
afterAll(async () => {
  for (const { partnership } of Object.values(hubs)) await partnership.close();
  await databases.close();
  await server.stop();
});

/** One hub for all worlds: it keeps nothing from an answer that the next answer could depend on. */
async function openHub(way: Way) {
  const store = await server.freshStore();
  return { store, partnership: await openPartnership({ store, mappings: databases.mappings, way, now }) };
}

async function answersOf(rule: string, way: Way): Promise<readonly unknown[]> {
  const world: World = parse(read(rule, 'world.yaml'));
  const { store, partnership } = hubs[way];
  await Promise.all([databases.hold(merged(world.rows)), server.forgetEverybody()]);
  await putOnFile(store, world);
  for (const { id } of await store.agencies.all())
    await store.agencies.setState(id, world.suspended?.includes(id) ? 'SUSPENDED' : 'ACTIVE');
  await partnership.reachable();
  const answers: unknown[] = [];
  for (const question of world.asks) {
    const query = question.documentId || question.query ? {} : { query: read(rule, 'query.graphql') };
    const { status, body } = await partnership.ask({ ...query, ...question });
    answers.push({ as: question.as, status, ...JSON.parse(body) });
  }
  expect(await store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
  return answers;
}

/** Adds the lists that every agency has (programmes), so that a world need not repeat them. */
function merged(rows: OwnRows): OwnRows {
  const lists: OwnRows = parse(readFileSync(new URL('lists.yaml', folder), 'utf8'));
  return Object.fromEntries(
    ['harbour', 'wattle', 'kestrel'].map((agency) => [agency, { ...lists[agency], ...rows[agency] }]),
  );
}

describe.each(rules)('%s', (rule) => {
  test.each<Way>(['IN_PROCESS', 'HTTP', 'CONNECTED'])('%s', async (way) => {
    const answers = JSON.stringify(await answersOf(rule, way), null, 2);
    // Parsed and written again, so that the file's layout does not matter; the order of keys does.
    expect(answers).toBe(JSON.stringify(JSON.parse(read(rule, 'answer.json')), null, 2));
  });
});
