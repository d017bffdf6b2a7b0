import { type HubOnItsOwnPostgres, hubOnItsOwnPostgres } from './hubOnItsOwnPostgres.ts';

// The ledger cannot be written, in the ways a PostgreSQL has: nothing is released, and the next question is answered again.

let opened: HubOnItsOwnPostgres;
/** Called when the agency has answered, before the ledger is written. */
let meanwhile = async (): Promise<void> => {};

beforeAll(async () => {
  opened = await hubOnItsOwnPostgres(() => meanwhile());
});
afterAll(() => opened.close());

const ask = () => opened.partnership.ask({ as: 'mara', query: '{ client(id: "ada") { name { family } } }' });

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
  expect(opened.partnership.logged()).not.toContain('Brook');
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
  await opened.asOwner((owner) => owner.query(breakIt));
  await expectNothingReleased();
  await opened.asOwner((owner) => owner.query(mendIt));
  expect((await ask()).body).toContain('Brook');
});

test('where PostgreSQL stops between the decision and the ledger nothing is released, and afterwards again', async () => {
  meanwhile = () => opened.postgres.stop();
  await expectNothingReleased({ retryAfterSeconds: 1 });
  meanwhile = async () => {};
  expect((await ask()).body).not.toContain('Brook');
  await opened.postgres.start();
  expect((await ask()).body).toContain('Brook');
  expect(await opened.store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
});
