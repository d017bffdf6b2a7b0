import { needTerms } from '@accord/contract/vocabulary';
import type { FiledRecord, InventedPartnership, Staff } from '@accord/people/InventedPerson';
import type { Row, Rows } from '@accord/seeding/insertRows';
import * as own from './ownCodes.ts';
import { ownCodeFor } from './ownCodes.ts';
import { type Lists, recordRows } from './recordRows.ts';

/** The text of every voided row. It must never be seen outside the agency's own tables. */
export const voidedText = 'Voided: wrong person.';

const everyNth = 130;

/** All of Kestrel's rows for these people, by table, in an order that satisfies foreign keys. Some of them are voided. */
export function tableRows(partnership: InventedPartnership): Rows {
  const records = partnership.people.flatMap((person) => person.records.filter(({ agency }) => agency === 'kestrel'));
  const staff = [...partnership.staff.kestrel, ...records.map(({ worker }) => worker)];
  const providers = [...new Map(staff.map((person) => [person.login, person])).values()];
  const programs = records.flatMap(({ programme, episodes }) => [
    programme,
    ...episodes.map((episode) => episode.programme),
  ]);
  const lists: Lists = { providers: numbered(providers.map(({ login }) => login)), programs: numbered(programs) };
  return new Map([
    ['concept', conceptRows().map(({ concept_id, class: of }) => ({ concept_id, class: of }))],
    [
      'concept_name',
      conceptRows().map(({ concept_id, name }) => ({ concept_id, name, locale: 'en', preferred: true })),
    ],
    ['provider', providers.map((person) => providerRow(person, lists))],
    ['program', [...lists.programs].map(([name, program_id]) => ({ program_id, name, retired: false }))],
    ...inOrder([
      ...records.map((record) => recordRows(record, lists)),
      ...voidedPersons(records).map((record) => voided(recordRows(record, lists), ['person'])),
      ...takenBack(records).map((record) => onlyVoided(recordRows(record, lists), namesAndAddress)),
    ]),
  ]);
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].sort().map((name, position) => [name, position + 1]));

const providerRow = (person: Staff, { providers }: Lists): Row => ({
  provider_id: providers.get(person.login) ?? null,
  username: person.login,
  display_name: person.name,
  role_code: ownCodeFor(own.roles, person.role),
  team: person.team,
  phone: person.phone,
  retired: false,
});

/** People who were registered twice: only the person was voided. Their flags and notes were forgotten, and must not surface. */
function voidedPersons(records: readonly FiledRecord[]): readonly FiledRecord[] {
  const highest = records.reduce((top, { number }) => Math.max(top, number), 0);
  const topFlag = records.flatMap(({ alerts }) => alerts).reduce((top, { id }) => Math.max(top, id), 0);
  return records
    .filter((_, position) => position % everyNth === 0)
    .map((record, position) => ({
      ...record,
      number: highest + 1 + position,
      needs: [],
      notes: [],
      episodes: [],
      health: [],
      alerts: [
        {
          id: topFlag + 1 + position,
          code: 'WORKER_SAFETY_PERSON',
          certainty: 'INDICATED',
          severity: 'CRITICAL',
          status: 'ACTIVE',
          text: voidedText,
          raisedOn: record.since,
          raisedBy: 'PRACTITIONER',
        },
      ],
    }));
}

/** Names and addresses that were entered for the wrong person and voided; the person is still on file. */
const takenBack = (records: readonly FiledRecord[]): readonly FiledRecord[] =>
  records
    .filter((_, position) => position % everyNth < 2)
    .map((record) => ({
      ...record,
      spelling: {
        ...record.spelling,
        ...{ given: voidedText, family: voidedText, alias: { given: voidedText, family: voidedText } },
      },
      place: { line: voidedText, suburb: voidedText, state: 'VIC', postcode: '3999' },
    }));

const namesAndAddress = ['person_name', 'name_history', 'person_address'];

const onlyVoided = (file: Rows, tables: readonly string[]): Rows =>
  new Map([...voided(file, tables)].map(([table, rows]) => [table, tables.includes(table) ? rows : []]));

const voided = (file: Rows, tables: readonly string[]): Rows =>
  new Map(
    [...file].map(([table, rows]) => [
      table,
      tables.includes(table) ? rows.map((row) => ({ ...row, voided: true })) : rows,
    ]),
  );

function inOrder(files: readonly Rows[]): Rows {
  const all = new Map<string, Row[]>();
  for (const file of files)
    for (const [table, rows] of file) {
      const sofar = all.get(table) ?? [];
      for (const row of rows) sofar.push({ voided: false, ...row });
      all.set(table, sofar);
    }
  return all;
}

function conceptRows(): readonly Readonly<{ concept_id: number; class: string; name: string }>[] {
  const named = (codes: own.OwnCodes, of: string) =>
    Object.entries(codes).map(([concept, name]) => ({
      concept_id: Number(concept),
      class: of,
      name: name.toLowerCase().replaceAll('_', ' '),
    }));
  return [
    { concept_id: own.concepts.need, class: 'Need', name: 'presenting need' },
    { concept_id: own.concepts.needMet, class: 'NeedMet', name: 'need met' },
    { concept_id: own.concepts.note, class: 'Note', name: 'progress note' },
    { concept_id: own.concepts.noteTopic, class: 'NoteTopic', name: 'topic of the note' },
    ...needTerms.map(({ code, label }) => ({ concept_id: own.needConcept(code), class: 'NeedReason', name: label })),
    ...named(own.topics, 'Topic'),
    ...named(own.flagConcepts, 'Flag'),
    ...named(own.findings, 'Finding'),
  ];
}
