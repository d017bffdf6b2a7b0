import type { FiledRecord } from '@accord/people/InventedPerson';
import type { Row, Rows } from '@accord/seeding/insertRows';
import * as own from './ownCodes.ts';
import { ownCodeFor } from './ownCodes.ts';

/** The ids Kestrel gave to providers (by sign-in name) and programs (by name). */
export type Lists = Readonly<{ providers: ReadonlyMap<string, number>; programs: ReadonlyMap<string, number> }>;

/**
 * All observations share one id sequence. Needs, notes and findings each get a range of their own, with room after each
 * need and each note for the observations that belong to it.
 */
const numberOf = {
  need: (id: number): number => 10_000_000 + id * 2,
  note: (id: number): number => 100_000_000 + id * 30,
  finding: (id: number): number => 50_000_000 + id,
};

/** One person's file as Kestrel stores it, with nothing voided. Throws where Kestrel lacks a code or an id that the file needs. */
export function recordRows(record: FiledRecord, lists: Lists): Rows {
  return new Map<string, readonly Row[]>([
    ['person', [personRow(record, lists)]],
    ['person_name', nameRows(record)],
    ['name_history', historyRows(record)],
    ['person_address', addressRows(record)],
    ['person_attribute', attributeRows(record)],
    ['program_enrolment', enrolmentRows(record, lists)],
    ['obs', [...needRows(record), ...noteRows(record, lists), ...findingRows(record)]],
    ['flag', flagRows(record)],
  ]);
}

const personRow = (record: FiledRecord, { providers, programs }: Lists): Row => ({
  person_id: record.number,
  gender: ownCodeFor(own.genders, record.spelling.sex),
  birthdate: record.spelling.dateOfBirth,
  birthdate_estimated: record.spelling.dateAccuracy === 'ESTIMATED',
  program_id: numberIn(programs, record.programme),
  key_provider_id: numberIn(providers, record.worker.login),
  intake_date: record.since,
  discharge_date: record.until ?? null,
});

const nameRows = ({ number: person_id, spelling }: FiledRecord): readonly Row[] => [
  { person_id, given_name: spelling.given, family_name: spelling.family, preferred: true },
  ...(spelling.alias && isOfNewPractice(person_id)
    ? [{ person_id, given_name: spelling.alias.given, family_name: spelling.alias.family, preferred: false }]
    : []),
];

/** Kestrel was merged from two practices. They kept former names in different tables, and each went on doing so. */
const isOfNewPractice = (number: number): boolean => number % 2 === 0;

const historyRows = ({ number, spelling: { alias } }: FiledRecord): readonly Row[] =>
  alias && !isOfNewPractice(number)
    ? [{ person_id: number, given_name: alias.given, family_name: alias.family, why: 'alias' }]
    : [];

const addressRows = ({ number, place }: FiledRecord): readonly Row[] =>
  place
    ? [
        {
          person_id: number,
          address1: place.line,
          city_village: place.suburb,
          state_province: place.state,
          postal_code: place.postcode,
        },
      ]
    : [];

function attributeRows(record: FiledRecord): readonly Row[] {
  const values: readonly (readonly [string, string | null])[] = [
    ['phone', record.phone],
    ['email', record.email],
    ['language', record.language],
    ['culture', record.culturalIdentity],
    ...record.unsafeContact.map((way) => [`no_${way.toLowerCase()}`, 'true'] as const),
  ];
  return values.flatMap(([attribute, value]) =>
    value === null ? [] : [{ person_id: record.number, attribute, value }],
  );
}

const enrolmentRows = (record: FiledRecord, { programs }: Lists): readonly Row[] =>
  record.episodes.map((episode) => ({
    program_enrolment_id: episode.id,
    person_id: record.number,
    program_id: numberIn(programs, episode.programme),
    state: ownCodeFor(own.enrolmentStates, episode.status),
    date_enrolled: episode.start,
    date_completed: episode.end ?? null,
  }));

type Obs = Readonly<{ obs_id: number; person_id: number; concept_id: number; obs_datetime: string }> & Row;

/** Gives every row of the table the same columns. */
const obs = (row: Obs): Row => ({
  obs_group_id: null,
  provider_id: null,
  value_coded: null,
  value_text: null,
  value_datetime: null,
  ...row,
});

const at = (day: string): string => `${day}T10:00:00`;

const needRows = ({ number: person_id, needs }: FiledRecord): readonly Row[] =>
  needs.flatMap((need) => {
    const obs_id = numberOf.need(need.id);
    const found = { person_id, obs_datetime: at(need.identifiedOn) };
    return [
      obs({ ...found, obs_id, concept_id: own.concepts.need, value_coded: own.needConcept(need.reason) }),
      ...(need.metOn
        ? [
            obs({
              ...found,
              obs_id: obs_id + 1,
              obs_group_id: obs_id,
              concept_id: own.concepts.needMet,
              value_datetime: at(need.metOn),
            }),
          ]
        : []),
    ];
  });

const noteRows = ({ number: person_id, notes }: FiledRecord, { providers }: Lists): readonly Row[] =>
  notes.flatMap((note) => {
    const obs_id = numberOf.note(note.id);
    const written = { person_id, obs_datetime: at(note.writtenOn), provider_id: numberIn(providers, note.writtenBy) };
    return [
      obs({ ...written, obs_id, concept_id: own.concepts.note, value_text: note.text }),
      ...note.about.map((category, position) =>
        obs({
          ...written,
          obs_id: obs_id + 1 + position,
          obs_group_id: obs_id,
          concept_id: own.concepts.noteTopic,
          value_coded: Number(ownCodeFor(own.topics, category)),
        }),
      ),
    ];
  });

const findingRows = ({ number: person_id, health }: FiledRecord): readonly Row[] =>
  health.map((finding) =>
    obs({
      obs_id: numberOf.finding(finding.id),
      person_id,
      concept_id: Number(ownCodeFor(own.findings, finding.kind)),
      obs_datetime: at(finding.on),
      value_text: `${finding.concept}: ${finding.value}`,
    }),
  );

const flagRows = (record: FiledRecord): readonly Row[] =>
  record.alerts.map((alert) => ({
    flag_id: alert.id,
    person_id: record.number,
    concept_id: Number(ownCodeFor(own.flagConcepts, alert.code)),
    verification: ownCodeFor(own.verifications, alert.certainty),
    priority: ownCodeFor(own.priorities, alert.severity),
    status: ownCodeFor(own.flagStatuses, alert.status),
    comment: alert.text,
    date_raised: alert.raisedOn,
    raised_role: ownCodeFor(own.roles, alert.raisedBy),
    review_date: alert.reviewDue ?? null,
    date_ended: alert.endedOn ?? null,
    end_reason: alert.endedReason ?? null,
  }));

function numberIn(numbers: ReadonlyMap<string, number>, name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`"${name}" stands on a file at Kestrel but in none of its lists.`);
  return number;
}
