import { assertReadOnly } from '@accord/kit/database/assertReadOnly';
import type { FiledRecord, InventedPartnership } from '@accord/people/InventedPerson';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, readerUrl } from '@accord/seeding/createExisting';
import { sayWhatFailed } from '@accord/seeding/sayWhatFailed';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import pg from 'pg';
import { openDatabase } from './database.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { mistakenText } from './leftBehind.ts';
import {
  alertBases,
  alertSeverities,
  alertStatuses,
  alertTypes,
  noteKinds,
  type OwnCodes,
  periodStatuses,
  positions,
  situations,
} from './ownCodes.ts';
import { harbourCare } from './seed.ts';

const readerPassword = "it's / a %40 password?";
const partnership = withEveryCode(inventPartnership({ seed: 7, count: 400, asOf: '2026-11-22' }));
const filed = recordsIn(partnership);
const few = () => inventPartnership({ count: 50, asOf: '2026-11-22' });

let server: ThrowawayPostgres;
let adminUrl: string;
let db: PrismaClient;

beforeAll(async () => {
  server = await throwawayPostgres();
  adminUrl = server.adminUrl;
  await createExisting(harbourCare, { adminUrl, readerPassword, partnership: () => partnership, whenPresent: 'keep' });
  db = openDatabase(readerUrl(adminUrl, 'harbour', readerPassword));
});

afterAll(async () => {
  await db.$disconnect();
  await server.stop();
});

test('every filed record comes back', async () => {
  const live = { where: { deletedAt: null }, orderBy: { id: 'asc' as const } };
  const clients = await db.client.findMany({
    where: { deletedAt: null },
    include: {
      ...{ programme: true, caseWorker: true, aliases: live, contacts: live, addresses: live, needs: live },
      ...{ alerts: live, notes: { ...live, include: { author: true } }, accommodations: live },
      supportPeriods: { ...live, include: { programme: true } },
    },
  });
  const byNumber = new Map(clients.map((client) => [client.id, client]));
  expect([...byNumber.keys()].sort()).toEqual(filed.map((record) => record.number).sort());
  for (const record of filed) {
    expect(byNumber.get(record.number)).toMatchObject({
      givenName: record.spelling.given,
      familyName: record.spelling.family,
      dateOfBirth: dateOf(record.spelling.dateOfBirth),
      sex: Number(record.spelling.sex),
      noSms: record.unsafeContact.includes('SMS'),
      programme: { name: record.programme },
      caseWorker: { username: record.worker.login, fullName: record.worker.name, phone: record.worker.phone },
      registeredOn: dateOf(record.since),
      exitedOn: dateOf(record.until),
      aliases: record.spelling.alias ? [{ familyName: record.spelling.alias.family }] : [],
      contacts: [record.phone, record.email].filter((value) => value !== null).map((value) => ({ value })),
      addresses: record.place ? [{ line: record.place.line, postcode: record.place.postcode }] : [],
      accommodations: record.housing
        ? [{ situationCode: Number(codeOf(situations, record.housing.situation)), atRisk: record.housing.atRisk }]
        : [],
    });
    const client = byNumber.get(record.number);
    expect(client?.needs.map((need) => [need.id, String(need.reasonCode), need.identifiedOn, need.metOn])).toEqual(
      [...record.needs].sort(byId).map((need) => [need.id, need.reason, dateOf(need.identifiedOn), dateOf(need.metOn)]),
    );
    expect(
      client?.alerts.map((alert) => ({
        ...{ id: alert.id, code: wordOf(alertTypes, alert.typeCode), text: alert.details },
        ...{ certainty: wordOf(alertBases, alert.basis), severity: wordOf(alertSeverities, alert.severity) },
        ...{ status: wordOf(alertStatuses, alert.status), raisedBy: wordOf(positions, alert.raisedByPosition) },
        raisedOn: dayOf(alert.raisedOn),
        ...(alert.reviewDueOn ? { reviewDue: dayOf(alert.reviewDueOn) } : {}),
        ...(alert.closedOn ? { endedOn: dayOf(alert.closedOn) } : {}),
        ...(alert.closedReason ? { endedReason: alert.closedReason } : {}),
      })),
    ).toEqual([...record.alerts].sort(byId));
    expect(
      client?.notes.map((note) => [
        ...[note.id, note.body, note.author.username],
        [note.kindCode, ...note.alsoConcerns].flatMap((kind) => wordOf(noteKinds, kind) ?? []),
      ]),
    ).toEqual([...record.notes].sort(byId).map((note) => [note.id, note.text, note.writtenBy, note.about]));
    expect(
      client?.supportPeriods.map((period) => [period.programme.name, wordOf(periodStatuses, period.status)]),
    ).toEqual([...record.episodes].sort(byId).map((episode) => [episode.programme, episode.status]));
  }
});

test('what was deleted stays in the tables: clients, their alerts, needs, notes, telephone numbers, other names and addresses', async () => {
  const gone = { where: { deletedAt: { not: null } } };
  const deleted = await db.client.findMany({ ...gone, include: { alerts: true } });
  expect(deleted.length).toBeGreaterThan(1);
  for (const client of deleted) expect(client.alerts).toMatchObject([{ deletedAt: null, details: mistakenText }]);
  expect(await db.alert.findMany(gone)).toContainEqual(expect.objectContaining({ details: mistakenText }));
  expect(await db.caseNote.findMany(gone)).toContainEqual(expect.objectContaining({ body: mistakenText }));
  expect(await db.need.count(gone)).toBeGreaterThan(0);
  expect(await db.contact.count(gone)).toBeGreaterThan(0);
  expect(await db.alias.count(gone)).toBeGreaterThan(0);
  expect(await db.address.count(gone)).toBeGreaterThan(0);
});

test('the reader cannot write, even where it lifts the read-only setting of its own session', async () => {
  await assertReadOnly(db, 'postgresql', 'Harbour');
  await expect(db.client.updateMany({ data: { givenName: 'X' } })).rejects.toThrow(/read-only transaction/);
  const reader = new pg.Client({ connectionString: readerUrl(adminUrl, 'harbour', readerPassword) });
  await reader.connect();
  await reader.query('SET default_transaction_read_only = off');
  for (const write of [
    'UPDATE client SET given_name = given_name',
    'DELETE FROM case_note',
    "INSERT INTO note_kind VALUES ('ZZZ', 'None')",
    'TRUNCATE client_alert',
    'CREATE TABLE mine (id integer)',
    'CREATE TEMPORARY TABLE mine (id integer)',
    'DROP TABLE client_need',
  ]) {
    await expect(reader.query(write)).rejects.toMatchObject({ code: '42501' });
  }
  await reader.end();
});

test('a connection that can write is found out at the start', async () => {
  const admin = openDatabase(adminUrl.replace(/postgres$/, 'harbour'));
  await expect(assertReadOnly(admin, 'postgresql', 'Harbour')).rejects.toThrow(
    /^Role "postgres" can change \d+ of Harbour’s tables/,
  );
  await admin.$disconnect();
});

test('seeding twice keeps the data and takes the reader’s new password', async () => {
  const again = await createExisting(harbourCare, {
    adminUrl,
    readerPassword: 'new',
    partnership: few,
    whenPresent: 'keep',
  });
  expect(again).toEqual({ records: filed.length, created: false });
  await expect(
    assertReadOnly(openDatabase(readerUrl(adminUrl, 'harbour', 'old')), 'postgresql', 'Harbour'),
  ).rejects.toThrow();
  await createExisting(harbourCare, { adminUrl, readerPassword, partnership: few, whenPresent: 'keep' });
});

test('a seed that fails half-way leaves what was there, and no half-made database in its place', async () => {
  const broken = () => ({ ...few(), staff: { ...few().staff, harbour: [] }, people: withNoteByNobody(few()) });
  const seed = createExisting(harbourCare, { adminUrl, readerPassword, partnership: broken, whenPresent: 'replace' });
  await expect(seed).rejects.toThrow('"nobody@harbour" stands on a file at Harbour but in none of its lists.');
  expect(await db.client.count({ where: { deletedAt: null } })).toBe(filed.length);
});

test('two seeds at once make one database, and remove what a failed one left', async () => {
  await db.$disconnect();
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const names = async () => (await admin.query("SELECT datname FROM pg_database WHERE datname ~ '^harbour'")).rows;
  expect(await names()).toContainEqual({ datname: 'harbour_unfinished' });
  await admin.query('DROP DATABASE harbour WITH (FORCE)');
  const options = { adminUrl, readerPassword, partnership: few, whenPresent: 'keep' as const };
  const both = await Promise.all([createExisting(harbourCare, options), createExisting(harbourCare, options)]);
  expect(both.map((existing) => existing.created).sort()).toEqual([false, true]);
  expect(await names()).toEqual([{ datname: 'harbour' }]);
  await admin.end();
});

test('a database of the same name that is not Harbour’s is left alone', async () => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('ALTER DATABASE harbour RENAME TO harbour_aside');
  await admin.query('CREATE DATABASE harbour');
  const other = new pg.Client({ connectionString: adminUrl.replace(/postgres$/, 'harbour') });
  await other.connect();
  await other.query('CREATE TABLE boats (id integer)');
  await other.end();
  const seed = createExisting(harbourCare, { adminUrl, readerPassword, partnership: few, whenPresent: 'replace' });
  await expect(seed).rejects.toThrow("holds tables that are not the agency's");
  await admin.end();
});

test('a server that does not answer is named in one sentence, without the password', async () => {
  const nowhere = 'postgresql://postgres:secret@127.0.0.1:1/postgres';
  const options = { adminUrl: nowhere, readerPassword, partnership: few, whenPresent: 'keep' as const };
  const fault = await createExisting(harbourCare, options).catch((error: unknown) => error);
  expect(sayWhatFailed(fault, nowhere)).toBe(
    'No PostgreSQL answers at 127.0.0.1:1; start it or correct ACCORD_ADMIN_URL.',
  );
});

function recordsIn({ people }: InventedPartnership): readonly FiledRecord[] {
  return people.flatMap((person) => person.records.filter((record) => record.agency === 'harbour'));
}

/** The same partnership, where one record at Harbour carries every code Harbour has. */
function withEveryCode(invented: InventedPartnership): InventedPartnership {
  const [owner] = recordsIn(invented).slice(3);
  if (!owner) throw new Error('The invented partnership has too few records at Harbour.');
  const day = '2026-01-02';
  const full: FiledRecord = {
    ...owner,
    needs: [...Array.from({ length: 26 }, (_, nth) => String(nth + 1)), '99'].map((reason, nth) => ({
      ...{ id: 900_000 + nth, reason, identifiedOn: day },
    })),
    alerts: Object.values(alertTypes).map((code, nth) => ({
      ...{ id: 900_000 + nth, code, text: `“${code}”, it's \\ "so"`, raisedOn: day, raisedBy: 'TEAM_LEADER' },
      ...{ certainty: 'ASSESSED', severity: 'LOW', status: 'CLOSED', endedOn: day, endedReason: 'Over; done.' },
    })),
    notes: [Object.values(noteKinds), []].map((about, nth) => ({
      ...{ id: 900_000 + nth, writtenOn: day, writtenBy: owner.worker.login, text: 'Note.\nLine two.', about },
      describesFamilyViolence: false,
    })),
  };
  const people = invented.people.map((person) => ({
    ...person,
    records: person.records.map((record) => (record === owner ? full : record)),
  }));
  return { ...invented, people };
}

const withNoteByNobody = ({ people }: InventedPartnership): InventedPartnership['people'] =>
  people.map((person) => ({
    ...person,
    records: person.records.map((record) => ({
      ...record,
      notes: record.notes.map((note) => ({ ...note, writtenBy: 'nobody@harbour' })),
    })),
  }));

const dateOf = (day: string | null | undefined) => (day ? new Date(`${day}T00:00:00Z`) : null);

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const byId = (a: Readonly<{ id: number }>, b: Readonly<{ id: number }>) => a.id - b.id;

const codeOf = (codes: OwnCodes, word: string) => Object.keys(codes).find((code) => codes[code] === word);

const wordOf = (codes: OwnCodes, code: string | number) => codes[String(code)];
