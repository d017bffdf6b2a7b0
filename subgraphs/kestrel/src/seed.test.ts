import { assertReadOnly } from '@accord/kit/database/assertReadOnly';
import type { FiledRecord, InventedPartnership } from '@accord/people/InventedPerson';
import { inventPartnership } from '@accord/people/inventPartnership';
import { createExisting, readerUrl } from '@accord/seeding/createExisting';
import { type ThrowawayPostgres, throwawayPostgres } from '@accord/seeding/throwawayPostgres';
import pg from 'pg';
import { openDatabase } from './database.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import * as own from './ownCodes.ts';
import { kestrelEhr } from './seed.ts';
import { voidedText } from './tableRows.ts';

const readerPassword = "it's / a %40 password?";
const partnership = withEveryCode(inventPartnership({ seed: 7, count: 400, asOf: '2026-11-22' }));
const filed = recordsIn(partnership);

let server: ThrowawayPostgres;
let adminUrl: string;
let db: PrismaClient;

beforeAll(async () => {
  server = await throwawayPostgres();
  adminUrl = server.adminUrl;
  await createExisting(kestrelEhr, { adminUrl, readerPassword, partnership: () => partnership, whenPresent: 'keep' });
  db = openDatabase(readerUrl(adminUrl, 'kestrel', readerPassword));
});

afterAll(async () => {
  await db.$disconnect();
  await server.stop();
});

test('every filed record comes back', async () => {
  const live = { where: { voided: false } };
  const persons = await db.person.findMany({
    ...live,
    include: { names: live, nameHistory: live, addresses: live, attributes: live, program: true, keyProvider: true },
  });
  const byNumber = new Map(persons.map((person) => [person.personId, person]));
  expect([...byNumber.keys()].sort()).toEqual(filed.map(({ number }) => number).sort());
  for (const record of filed) {
    const { spelling, worker, place } = record;
    const other = spelling.alias ? [{ givenName: spelling.alias.given, familyName: spelling.alias.family }] : [];
    expect(byNumber.get(record.number)).toMatchObject({
      names: [
        { givenName: spelling.given, familyName: spelling.family, preferred: true },
        ...(record.number % 2 === 0 ? other : []).map((name) => ({ ...name, preferred: false })),
      ],
      nameHistory: record.number % 2 === 0 ? [] : other,
      gender: codeOf(own.genders, spelling.sex),
      birthdate: dateOf(spelling.dateOfBirth),
      birthdateEstimated: spelling.dateAccuracy === 'ESTIMATED',
      addresses: place ? [{ address1: place.line, cityVillage: place.suburb, postalCode: place.postcode }] : [],
      program: { name: record.programme },
      keyProvider: { username: worker.login, displayName: worker.name, phone: worker.phone },
      intakeDate: dateOf(record.since),
      dischargeDate: dateOf(record.until),
    });
    const attributes = byNumber.get(record.number)?.attributes.map(({ attribute, value }) => [attribute, value]) ?? [];
    expect(Object.fromEntries(attributes)).toEqual({
      ...(record.phone && { phone: record.phone }),
      ...(record.email && { email: record.email }),
      ...(record.culturalIdentity && { culture: record.culturalIdentity }),
      language: record.language,
      ...Object.fromEntries(record.unsafeContact.map((way) => [`no_${way.toLowerCase()}`, 'true'])),
    });
  }
});

test('every need, note and finding comes back out of the observations', async () => {
  const all = await db.obs.findMany({
    where: { person: { voided: false }, obsGroupId: null },
    include: { members: { orderBy: { obsId: 'asc' } }, provider: true },
    orderBy: { obsId: 'asc' },
  });
  const of = (concept: number) => all.filter(({ conceptId }) => conceptId === concept);
  expect(
    of(own.concepts.need).map((need) => [
      ...[need.personId, own.reasonOfConcept(need.valueCoded), dayOf(need.obsDatetime)],
      need.members.map(({ conceptId, valueDatetime }) => [conceptId, valueDatetime && dayOf(valueDatetime)]),
    ]),
  ).toEqual(
    ofEach(({ needs }) => needs).map(([number, { reason, identifiedOn, metOn }]) => [
      ...[number, reason, identifiedOn],
      metOn ? [[own.concepts.needMet, metOn]] : [],
    ]),
  );
  expect(
    of(own.concepts.note).map((note) => [
      ...[note.personId, note.valueText, note.provider?.username, dayOf(note.obsDatetime)],
      note.members.map(({ valueCoded }) => wordOf(own.topics, valueCoded)),
    ]),
  ).toEqual(
    ofEach(({ notes }) => notes).map(([number, note]) => [
      number,
      note.text,
      note.writtenBy,
      note.writtenOn,
      note.about,
    ]),
  );
  const findings = all.filter(({ conceptId }) => String(conceptId) in own.findings);
  expect(
    findings.map((found) => [
      ...[found.personId, wordOf(own.findings, found.conceptId), found.valueText, dayOf(found.obsDatetime)],
    ]),
  ).toEqual(
    ofEach(({ health }) => health).map(([number, { kind, concept, value, on }]) => [
      number,
      kind,
      `${concept}: ${value}`,
      on,
    ]),
  );
  expect(findings.length).toBeGreaterThan(0);
});

test('every alert and every episode comes back', async () => {
  const flags = await db.flag.findMany({ where: { person: { voided: false } }, orderBy: { flagId: 'asc' } });
  expect(
    flags.map((flag) => [
      flag.personId,
      {
        ...{ id: flag.flagId, code: wordOf(own.flagConcepts, flag.conceptId), text: flag.comment },
        ...{ certainty: wordOf(own.verifications, flag.verification), severity: wordOf(own.priorities, flag.priority) },
        ...{ status: wordOf(own.flagStatuses, flag.status), raisedBy: wordOf(own.roles, flag.raisedRole) },
        raisedOn: dayOf(flag.dateRaised),
        ...(flag.reviewDate ? { reviewDue: dayOf(flag.reviewDate) } : {}),
        ...(flag.dateEnded ? { endedOn: dayOf(flag.dateEnded) } : {}),
        ...(flag.endReason ? { endedReason: flag.endReason } : {}),
      },
    ]),
  ).toEqual(ofEach(({ alerts }) => alerts));
  const enrolments = await db.enrolment.findMany({
    where: { person: { voided: false } },
    include: { program: true },
    orderBy: { programEnrolmentId: 'asc' },
  });
  expect(
    enrolments.map((enrolment) => [
      enrolment.personId,
      {
        ...{ id: enrolment.programEnrolmentId, programme: enrolment.program.name },
        ...{ status: wordOf(own.enrolmentStates, enrolment.state), start: dayOf(enrolment.dateEnrolled) },
        ...(enrolment.dateCompleted ? { end: dayOf(enrolment.dateCompleted) } : {}),
      },
    ]),
  ).toEqual(ofEach(({ episodes }) => episodes));
});

test('a concept stands in the dictionary under one name', async () => {
  const all = await db.concept.findMany({ include: { names: true } });
  expect(all.filter(({ names }) => names.length !== 1)).toEqual([]);
});

test('voided names and addresses of people who are still there stay in the tables', async () => {
  const mistaken = { where: { voided: true, person: { voided: false } } };
  expect(await db.personName.count(mistaken)).toBeGreaterThan(0);
  expect(await db.nameHistory.count(mistaken)).toBeGreaterThan(0);
  expect(await db.personAddress.count(mistaken)).toBeGreaterThan(0);
});

test('a voided person stays in the tables, with a flag nobody thought of voiding', async () => {
  const voided = await db.person.findMany({ where: { voided: true }, include: { flags: true } });
  expect(voided.length).toBeGreaterThan(0);
  for (const person of voided) expect(person.flags).toMatchObject([{ voided: false, comment: voidedText }]);
});

test('the reader cannot write, even where it lifts the read-only setting of its own session', async () => {
  await assertReadOnly(db, 'postgresql', 'Kestrel');
  await expect(db.person.updateMany({ data: { gender: 'U' } })).rejects.toThrow(/read-only transaction/);
  const reader = new pg.Client({ connectionString: readerUrl(adminUrl, 'kestrel', readerPassword) });
  await reader.connect();
  await reader.query('SET default_transaction_read_only = off');
  for (const write of [
    'UPDATE person SET gender = gender',
    'DELETE FROM obs',
    "INSERT INTO program VALUES (999, 'None')",
    'TRUNCATE flag',
    'CREATE TABLE mine (id integer)',
    'DROP TABLE concept_name',
  ]) {
    await expect(reader.query(write)).rejects.toMatchObject({ code: '42501' });
  }
  await reader.end();
});

test('a connection that can write is found out at the start', async () => {
  const admin = openDatabase(adminUrl.replace(/postgres$/, 'kestrel'));
  await expect(assertReadOnly(admin, 'postgresql', 'Kestrel')).rejects.toThrow(
    /^Role "postgres" can change \d+ of Kestrel’s tables/,
  );
  await admin.$disconnect();
});

test('seeding twice keeps the data, and a seed that fails half-way leaves it', async () => {
  const few = () => inventPartnership({ count: 50, asOf: '2026-11-22' });
  const options = { adminUrl, readerPassword, whenPresent: 'keep' as const };
  const again = await createExisting(kestrelEhr, { ...options, partnership: few });
  expect(again).toEqual({ records: filed.length, created: false });
  const unknownWorker = () => ({ ...few(), people: few().people.map(withNotesByNobody) });
  const failing = createExisting(kestrelEhr, { ...options, partnership: unknownWorker, whenPresent: 'replace' });
  await expect(failing).rejects.toThrow('"nobody@kestrel" stands on a file at Kestrel but in none of its lists.');
  expect(await db.person.count({ where: { voided: false } })).toBe(filed.length);
});

function recordsIn({ people }: InventedPartnership): readonly FiledRecord[] {
  return people.flatMap((person) => person.records.filter(({ agency }) => agency === 'kestrel'));
}

/** One kind of entry from all records, by the entries' own numbers, each with the number of its record. */
function ofEach<Entry extends Readonly<{ id: number }>>(entries: (record: FiledRecord) => readonly Entry[]) {
  return filed
    .flatMap((record) => entries(record).map((entry) => [record.number, entry] as const))
    .sort(([, a], [, b]) => a.id - b.id);
}

/** The same partnership, where one record at Kestrel carries every code Kestrel has. */
function withEveryCode(invented: InventedPartnership): InventedPartnership {
  const [owner] = recordsIn(invented).slice(3);
  if (!owner) throw new Error('The invented partnership has too few records at Kestrel.');
  const day = '2026-01-02';
  const full: FiledRecord = {
    ...owner,
    unsafeContact: ['VOICEMAIL', 'SMS', 'LETTER'],
    needs: [...Array.from({ length: 26 }, (_, nth) => String(nth + 1)), '99'].map((reason, nth) => ({
      ...{ id: 900_000 + nth, reason, identifiedOn: day },
      ...(nth % 2 ? { metOn: '2026-02-03' } : {}),
    })),
    alerts: Object.values(own.flagConcepts).map((code, nth) => ({
      ...{ id: 900_000 + nth, code, text: `“${code}”, it's \\ "so"`, raisedOn: day, raisedBy: 'TEAM_LEADER' },
      ...{ certainty: 'ASSESSED', severity: 'LOW', status: 'CLOSED', endedOn: day, endedReason: 'Over; done.' },
    })),
    notes: [Object.values(own.topics), []].map((about, nth) => ({
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

const withNotesByNobody = (person: InventedPartnership['people'][number]) => ({
  ...person,
  records: person.records.map((record) => ({
    ...record,
    notes: record.notes.map((note) => ({ ...note, writtenBy: 'nobody@kestrel' })),
  })),
});

const dateOf = (day: string | null | undefined) => (day ? new Date(`${day}T00:00:00Z`) : null);

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const codeOf = (codes: own.OwnCodes, word: string) => Object.keys(codes).find((code) => codes[code] === word);

const wordOf = (codes: own.OwnCodes, code: string | number | null) => codes[String(code)];
