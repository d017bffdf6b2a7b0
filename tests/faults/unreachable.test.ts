import { UnsecuredJWT } from 'jose';
import { askOf, consent, handsFull, notWritten, record } from './comeAgain.ts';
import { type HubOnItsOwnPostgres, hubOnItsOwnPostgres } from './hubOnItsOwnPostgres.ts';

// The hub's database cannot be reached, or closes the hub's connections: requesters are told to try again in a moment, and
// nothing else.

let opened: HubOnItsOwnPostgres;
/** Called when the agency has answered, before the ledger is written. */
let meanwhile = async (): Promise<void> => {};

beforeAll(async () => {
  opened = await hubOnItsOwnPostgres(() => meanwhile());
});
afterAll(() => opened.close());
beforeEach(() => {
  meanwhile = async () => {};
});

const ask = (query: string, variables: object = {}) => askOf(opened.partnership, query, variables);
const family = '{ client(id: "ada") { name { family } } }';
const served = { status: 200, body: { data: { client: { name: { family: 'Brook' } } } } };

const others = 'FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
const endThem = `SELECT pg_terminate_backend(pid) ${others}`;

/** Blocks this use of the table, asks, and ends the hub's connections once one of them is waiting for it. */
const askAndEnd = (lock: string, query: string, variables: object = {}) =>
  opened.asOwner(async (owner) => {
    await owner.query(`BEGIN; LOCK TABLE ${lock}`);
    const asked = ask(query, variables);
    while ((await owner.query(`SELECT ${others} AND wait_event_type = 'Lock'`)).rowCount === 0);
    await owner.query(endThem);
    await owner.query('COMMIT');
    return asked;
  });

const entries = async (): Promise<number> => (await opened.store.ledger.head()).seq;

test('a query that finds the server stopped is to be tried again, and is answered once the server has started', async () => {
  expect(await ask(family)).toMatchObject(served);
  await opened.postgres.stop();
  expect(await ask(family)).toEqual(handsFull);
  expect(await ask('{ me { agency { name } } }')).toEqual(handsFull);
  await opened.postgres.start();
  const before = await entries();
  expect(await ask(family)).toMatchObject(served);
  expect(await entries()).toBe(before + 1);
  expect(await opened.store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
});

test('a change that finds the server stopped is not made, and may be requested again', async () => {
  await opened.postgres.stop();
  expect(await ask(record, { consent })).toEqual(handsFull);
  await opened.postgres.start();
  expect(await onFile()).toEqual([]);
});

test('an agency that announces while the server is stopped is to try again, and not told that its key is wrong', async () => {
  const announce = async () => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${new UnsecuredJWT({}).setIssuer('harbour').encode()}`,
    };
    const { http } = opened.partnership.hub;
    const { statusCode, body } = await http.inject({ method: 'POST', url: '/linkage/state', headers, payload: '{}' });
    return [statusCode, JSON.parse(body).errors[0].extensions.code];
  };
  expect(await announce()).toEqual([401, 'TOKEN_REFUSED']);
  await opened.postgres.stop();
  expect(await announce()).toEqual([503, 'HUB_BUSY']);
  await opened.postgres.start();
});

test('if the server stops before the disclosure is in the ledger, nothing is released', async () => {
  expect(await ask(family)).toMatchObject(served);
  const before = await entries();
  meanwhile = () => opened.postgres.stop();
  expect(await ask(family)).toEqual(notWritten);
  meanwhile = async () => {};
  await opened.postgres.start();
  expect(await entries()).toBe(before);
  expect(await ask(family)).toMatchObject(served);
});

test('if an administrator ends the connection on which the disclosure is being written, nothing is released', async () => {
  const before = await entries();
  expect(await askAndEnd('ledger_head IN ACCESS EXCLUSIVE MODE', family)).toEqual(notWritten);
  expect(await entries()).toBe(before);
  expect(await ask(family)).toMatchObject(served);
});

test('if an administrator ends the connection on which a part is being read, no part is given', async () => {
  const several = '{ client(id: "ada") { name { family } } notices(first: 1) { nodes { id } } }';
  const before = await entries();
  expect(await askAndEnd('notice IN ACCESS EXCLUSIVE MODE', several)).toEqual(handsFull);
  expect(await entries()).toBe(before);
  expect(await ask(several)).toMatchObject({ status: 200, body: { data: { notices: { nodes: [] } } } });
});

const onFile = async () => (await opened.asOwner((owner) => owner.query('SELECT id FROM consent'))).rows;

test('if the connection ends during a change, nobody is told to make it again: it may have been made', async () => {
  const told = await askAndEnd('consent IN SHARE MODE', record, { consent });
  expect(told).toEqual({
    ...{ status: 200, retryAfter: undefined },
    body: {
      data: null,
      errors: [
        expect.objectContaining({
          message: expect.stringMatching(/^Something went wrong at the hub/),
          extensions: { code: 'HUB_FAULT' },
        }),
      ],
    },
  });
  expect(opened.partnership.logged()).toContain('It is not known whether the change was made');
  expect(await onFile()).toEqual([]);
  expect(await ask(record, { consent })).toMatchObject({ body: { data: { recordConsent: { consent: {} } } } });
  expect(await onFile()).toHaveLength(1);
});
