import { gnumed } from '@accord/gnumed/agency';
import { openDatabase } from '@accord/gnumed/database';
import { assertReadOnly } from '@accord/kit/database/assertReadOnly';
import { statementsOf } from '@accord/kit/database/watched';
import type { Mapping } from '@accord/kit/Mapping';
import { toldBy } from '@accord/seeding/toldBy';
import pg from 'pg';
import { inventedAgency, servedAgency, stopServed } from '../../subgraphs/kit/tests/inventedAgency.ts';
import { openPartnership } from '../lib/Partnership.ts';
import { fileFacts } from '../lib/people.ts';
import { testServer } from '../lib/TestServer.ts';
import { type GnumedDatabase, gnumedDatabase } from './gnumedDatabase.ts';

// GNUmed's test people come from Star Trek: Kirk (12) and the patient of its laboratory tests (13). Its staff are identities
// too.
const [kirk, laborata, mccoy] = ['12', '13', '8'] as const;
const now = new Date('2026-11-22T10:00:00Z');
let database: GnumedDatabase;
let db: ReturnType<typeof openDatabase>;
let mapping: Mapping;

beforeAll(async () => {
  database = await gnumedDatabase();
  db = openDatabase(database.readerUrl);
  mapping = gnumed(db);
}, 900_000);
const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
  await stopServed();
  await db?.$disconnect();
  await database?.stop();
});

/** Changes the database as GNUmed itself would, bypassing the agency. */
async function owner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('the role can only read, and a role that can write is detected', async () => {
  await assertReadOnly(db, 'postgresql', 'GNUmed');
  const admin = openDatabase(database.ownerUrl);
  await expect(assertReadOnly(admin, 'postgresql', 'GNUmed')).rejects.toThrow(
    /^Role "postgres" can change \d+ of GNUmed’s tables/,
  );
  await admin.$disconnect();
  await owner('GRANT INSERT ON clin.allergy TO accord_reader');
  await expect(assertReadOnly(db, 'postgresql', 'GNUmed')).rejects.toThrow(
    'can change 1 of GNUmed’s tables (clin.allergy …)',
  );
  await owner('REVOKE INSERT ON clin.allergy FROM accord_reader');
});

test('Captain Kirk is described in the words of the contract', async () => {
  const told = await toldBy(mapping, kirk);
  expect(told).toMatchObject({
    identity: {
      name: { given: 'James Tiberius', family: 'Kirk' },
      alsoKnownAs: [
        { given: 'James R.', family: 'Kirk' },
        { given: 'William', family: 'Shatner' },
      ],
      ...{ dateOfBirth: '1931-03-21', dateOfBirthAccuracy: 'EXACT', sex: 'MALE' },
    },
    // Seen on the evening before, by London time, in which GNUmed's own program wrote it.
    involvement: { since: '2000-09-18' },
    episodes: [
      { programme: 'General practice', start: '2000-09-18', end: '2000-09-18' },
      { programme: 'General practice', start: '2000-09-18', end: '2000-09-18' },
    ],
    alerts: [{ about: ['HEALTH'], code: 'MEDICAL', certainty: 'INDICATED', status: 'ACTIVE' }],
  });
  expect(told?.alerts).toMatchObject([{ text: expect.stringMatching(/^Penicillin V Stada: developed urticaria/) }]);
  expect(told?.needs).toHaveLength(2);
  expect(told?.notes).toHaveLength(6);
});

test('staff, people who are not patients, and numbers written another way are nobody', async () => {
  for (const number of [mccoy, '1', '012', '12.0', '99999999999', 'x', ''])
    expect(await toldBy(mapping, number)).toBeNull();
});

test('a person deleted in GNUmed is nobody', async () => {
  await owner(`UPDATE dem.identity SET deleted = true WHERE pk = ${laborata}`);
  expect(await toldBy(mapping, laborata)).toBeNull();
  expect((await mapping.linkage?.page(null, 100))?.map(({ number }) => number)).toEqual([12]);
  await owner(`UPDATE dem.identity SET deleted = false WHERE pk = ${laborata}`);
  expect(await toldBy(mapping, laborata)).not.toBeNull();
});

test('a health issue marked confidential is not shown, nor anything that belongs to it', async () => {
  await owner('UPDATE clin.health_issue SET is_confidential = true WHERE pk = 2');
  const told = await toldBy(mapping, kirk);
  expect([told?.needs, told?.notes, told?.alerts].map((list) => Array.isArray(list) && list.length)).toEqual([1, 0, 0]);
  await owner('UPDATE clin.health_issue SET is_confidential = false WHERE pk = 2');
});

test('telephone numbers, the last address and stickers are shown, a confidential number is not', async () => {
  await owner(`
    INSERT INTO dem.lnk_identity2comm (fk_identity, fk_type, url, is_confidential) VALUES
      (13, 5, '0491 570 006', true), (13, 3, '03 5550 0001', false), (13, 1, 'laborata@example.org', false);
    INSERT INTO dem.lnk_person_org_address (id_identity, id_address, id_type) VALUES (13, 1, 1);
    INSERT INTO dem.identity_tag (fk_identity, fk_tag, comment)
      SELECT 13, pk, 'asks twice' FROM ref.tag_image WHERE description IN ('Extra care !', 'smokes')`);
  const told = await toldBy(mapping, laborata);
  expect(told?.contact).toMatchObject({ phone: '03 5550 0001', email: 'laborata@example.org' });
  expect(told?.address).toMatchObject({
    line: expect.any(String),
    suburb: expect.any(String),
    state: expect.any(String),
  });
  expect(told?.alerts).toMatchObject([{ code: 'WORKER_SAFETY_PERSON', text: 'Extra care !: asks twice' }]);
});

test('over HTTP, under a permit, each part is shown only if its category is released', async () => {
  const { ask } = await servedAgency(mapping);
  const fields = 'identity { name { family } } involvement { since } needs { code } alerts { code } notes { about }';
  const told = async (...categories: readonly string[]) =>
    (await ask(fields, [{ records: [kirk, mccoy], categories }])).body.data._entities;
  expect(await told('IDENTITY')).toMatchObject([
    { identity: { name: { family: 'Kirk' } }, involvement: null, needs: [], alerts: [], notes: [] },
    { identity: null },
  ]);
  expect(await told('HEALTH')).toMatchObject([
    { identity: null, needs: [{ code: '12' }, { code: '12' }], alerts: [{ code: 'MEDICAL' }], notes: [] },
    { identity: null },
  ]);
  const [{ notes }] = await told('HEALTH', 'MEDICATION', 'MENTAL_HEALTH', 'AOD', 'SEXUAL_HEALTH');
  expect(notes).toHaveLength(6);
});

test('the hub joins Kirk’s file at GNUmed with his file at another agency', async () => {
  const server = await testServer();
  opened.push(() => server.stop());
  const store = await server.freshStore();
  const mappings = [inventedAgency().mapping, mapping];
  const partnership = await openPartnership({ store, mappings, way: 'HTTP', now: () => now });
  opened.push(() => partnership.close());
  await fileFacts(store, {
    records: [
      { person: 'kirk', agency: 'harbour', number: 1, handle: 'kirk-1' },
      { person: 'kirk', agency: 'gnumed', number: kirk, handle: 'kirk-2' },
    ],
    consents: [
      {
        id: 'c1',
        subject: 'kirk',
        rule: { except: [{ agencies: ['harbour'], categories: ['SERVICE_USE', 'HEALTH'] }] },
      },
    ],
  });
  const query = `{ client(id: "kirk") { records { agency { id } identity { name { family } } alerts { text } } }
    alerts { complete nodes { alert { text } record { agency { id } } } } }`;
  const { data } = JSON.parse((await partnership.ask({ as: 'mara', query })).body);
  const penicillin = expect.stringContaining('Penicillin');
  expect(data.client.records).toContainEqual({
    agency: { id: 'gnumed' },
    identity: null,
    alerts: [{ text: penicillin }],
  });
  expect(data.alerts).toMatchObject({ complete: true });
  expect(data.alerts.nodes).toContainEqual({ alert: { text: penicillin }, record: { agency: { id: 'gnumed' } } });
});

test('linkage gives every name of each patient, page by page', async () => {
  const first = await mapping.linkage?.page(null, 1);
  expect(first).toMatchObject([
    {
      ...{ number: 12, given: 'James Tiberius', family: 'Kirk', sex: 'MALE', dobAccuracy: 'EXACT', open: true },
      alsoKnownAs: [
        { given: 'James R.', family: 'Kirk' },
        { given: 'William', family: 'Shatner' },
      ],
    },
  ]);
  expect(await mapping.linkage?.page('12', 5)).toMatchObject([{ number: 13 }]);
  expect(await mapping.linkage?.page('13', 5)).toEqual([]);
  expect(await mapping.linkage?.count?.()).toBe(2);
});

test('the number of statements does not grow with the number of records', async () => {
  // The other test people become patients, each with a visit, a note and an allergy.
  await owner(`
    INSERT INTO clin.patient (fk_identity) SELECT pk FROM dem.identity WHERE pk NOT IN (12, 13);
    INSERT INTO clin.encounter (fk_patient, fk_type, fk_location, started, last_affirmed)
      SELECT pk, 1, (SELECT max(fk_location) FROM clin.encounter), '2026-03-01', '2026-03-01'
      FROM dem.identity WHERE pk NOT IN (12, 13);
    INSERT INTO clin.allergy_state (fk_encounter, has_allergy, last_confirmed)
      SELECT pk, 1, '2026-03-01' FROM clin.encounter WHERE fk_patient NOT IN (12, 13)`);
  const statementsFor = async (numbers: readonly string[]) => {
    const batch = { now };
    const { records, identity, contact, address, involvement, episodes, needs, alerts, notes } = mapping;
    const { value, heard } = await statementsOf(() =>
      Promise.all(
        numbers.map((number) =>
          Promise.all([
            records.rowsOf(number, batch),
            ...[identity, contact, address, involvement, episodes, needs, alerts, notes].map((part) =>
              part?.of(number, batch),
            ),
          ]),
        ),
      ),
    );
    expect(value.every(([found, told]) => found?.length === 1 && told !== null)).toBe(true);
    return heard.map(({ statement }) => /FROM "\w+"\."\w+"/.exec(statement.sql)?.[0]).sort();
  };
  const everybody = Array.from({ length: 14 }, (_, index) => String(index + 1));
  const forOne = await statementsFor([kirk]);
  expect(forOne.length).toBeGreaterThan(5);
  expect((await statementsFor(everybody)).length).toBeLessThanOrEqual(forOne.length);
});
