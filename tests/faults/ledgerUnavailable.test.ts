import { FaultLog } from '@accord/server/answer/FaultLog';
import { askOf, consent, notChanged, record } from './comeAgain.ts';
import { type HubOnItsOwnPostgres, hubOnItsOwnPostgres } from './hubOnItsOwnPostgres.ts';

// The ledger cannot be written, in every way that PostgreSQL can fail: nothing is released, and the next question is answered
// again.

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
        message: 'The disclosure could not be recorded in the ledger, so nothing was released. Try again later.',
        extensions: { code: 'LEDGER_UNAVAILABLE', ...retry },
      },
    ],
  });
  expect(status).toBe(503);
  expect(opened.partnership.logged()).not.toContain('Brook');
}

const fullFor = (table: string) => `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
  CREATE TRIGGER disk_full BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION disk_full()`;
const full = fullFor('ledger_entry');

const ready = async () => {
  const { statusCode, body } = await opened.partnership.hub.http.inject('/ready');
  return [statusCode, JSON.parse(body).status];
};

test('while the disk is full GET /ready says so, and the log has one fault in full and counts the others under its reference', async () => {
  expect(await ready()).toEqual([200, 'ready']);
  await opened.asOwner((owner) => owner.query(full));
  for (let asked = 0; asked < 3; asked += 1) await expectNothingReleased();
  expect(await ready()).toEqual([503, 'the database accepts no writes']);
  const counted = await opened.counts.text();
  expect(counted).toContain('\naccord_ledger_append_duration_seconds_count{outcome="FAILED"} 3\n');
  expect(counted).toContain('\naccord_requests_total{operation="other",status="503"} 3\n');
  expect(opened.partnership.logged().split('"hub fault"')).toHaveLength(2);
  await opened.asOwner((owner) => owner.query('DROP TRIGGER disk_full ON ledger_entry; DROP FUNCTION disk_full'));
  expect((await ask()).body).toContain('Brook');
  expect(await ready()).toEqual([200, 'ready']);
});

test('a change that finds the disk full is not made and may be requested again; an earlier one is not reported as not made', async () => {
  const before = opened.partnership.logged().split('"hub fault"').length;
  await opened.asOwner((owner) => owner.query(fullFor('consent')));
  const toldAlone = await askOf(opened.partnership, record, { consent });
  const block = 'addBlock(block: { client: "ada", kind: SAFETY_BLOCK, users: ["tess"] }) { block { id } }';
  const both = record.replace('{ recordConsent', `{ ${block} recordConsent`);
  const toldOfBoth = await askOf(opened.partnership, both, { consent });
  await opened.asOwner((owner) => owner.query('DROP TRIGGER disk_full ON consent; DROP FUNCTION disk_full'));
  expect(toldAlone).toEqual(notChanged);
  expect(opened.partnership.logged().split('"hub fault"')).toHaveLength(before + 1);
  expect(toldOfBoth).toMatchObject({
    status: 200,
    body: { errors: [{ path: ['recordConsent'], extensions: { code: 'HUB_FAULT' } }] },
  });
  expect(await opened.asOwner(async (owner) => (await owner.query('SELECT FROM fact')).rowCount)).toBe(1);
  expect(await opened.asOwner(async (owner) => (await owner.query('SELECT FROM consent')).rowCount)).toBe(0);
  expect(JSON.stringify(await askOf(opened.partnership, record, { consent }))).toContain('"recordConsent":{"consent"');
});

test('a request for a consent that finds the disk full is not sent, and may be made again', async () => {
  const request = 'mutation { requestConsent(request: { client: "ada" }) { sent } }';
  await opened.asOwner((owner) => owner.query(fullFor('consent_request')));
  const told = await askOf(opened.partnership, request);
  await opened.asOwner((owner) => owner.query('DROP TRIGGER disk_full ON consent_request; DROP FUNCTION disk_full'));
  expect(told).toEqual(notChanged);
});

test('the log says after a while how many requests failed in an outage; any other fault is logged in full each time', async () => {
  const told: object[] = [];
  const faults = new FaultLog({ error: (line: object) => void told.push(line) }, 10);
  const outage = Object.assign(new Error('No space left on device'), { code: '53100' });
  const [reference, second] = [faults.logFault(outage), faults.logFault(outage)];
  expect(second).toBe(reference);
  while (told.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(told).toEqual([
    { reference, err: outage },
    { reference, further: 1 },
  ]);
  // A disk that fails is a different outage from a full one.
  const failing = Object.assign(new Error('could not read block'), { code: '58030' });
  expect(faults.logFault(failing)).not.toBe(reference);
  expect(told.at(-1)).toMatchObject({ err: failing });
  faults.end();
  const [one, other] = [faults.logFault(new Error('a defect')), faults.logFault(new Error('a defect'))];
  expect(one).not.toBe(other);
  expect(told).toHaveLength(5);
});

test.each([
  ['the disk is full', full, 'DROP TRIGGER disk_full ON ledger_entry'],
  ['the table is not there', 'ALTER TABLE ledger_entry RENAME TO gone', 'ALTER TABLE gone RENAME TO ledger_entry'],
  ['the head is gone', 'ALTER TABLE ledger_head RENAME TO gone', 'ALTER TABLE gone RENAME TO ledger_head'],
])('if %s nothing is released, and afterwards it is again', async (_how, breakIt, mendIt) => {
  expect((await ask()).body).toContain('Brook');
  await opened.asOwner((owner) => owner.query(breakIt));
  await expectNothingReleased();
  await opened.asOwner((owner) => owner.query(mendIt));
  expect((await ask()).body).toContain('Brook');
});

test('if PostgreSQL stops between the decision and the ledger nothing is released, and afterwards it is again', async () => {
  meanwhile = () => opened.postgres.stop();
  await expectNothingReleased({ retryAfterSeconds: 1 });
  meanwhile = async () => {};
  expect((await ask()).body).not.toContain('Brook');
  await opened.postgres.start();
  expect((await ask()).body).toContain('Brook');
  expect(await opened.store.ledger.verify()).toMatchObject({ kind: 'INTACT' });
});
