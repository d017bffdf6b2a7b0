import { openStore, type Store } from '@accord/server/store/Store';
import pg from 'pg';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour, disturbedBy } from '../lib/adaAtHarbour.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';
import { askOf, handsFull, notWritten } from './comeAgain.ts';

// The hub's database has no connection left for it: the requester is told to try again in a moment, and nothing else.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let databases: AgencyDatabases;
let owner: pg.Client;
let store: Store;
let partnership: Partnership;
/** Called when the agency has answered, before the ledger is written. */
let meanwhile = async (): Promise<void> => {};

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(adaAtHarbour);
  const url = new URL(await server.freshDatabase());
  owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query(`CREATE ROLE few LOGIN PASSWORD 'few';
    GRANT ALL ON ALL TABLES IN SCHEMA public TO few; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO few`);
  url.username = 'few';
  url.password = 'few';
  store = openStore(url.href);
  const disturb = disturbedBy(() => meanwhile());
  partnership = await openPartnership({ store, mappings: databases.mappings, way: 'IN_PROCESS', now, disturb });
  await putOnFile(store, { people: { ada: { harbour: 1 } } });
});
afterAll(async () => {
  await partnership.close();
  await store.close();
  await owner.query('DROP OWNED BY few; DROP ROLE few');
  await owner.end();
  await databases.close();
  await server.stop();
});
beforeEach(() => allow(-1));

const allow = (connections: number) => owner.query(`ALTER ROLE few CONNECTION LIMIT ${connections}`);

/** Limits the hub to this many connections, and waits until it has noticed that it lost those it had. */
async function leave(connections: number): Promise<void> {
  await allow(connections);
  await owner.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'few'");
  while ((await owner.query("SELECT FROM pg_stat_activity WHERE usename = 'few'")).rowCount !== 0);
  await owner.query('SELECT 1');
}

const ask = (query: string) => askOf(partnership, query);
const told = async (query: string) => JSON.stringify(await ask(query));

const family = '{ client(id: "ada") { name { family } } }';

test('when no connection is left, and afterwards again', async () => {
  expect(await told(family)).toContain('Brook');
  await leave(0);
  expect(await ask(family)).toEqual(handsFull);
  expect(partnership.logged()).toContain('too many connections for role');
  await allow(-1);
  expect(await told(family)).toContain('Brook');
});

test('when one connection is left for reads that run in parallel, no part of an answer is given', async () => {
  const notices = [1, 2, 3].map((first) => `n${first}: notices(first: ${first}) { nodes { id } }`).join(' ');
  const several = `{ client(id: "ada") { name { family } } ${notices} }`;
  expect(await told(several)).toContain('Brook');
  await leave(1);
  expect(await ask(several)).toEqual(handsFull);
});

test('when no connection is left to write the disclosure to the ledger, nothing is released', async () => {
  meanwhile = () => leave(0);
  const said = await ask(family);
  meanwhile = async () => {};
  expect(said).toEqual(notWritten);
});
