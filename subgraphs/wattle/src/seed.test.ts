import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertReadOnly } from '@accord/kit/database/assertReadOnly';
import type { FiledRecord, InventedAlert, InventedPartnership } from '@accord/people/InventedPerson';
import { inventPartnership } from '@accord/people/inventPartnership';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { openDatabase } from './database.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { mergedText } from './mergedAway.ts';
import {
  alertCertainties,
  alertCodes,
  alertSeverities,
  alertStates,
  levels,
  needCodes,
  noteLetters,
  type OwnCodes,
} from './ownCodes.ts';
import { sayWhatFailed } from './sayWhatFailed.ts';
import { createExisting } from './seed.ts';
import { textDate } from './textDate.ts';

let folder: string;
let file: string;
let db: PrismaClient;
const partnership = withEveryCode(inventPartnership({ seed: 7, count: 400, asOf: '2026-11-22' }));
const filed = recordsIn(partnership);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wattle’s #1 '));
  file = join(folder, 'wattle.db');
  await createExisting({ file, partnership: () => partnership, whenPresent: 'keep' });
  db = openDatabase(file);
});

afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true });
});

test('every filed record can be read back', async () => {
  const persons = await db.person.findMany({
    where: { MRG_TO: null },
    include: { worker: true, contact: true, needs: true, notes: { include: { author: true } }, episodes: true },
  });
  const byNumber = new Map(persons.map((person) => [person.PRS_NO, person]));
  expect([...byNumber.keys()].sort()).toEqual(filed.map((record) => record.number).sort());
  for (const record of filed) {
    expect(byNumber.get(record.number)).toMatchObject({
      F_NAM: record.spelling.given,
      S_NAM: record.spelling.family,
      AKA_S_NAM: record.spelling.alias?.family ?? '',
      PROG: record.programme,
      OPN_DT: textDate(record.since),
      worker: { USR_LOGIN: record.worker.login, USR_NAM: record.worker.name, USR_PH: record.worker.phone },
      contact: {
        PH_NO: record.phone ?? '',
        ADR_LN: record.place?.line ?? '',
        SMS_OK: record.unsafeContact.includes('SMS') ? 'N' : 'Y',
      },
      needs: record.needs.map((need) => ({ ND_NO: need.id, ND_MET_DT: textDate(need.metOn) })),
      episodes: record.episodes.map((episode) => ({ EP_NO: episode.id, EP_FROM: textDate(episode.start) })),
    });
    const person = byNumber.get(record.number);
    expect(person?.needs.map((need) => wordOf(needCodes, need.ND_CD))).toEqual(record.needs.map((need) => need.reason));
    expect(person?.notes.map((note) => [note.NT_TXT, note.author.USR_LOGIN, aboutOf(note.NT_TYP)])).toEqual(
      record.notes.map((note) => [note.text, note.writtenBy, note.about]),
    );
  }
});

test('an alert is in the columns shown in red or in the house format, and can be read back from either', async () => {
  const persons = await db.person.findMany({ where: { MRG_TO: null } });
  const back = persons.flatMap((person) => [
    ...(person.ALRT_NO === null ? [] : [[person.ALRT_NO, person.ALRT_STAT, person.ALRT_DT, person.ALRT_CMT]]),
    ...person.ALRT_TXT.split(' // ')
      .filter((entry) => entry !== '')
      .map((entry) => {
        const [, id, stat, certainty, state, raised, level, words] =
          /^#(\d+) (\w\w-[LMHC]) (\w) (\w) (\S+) L(\d)(?: RV \S+)?(?: END \S+)?(?: \(.*?\))? = (.*)$/.exec(entry) ?? [];
        expect([wordOf(alertCertainties, certainty), wordOf(alertStates, state), wordOf(levels, level)]).not.toContain(
          undefined,
        );
        return [Number(id), stat, raised, words];
      }),
  ]);
  const expected = filed.flatMap((record) => record.alerts.map(seenAlert));
  expect(back.sort(byId)).toEqual(expected.sort(byId));
});

test('a date of birth with only the year known has 00/00 for day and month; an unknown one is empty', async () => {
  const accuracies = new Map(filed.map((record) => [record.number, record.spelling]));
  for (const person of await db.person.findMany({ where: { MRG_TO: null } })) {
    const { dateOfBirth, dateAccuracy } = accuracies.get(person.PRS_NO) ?? {};
    const yearOnly = dateAccuracy === 'ESTIMATED' && dateOfBirth?.endsWith('-01-01');
    expect(person.DOB_TXT).toBe(yearOnly ? `00/00/${dateOfBirth?.slice(0, 4)}` : textDate(dateOfBirth));
  }
  expect(await db.person.count({ where: { DOB_TXT: { startsWith: '00/00/' } } })).toBeGreaterThan(0);
  expect(await db.person.count({ where: { DOB_TXT: '' } })).toBeGreaterThan(0);
});

test('a merged-away person stays in the tables beside the person they were merged into, with their own notes and alerts', async () => {
  const gone = await db.person.findMany({ where: { MRG_TO: { not: null } }, include: { notes: true } });
  expect(gone.length).toBeGreaterThan(0);
  for (const person of gone) {
    expect(person).toMatchObject({ ALRT_CMT: mergedText, notes: [{ NT_TXT: mergedText }] });
    expect(filed.map((record) => record.number)).toContain(person.MRG_TO);
  }
});

test('no connection can write, not even inside a transaction', async () => {
  await assertReadOnly(db, 'sqlite', 'Wattle');
  const refused = /readonly database/;
  await expect(db.person.updateMany({ data: { F_NAM: 'X' } })).rejects.toThrow(refused);
  await expect(db.$executeRawUnsafe('CREATE TABLE T (A)')).rejects.toThrow(refused);
  await expect(db.$transaction((inner) => inner.note.deleteMany())).rejects.toThrow(refused);
  await expect(db.$executeRawUnsafe('PRAGMA user_version = 7')).rejects.toThrow(refused);
});

test('a connection that can write is detected at start-up', async () => {
  const writable = new PrismaClient({ adapter: new PrismaLibSql({ url: `file:${encodeURIComponent(file)}` }) });
  await expect(assertReadOnly(writable, 'sqlite', 'Wattle')).rejects.toThrow('accepts writes');
  await writable.$disconnect();
});

test('opening never creates a file', async () => {
  const absent = openDatabase(join(folder, 'absent.db'));
  await expect(assertReadOnly(absent, 'sqlite', 'Wattle')).rejects.toThrow('cannot be read');
  expect(await readdir(folder)).toEqual(['wattle.db']);
});

test('seeding twice keeps the data, and removes what a killed seed left behind', async () => {
  await writeFile(`${file}.4194999.unfinished`, 'half');
  const again = await createExisting({ file, partnership: few, whenPresent: 'keep' });
  expect(again).toEqual({ records: filed.length, created: false });
  expect(await readdir(folder)).toEqual(['wattle.db']);
});

test('a broken file is left alone and reported in one sentence, until it is replaced', async () => {
  const broken = join(folder, 'broken.db');
  const words = 'not a database at all, only words, and quite a few of them';
  await writeFile(broken, words);
  const seed = { file: broken, partnership: few };
  const fault = await createExisting({ ...seed, whenPresent: 'keep' }).catch((error: unknown) => error);
  expect(sayWhatFailed(fault, broken)).toBe(
    `${broken} is broken or not a SQLite database; restore it from a backup, or seed again with --reset.`,
  );
  expect(await readFile(broken, 'utf8')).toBe(words);
  expect(await createExisting({ ...seed, whenPresent: 'replace' })).toMatchObject({ created: true });
});

const few = () => inventPartnership({ count: 50, asOf: '2026-11-22' });

function recordsIn({ people }: InventedPartnership): readonly FiledRecord[] {
  return people.flatMap((person) => person.records.filter((record) => record.agency === 'wattle'));
}

/** The same partnership, with one Wattle record that carries every code Wattle has. */
function withEveryCode(invented: InventedPartnership): InventedPartnership {
  const [owner] = recordsIn(invented).slice(3);
  if (!owner) throw new Error('The invented partnership has too few records at Wattle.');
  const day = '2026-01-02';
  const full: FiledRecord = {
    ...owner,
    needs: Object.values(needCodes).map((reason, nth) => ({ id: 900_000 + nth, reason, identifiedOn: day })),
    alerts: Object.values(alertCodes).map((code, nth) => ({
      ...{
        id: 900_000 + nth,
        code,
        text: `Words (in brackets) = ${code}: "x"; 'y'`,
        raisedOn: day,
        raisedBy: 'TEAM_LEADER',
      },
      ...{ certainty: 'ASSESSED', severity: 'LOW', status: 'CLOSED', endedOn: day, endedReason: 'Over; done.' },
    })),
    notes: [
      {
        id: 900_000,
        writtenOn: day,
        writtenBy: owner.worker.login,
        text: 'All.',
        about: Object.values(noteLetters),
        describesFamilyViolence: false,
      },
      {
        id: 900_001,
        writtenOn: day,
        writtenBy: owner.worker.login,
        text: 'None.',
        about: [],
        describesFamilyViolence: false,
      },
    ],
  };
  const people = invented.people.map((person) => ({
    ...person,
    records: person.records.map((record) => (record === owner ? full : record)),
  }));
  return { ...invented, people };
}

const aboutOf = (letters: string) => [...letters].map((letter) => wordOf(noteLetters, letter));

const byId = (a: readonly unknown[], b: readonly unknown[]) => Number(a[0]) - Number(b[0]);

const letterOf = (codes: OwnCodes, word: string) => Object.keys(codes).find((code) => codes[code] === word);

const wordOf = (codes: OwnCodes, code: string | undefined) => codes[String(code)];

const seenAlert = (alert: InventedAlert) => [
  alert.id,
  `${letterOf(alertCodes, alert.code)}-${letterOf(alertSeverities, alert.severity)}`,
  textDate(alert.raisedOn),
  alert.text,
];
