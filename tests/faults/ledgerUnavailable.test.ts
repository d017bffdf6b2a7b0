import { openStore, type Store } from '@accord/server/store/Store';
import pg from 'pg';
import { type AgencyDatabases, agencyDatabases } from '../lib/AgencyDatabases.ts';
import { adaAtHarbour, disturbedBy } from '../lib/adaAtHarbour.ts';
import { type OwnPostgres, ownPostgres } from '../lib/ownPostgres.ts';
import { openPartnership, type Partnership } from '../lib/Partnership.ts';
import { putOnFile } from '../lib/people.ts';
import { type TestServer, testServer } from '../lib/TestServer.ts';

// The ledger cannot be written, in the ways a PostgreSQL has: nothing is released, and the next question is answered again.

const now = () => new Date('2026-11-21T23:00:00Z');
let server: TestServer;
let databases: AgencyDatabases;
let hubServer: OwnPostgres;
let store: Store;
let partnership: Partnership;
/** Called when the agency has answered, before the ledger is written. */
let meanwhile = async (): Promise<void> => {};

beforeAll(async () => {
  server = await testServer();
  databases = await agencyDatabases(server.adminUrl, server.folder);
  await databases.hold(adaAtHarbour);
  hubServer = await ownPostgres();
  store = openStore(hubServer.url);
  const disturb = disturbedBy(() => meanwhile());
  partnership = await openPartnership({ store, mappings: databases.mappings, way: 'IN_PROCESS', now, disturb });
  await putOnFile(store, { people: { ada: { harbour: 1 } } });
}, 120_000);
afterAll(async () => {
  await partnership.close();
  await store.close();
  await databases.close();
  await hubServer.remove();
  await server.stop();
});

const ask = () => partnership.ask({ as: 'mara', query: '{ client(id: "ada") { name { family } } }' });

async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: hubServer.url });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
}

async function expectNothingReleased(retry = {}): Promise<void> {
  const { status, body } = await ask();
  expect(JSON.parse(body)).toEqual({
    errors: [
      {
        message: 'The disclosure could not be written down, so nothing was released. Try again later.',
        extensions: { code: 'LEDGER_UNAVAILABLE', ...retry },
      },
    ],
  });
  expect(status).toBe(503);
  expect(partnership.logged()).not.toContain('Brook');
}

const full = `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  CREATE TRIGGER disk_full BEFORE INSERT ON ledger_entry FOR EACH ROW EXECUTE FUNCTION disk_full()`;

test.each([
  ['the disk is full', full, 'DROP TRIGGER disk_full ON ledger_entry'],
  ['the table is not there', 'ALTER TABLE ledger_entry RENAME TO gone', 'ALTER TABLE gone RENAME TO ledger_entry'],
  ['the head is gone', 'ALTER TABLE ledger_head RENAME TO gone', 'ALTER TABLE gone RENAME TO ledger_head'],
])('where %s nothing is released, and afterwards again', async (_how, breakIt, mendIt) => {
  expect((await ask()).body).toContain('Brook');
  await asOwner(breakIt);
  await expectNothingReleased();
  await asOwner(mendIt);
  expect((await ask()).body).toContain('Brook');
});

test('where PostgreSQL stops between the decision and the ledger nothing is released, and afterwards again', async () => {
  meanwhile = () => hubServer.stop();
  await expectNothingReleased({ retryAfterSeconds: 1 });
  meanwhile = async () => {};
  expect((await ask()).body).not.toContain('Brook');
  await hubServer.start();
  expect((await ask()).body).toContain('Brook');
  expect(await store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
}, 60_000);
