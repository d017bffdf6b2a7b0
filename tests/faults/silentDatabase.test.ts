import { openDatabase } from '@accord/server/store/Database';
import { openStore } from '@accord/server/store/Store';
import { pino } from 'pino';
import { type Network, silentNetwork } from '../lib/silentNetwork.ts';
import { askOf, consent, handsFull, notChanged, notWritten, record } from './comeAgain.ts';
import { type HubOnItsOwnPostgres, hubOnItsOwnPostgres } from './hubOnItsOwnPostgres.ts';

// The network between the hub and its database falls silent: nothing passes, and neither side is notified. Requesters are told
// to try again before the deadline for an answer, monitoring sees that the hub cannot answer, and once the network is back, the
// hub answers.

const [everyMs, silentMs] = [50, 2_000];
let opened: HubOnItsOwnPostgres;
let network: Network;
let logged = '';
/** Called when the agency has answered, before the ledger is written. */
let meanwhile = async (): Promise<void> => {};

beforeAll(async () => {
  let port = 0;
  network = await silentNetwork(() => port);
  const log = pino(
    {},
    {
      write(line: string) {
        logged += line;
      },
    },
  );
  opened = await hubOnItsOwnPostgres(
    () => meanwhile(),
    (written) => {
      const url = new URL(written);
      port = Number(url.port);
      url.port = String(network.port);
      return openStore(url.href, { pulse: { log, everyMs, silentMs } });
    },
  );
});
afterAll(async () => {
  await network.close();
  await opened.close();
});
afterEach(async () => {
  meanwhile = async () => {};
  network.mend();
  while ((await ready()) !== 200) await new Promise((resolve) => setTimeout(resolve, everyMs));
  expect(await ask(family)).toMatchObject(served);
});

const ask = (query: string, variables: object = {}) => askOf(opened.partnership, query, variables);
const ready = async () => (await opened.partnership.hub.http.inject('/ready')).statusCode;
const family = '{ client(id: "ada") { name { family } } }';
const served = { status: 200, body: { data: { client: { name: { family: 'Brook' } } } } };
const entries = async () => (await opened.asOwner((owner) => owner.query('SELECT seq FROM ledger_head'))).rows;

test('a query is to be tried again, and GET /ready says that the hub cannot answer while GET /health says that it is alive', async () => {
  expect(await ask(family)).toMatchObject(served);
  expect(await ready()).toBe(200);
  network.silence();
  expect(await ask(family)).toEqual(handsFull);
  expect(await ready()).toBe(503);
  expect((await opened.partnership.hub.http.inject('/health')).statusCode).toBe(200);
  expect(logged).toContain('its connections are abandoned');
  expect(await ask(family)).toEqual(handsFull);
  expect(await ask(record, { consent })).toEqual(handsFull);
  await expect(opened.store.ledger.head()).rejects.toThrow(
    'the database does not answer, and no connection to it is opened',
  );
  expect(opened.partnership.logged().split('"hub fault"')).toHaveLength(2);
});

test('if the network falls silent before the disclosure is in the ledger, nothing is released', async () => {
  const before = await entries();
  meanwhile = async () => network.silence();
  expect(await ask(family)).toEqual(notWritten);
  expect(await entries()).toEqual(before);
});

test('the hub waits for a database that is only slow', async () => {
  const told = await opened.asOwner(async (owner) => {
    await owner.query('BEGIN; LOCK TABLE ledger_head IN ACCESS EXCLUSIVE MODE');
    const asked = ask(family);
    await new Promise((resolve) => setTimeout(resolve, 2 * silentMs));
    await owner.query('COMMIT');
    return asked;
  });
  expect(told).toMatchObject(served);
  expect(logged.split('its connections are abandoned')).toHaveLength(3);
});

test('if somebody ends its connections, the hub goes on', async () => {
  await opened.asOwner(async (owner) => {
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  });
  await new Promise((resolve) => setTimeout(resolve, 20 * everyMs));
  expect(logged).not.toContain('the database cannot be queried');
});

test('a database that only allows reading is reported until it accepts writes again', async () => {
  const readOnly = (set: string) =>
    opened.asOwner(async (owner) => {
      await owner.query(`ALTER SYSTEM ${set}`);
      await owner.query('SELECT pg_reload_conf()');
    });
  await readOnly('SET default_transaction_read_only = on');
  while ((await ready()) === 200) await new Promise((resolve) => setTimeout(resolve, everyMs));
  expect(await ask(family)).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'LEDGER_UNAVAILABLE' } }] },
  });
  expect(await ask(record, { consent })).toEqual(notChanged);
  expect(logged.split('the database accepts no writes')).toHaveLength(2);
  await readOnly('RESET default_transaction_read_only');
  while (!logged.includes('the database accepts writes again'))
    await new Promise((resolve) => setTimeout(resolve, everyMs));
});

/** Changes a setting for new sessions only, as if a standby were dialled in place of the first server. */
const newSessions = (set: string) =>
  opened.asOwner(async (owner) => {
    await owner.query('SET default_transaction_read_only = off');
    const { rows } = await owner.query('SELECT current_database() AS name');
    await owner.query(`ALTER DATABASE ${rows[0].name} ${set}`);
  });

test('when the database accepts writes again the hub writes, though its connections were opened while it was read-only', async () => {
  await newSessions('SET default_transaction_read_only = on');
  await opened.asOwner((owner) =>
    owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`),
  );
  while ((await ready()) === 200) await new Promise((resolve) => setTimeout(resolve, everyMs));
  for (let refused = 0; refused < 3; refused += 1) expect((await ask(family)).status).toBe(503);
  await newSessions('RESET default_transaction_read_only');
  while ((await ready()) !== 200) await new Promise((resolve) => setTimeout(resolve, everyMs));
  expect(await ask(family)).toMatchObject(served);
});

test('no request fails because of those connections, however many there are', async () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, everyMs));
  await newSessions('SET default_transaction_read_only = on');
  const log = pino({ level: 'silent' });
  const database = openDatabase(opened.postgres.url, { poolSize: 8, pulse: { log, everyMs } });
  while (!database.isReadOnly()) await wait();
  await Promise.all(Array.from({ length: 8 }, () => database.pool.query('SELECT pg_sleep(0.2)')));
  expect(database.poolState()).toEqual({ open: 8, idle: 8, waiting: 0 });
  const write = () => database.transaction((connection) => connection.query('CREATE TABLE written ()'));
  await expect(write()).rejects.toThrow('read-only transaction');
  expect(database.poolState().open).toBe(7);
  await newSessions('RESET default_transaction_read_only');
  while (database.isReadOnly()) await wait();
  await write();
  const { rows } = await database.pool.query("SELECT to_regclass('written') AS written");
  expect(rows).toEqual([{ written: 'written' }]);
  await database.close();
});

test('a server that stops is reported too', async () => {
  await opened.postgres.stop();
  while ((await ready()) === 200) await new Promise((resolve) => setTimeout(resolve, everyMs));
  expect(await ask(family)).toEqual(handsFull);
  await opened.postgres.start();
});
