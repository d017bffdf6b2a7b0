import type { FiledRecord } from '@accord/people/InventedPerson';
import * as own from './ownCodes.ts';
import { ownCodeFor } from './ownCodes.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** The text of every row that was entered by mistake and taken back. It must never be seen outside the agency's own tables. */
export const mistakenText = 'Entered for the wrong family. 😬';

/** A filed record and its number at Banksia. */
export type Filed = Readonly<{ record: FiledRecord; number: string }>;

const noDay = '0000-00-00';
const everyNth = 25;

/**
 * Gives each record its number: an id for a parent, the family and position in it for a child. Each household is one family
 * here.
 */
export const filedAt = (records: readonly FiledRecord[], asOf: string): readonly Filed[] =>
  records.map((record) => {
    const id = `5ca1ab1e-0000-4000-8000-${String(record.number).padStart(12, '0')}`;
    return { record, number: isChild(record, asOf) ? `CHILD/${id}/${1 + (record.number % 3)}` : `PARENT/${id}` };
  });

const isChild = ({ spelling: { dateOfBirth } }: FiledRecord, asOf: string): boolean =>
  dateOfBirth !== null && Number(asOf.slice(0, 4)) - Number(dateOfBirth.slice(0, 4)) < 18;

/**
 * All of CareTrack's rows for these people, by table, in an order that satisfies foreign keys. Some rows in each table were
 * taken back.
 */
export function tableRows(filed: readonly Filed[]): ReadonlyMap<string, readonly Row[]> {
  const workers = [...new Map(filed.map(({ record: { worker } }) => [worker.login, worker])).values()];
  const workerId = (login: string): number => 1 + workers.findIndex((worker) => worker.login === login);
  const gone = filed.filter((_, nth) => nth % everyNth === 0);
  const all = [...filed.map((one) => ({ ...one, is_active: 1 })), ...gone.map(asMistake)];
  const items = [
    ...filed.map((one) => ({ ...one, is_active: 1 })),
    // Both taken back from the file of somebody who is still on file, and left behind on the file of somebody who is not.
    ...gone.map((one) => ({ ...asMistake(one), number: one.number })),
    ...gone.map((one) => ({ ...asMistake(one), is_active: 1 })),
  ];
  return new Map<string, readonly Row[]>([
    [
      'worker',
      workers.map(({ login, name, role, phone }, nth) => ({
        ...{ id: nth + 1, login, full_name: name, position: ownCodeFor(own.positions, role), phone },
      })),
    ],
    ['family', all.map(({ record, number, is_active }) => ({ id: familyOf(number), ...placeOf(record), is_active }))],
    ['parent', all.filter(isParent).map((one) => ({ id: familyOf(one.number), ...personRow(one, workerId) }))],
    [
      'child',
      all
        .filter((one) => !isParent(one))
        .map((one) => ({ child_no: Number(one.number.split('/')[2]), ...personRow(one, workerId) })),
    ],
    ['concern', items.flatMap(concernRows).map(numbered)],
    ['need', items.flatMap(needRows).map(numbered)],
    ['case_note', items.flatMap((one) => noteRows(one, workerId)).map(numbered)],
  ]);
}

type Kept = Filed & Readonly<{ is_active: number }>;

const isParent = ({ number }: Filed): boolean => number.startsWith('PARENT/');
const familyOf = (number: string): string => number.split('/')[1] ?? '';
const personOf = (number: string): string => number.slice(number.indexOf('/') + 1);
const numbered = (row: Row, nth: number): Row => ({ id: nth + 1, ...row });
const placeOf = ({ place }: FiledRecord) => place ?? { line: '', suburb: '', state: 'VIC', postcode: '' };

const asMistake = ({ record, number }: Filed): Kept => ({
  number: number.replace('5ca1ab1e', 'dead0000'),
  is_active: 0,
  record: {
    ...record,
    spelling: { ...record.spelling, given: mistakenText },
    alerts: record.alerts.map((alert) => ({ ...alert, text: mistakenText })),
    notes: record.notes.map((note) => ({ ...note, text: mistakenText })),
  },
});

const personRow = ({ record, number, is_active }: Kept, workerId: (login: string) => number): Row => ({
  family_id: familyOf(number),
  given_name: record.spelling.given,
  family_name: record.spelling.family,
  other_given: record.spelling.alias?.given ?? '',
  other_family: record.spelling.alias?.family ?? '',
  born_on: record.spelling.dateOfBirth ?? noDay,
  born_about: record.spelling.dateAccuracy === 'EXACT' ? 0 : 1,
  sex: ['N', 'M', 'F', 'X'][Number(record.spelling.sex)] ?? 'N',
  language: record.language,
  culture: record.culturalIdentity,
  phone: record.phone ?? '',
  email: record.email ?? '',
  never_by: record.unsafeContact.map((way) => ownCodeFor(own.ways, way)).join(','),
  programme: record.programme,
  worker_id: workerId(record.worker.login),
  // Ten at night: reading it in another time zone would shift the date by a day.
  opened_at: `${record.since} 22:00:00`,
  closed_at: record.until ? `${record.until} 22:00:00` : `${noDay} 00:00:00`,
  is_active,
});

const concernRows = ({ record, number, is_active }: Kept): readonly Row[] =>
  record.alerts.map((alert) => ({
    person: personOf(number),
    kind: ownCodeFor(own.concernKinds, alert.code),
    basis: ownCodeFor(own.bases, alert.certainty),
    severity: Number(ownCodeFor(own.severities, alert.severity)),
    state: ownCodeFor(own.states, alert.status),
    details: alert.text,
    raised_on: alert.raisedOn,
    raised_by: ownCodeFor(own.positions, alert.raisedBy),
    review_on: alert.reviewDue ?? noDay,
    closed_on: alert.endedOn ?? noDay,
    closed_why: alert.endedReason ?? '',
    is_active,
  }));

const needRows = ({ record, number, is_active }: Kept): readonly Row[] =>
  record.needs.map(({ reason, identifiedOn, metOn }) => ({
    ...{ person: personOf(number), reason: Number(reason), found_on: identifiedOn, met_on: metOn ?? noDay, is_active },
  }));

const noteRows = ({ record, number, is_active }: Kept, workerId: (login: string) => number): readonly Row[] =>
  record.notes.map(({ about, writtenOn, text }) => ({
    ...{ person: personOf(number), author_id: workerId(record.worker.login), written_at: `${writtenOn} 22:00:00` },
    topics: about.map((category) => ownCodeFor(own.topics, category)).join(','),
    ...{ body: text, is_active },
  }));
