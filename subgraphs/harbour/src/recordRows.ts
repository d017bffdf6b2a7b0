import type { FiledRecord } from '@accord/people/InventedPerson';
import type { Row, Rows } from '@accord/seeding/insertRows';
import {
  alertBases,
  alertSeverities,
  alertStatuses,
  alertTypes,
  dobAccuracies,
  noteKinds,
  ownCodeFor,
  periodStatuses,
  positions,
  situations,
} from './ownCodes.ts';

/** The ids HarbourCare gave to staff (by sign-in name) and programmes (by name). */
export type Lists = Readonly<{ staff: ReadonlyMap<string, number>; programmes: ReadonlyMap<string, number> }>;

/**
 * One client's file as HarbourCare stores it, with nothing deleted. Throws where Harbour lacks a code or an id that the
 * file needs.
 */
export function recordRows(record: FiledRecord, lists: Lists): Rows {
  const client_id = record.number;
  return new Map<string, readonly Row[]>([
    ['client', [clientRow(record, lists)]],
    ['client_alias', aliasRows(record)],
    ['client_contact', contactRows(record)],
    ['client_address', record.place ? [{ client_id, ...record.place }] : []],
    ['client_need', needRows(record)],
    ['client_alert', alertRows(record)],
    ['case_note', noteRows(record, lists)],
    ['support_period', periodRows(record, lists)],
    ['accommodation', accommodationRows(record)],
  ]);
}

const clientRow = (record: FiledRecord, { staff, programmes }: Lists): Row => ({
  id: record.number,
  given_name: record.spelling.given,
  family_name: record.spelling.family,
  date_of_birth: record.spelling.dateOfBirth,
  dob_accuracy: ownCodeFor(dobAccuracies, record.spelling.dateAccuracy),
  sex: Number(record.spelling.sex),
  main_language: record.language,
  cultural_identity: record.culturalIdentity,
  no_voicemail: record.unsafeContact.includes('VOICEMAIL'),
  no_sms: record.unsafeContact.includes('SMS'),
  no_letters: record.unsafeContact.includes('LETTER'),
  programme_id: numberIn(programmes, record.programme),
  case_worker_id: numberIn(staff, record.worker.login),
  registered_on: record.since,
  exited_on: record.until ?? null,
});

const aliasRows = ({ number, spelling: { alias } }: FiledRecord): readonly Row[] =>
  alias ? [{ client_id: number, given_name: alias.given, family_name: alias.family }] : [];

const contactRows = ({ number, phone, email }: FiledRecord): readonly Row[] => [
  ...(phone === null ? [] : [{ client_id: number, kind: 'phone', value: phone }]),
  ...(email === null ? [] : [{ client_id: number, kind: 'email', value: email }]),
];

const needRows = (record: FiledRecord): readonly Row[] =>
  record.needs.map((need) => ({
    id: need.id,
    client_id: record.number,
    reason_code: Number(need.reason),
    identified_on: need.identifiedOn,
    met_on: need.metOn ?? null,
  }));

const alertRows = (record: FiledRecord): readonly Row[] =>
  record.alerts.map((alert) => ({
    id: alert.id,
    client_id: record.number,
    alert_type_code: ownCodeFor(alertTypes, alert.code),
    basis: ownCodeFor(alertBases, alert.certainty),
    severity: Number(ownCodeFor(alertSeverities, alert.severity)),
    status: ownCodeFor(alertStatuses, alert.status),
    details: alert.text,
    raised_on: alert.raisedOn,
    raised_by_position: ownCodeFor(positions, alert.raisedBy),
    review_due_on: alert.reviewDue ?? null,
    closed_on: alert.endedOn ?? null,
    closed_reason: alert.endedReason ?? null,
  }));

const noteRows = (record: FiledRecord, { staff }: Lists): readonly Row[] =>
  record.notes.map((note) => {
    const [kind = 'UNS', ...also_concerns] = note.about.map((category) => ownCodeFor(noteKinds, category));
    return {
      id: note.id,
      client_id: record.number,
      author_id: numberIn(staff, note.writtenBy),
      written_on: note.writtenOn,
      kind,
      also_concerns,
      body: note.text,
    };
  });

const periodRows = (record: FiledRecord, { programmes }: Lists): readonly Row[] =>
  record.episodes.map((episode) => ({
    id: episode.id,
    client_id: record.number,
    programme_id: numberIn(programmes, episode.programme),
    status: ownCodeFor(periodStatuses, episode.status),
    start_on: episode.start,
    end_on: episode.end ?? null,
  }));

const accommodationRows = ({ number, housing }: FiledRecord): readonly Row[] =>
  housing
    ? [
        {
          client_id: number,
          situation_code: Number(ownCodeFor(situations, housing.situation)),
          since: housing.since,
          at_risk: housing.atRisk,
        },
      ]
    : [];

function numberIn(numbers: ReadonlyMap<string, number>, name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`"${name}" stands on a file at Harbour but in none of its lists.`);
  return number;
}
