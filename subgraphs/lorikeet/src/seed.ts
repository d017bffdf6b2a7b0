import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FiledRecord } from '@accord/people/InventedPerson';
import * as own from './ownCodes.ts';
import { ownCodeFor } from './ownCodes.ts';

type Cell = string | number | null | undefined;
type Line = Readonly<Record<string, Cell>>;

/**
 * Writes TreatmentBase's extract of these records the way its nightly job does: each new file is written next to the old
 * one and then moved over it, `rows.csv` last. Every file must have at least one row.
 */
export async function writeExtract(folder: string, records: readonly FiledRecord[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = extractOf(records);
  for (const [file, lines] of files) await replace(folder, file, csvOf(lines));
  const counts = [...files].map(([file, lines]) => `${file},${lines.length}\r\n`).join('');
  await replace(folder, 'rows.csv', `file,rows\r\n${counts}`);
}

async function replace(folder: string, file: string, content: string): Promise<void> {
  await writeFile(join(folder, `${file}.part`), content);
  await rename(join(folder, `${file}.part`), join(folder, file));
}

/** CSV as spreadsheets write it: byte order mark, semicolons, CRLF, every cell quoted. */
const csvOf = (lines: readonly Line[]): string =>
  `\ufeff${[Object.keys(lines[0] ?? {}), ...lines.map((line) => Object.values(line))]
    .map((cells) => `${cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';')}\r\n`)
    .join('')}`;

function extractOf(records: readonly FiledRecord[]): ReadonlyMap<string, readonly Line[]> {
  const workers = [...new Map(records.map(({ worker }) => [worker.login, worker])).values()];
  return new Map<string, readonly Line[]>([
    ['clients.csv', records.map(clientLine)],
    [
      'workers.csv',
      workers.map(({ login, name, role, phone }) => ({
        ...{ LOGIN: login, NAME: name, ROLE: ownCodeFor(own.roles, role), PHONE: phone },
      })),
    ],
    ['alerts.csv', records.flatMap(alertLines)],
    ['notes.csv', records.flatMap(noteLines)],
  ]);
}

const clientNo = ({ number }: FiledRecord): string => `L${number}`;

const written = (day: string | null | undefined): string => day?.split('-').reverse().join('/') ?? '';

const clientLine = (record: FiledRecord): Line => ({
  CLIENT_NO: clientNo(record),
  SURNAME: record.spelling.family,
  GIVEN: record.spelling.given,
  AKA_GIVEN: record.spelling.alias?.given,
  AKA_SURNAME: record.spelling.alias?.family,
  DOB: written(record.spelling.dateOfBirth),
  DOB_Q: ownCodeFor(own.accuracies, record.spelling.dateAccuracy),
  SEX: ['U', 'M', 'F', 'X'][Number(record.spelling.sex)] ?? 'U',
  LANGUAGE: record.language,
  CULTURE: record.culturalIdentity,
  PHONE: record.phone,
  EMAIL: record.email,
  NO_VOICEMAIL: record.unsafeContact.includes('VOICEMAIL') ? 'Y' : 'N',
  NO_SMS: record.unsafeContact.includes('SMS') ? 'Y' : 'N',
  NO_LETTER: record.unsafeContact.includes('LETTER') ? 'Y' : 'N',
  ADDRESS: record.place?.line,
  SUBURB: record.place?.suburb,
  STATE: record.place?.state,
  POSTCODE: record.place?.postcode,
  PROGRAM: record.programme,
  WORKER: record.worker.login,
  OPENED: written(record.since),
  CLOSED: written(record.until),
});

const alertLines = (record: FiledRecord): readonly Line[] =>
  record.alerts.map((alert) => ({
    ALERT_NO: alert.id,
    CLIENT_NO: clientNo(record),
    TYPE: ownCodeFor(own.alertTypes, alert.code),
    BASIS: ownCodeFor(own.bases, alert.certainty),
    SEVERITY: ownCodeFor(own.severities, alert.severity),
    STATUS: ownCodeFor(own.statuses, alert.status),
    DETAILS: alert.text,
    RAISED: written(alert.raisedOn),
    RAISED_BY: ownCodeFor(own.roles, alert.raisedBy),
    REVIEW: written(alert.reviewDue),
    ENDED: written(alert.endedOn),
    END_REASON: alert.endedReason,
  }));

const noteLines = (record: FiledRecord): readonly Line[] =>
  record.notes.map((note) => ({
    NOTE_NO: note.id,
    CLIENT_NO: clientNo(record),
    WRITTEN: written(note.writtenOn),
    AUTHOR: 'CLIN',
    TOPICS: note.about.map((category) => ownCodeFor(own.topics, category)).join(' '),
    BODY: note.text,
  }));
