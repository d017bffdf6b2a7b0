import type { AlertCode, CategoryCode, NeedCode } from '@accord/contract/vocabulary';
import type { Mapping } from '../../mapping/Mapping.ts';
import { table } from '../../mapping/table.ts';
import type { Concepts } from './concepts.ts';
import { fhirLinkage } from './fhirLinkage.ts';
import { type FhirServer, fhirIds, type Parameters } from './fhirServer.ts';
import { daysIn, momentsIn } from './inForce.ts';
import { alertOf, currentOf, episodeOf, needOf, noteOf, programmeOf } from './itemsOf.ts';
import { ownerIn } from './ownerIn.ts';
import { addressOf, contactOf, identityOf } from './personOf.ts';
import type { Patient, Reference } from './r4.ts';
import { searchByPatient } from './searchByPatient.ts';
import { manyAt, oneAt } from './sectionAt.ts';
import { isPlain, type SecurityLabels, usualLabels } from './securityLabels.ts';
import { type FhirWorker, workersOf } from './workers.ts';

export type FhirAgencyGiven = Readonly<{
  /** The agency's short name. */
  id: string;
  server: FhirServer;
  /** What a `Flag.code` means. If left out, no alerts are served. */
  alerts?: Concepts<AlertCode>;
  /** What a `Condition.code` means. If left out, no needs are served. */
  needs?: Concepts<NeedCode>;
  /** Which observations are notes, by `Observation.code`, and what they are about. Only these are requested from the server. */
  notes?: Concepts<readonly CategoryCode[]>;
  /** What security labels add. */
  labels?: SecurityLabels;
  /**
   * Turns a role, the text of a `PractitionerRole.code`, into the contract's word for it. If left out, roles are served as
   * they are.
   */
  raisedBy?: (role: string | null) => string | null;
  /** The time zone in which days begin and end, such as `Australia/Melbourne`; UTC by default. */
  timeZone?: string;
  /** By default a person who has died has no record here; `TOLD` serves it. */
  deceased?: 'NOBODY' | 'TOLD';
  linkage?: Readonly<{
    /** Which of a worker's identifiers is the sign-in name: `Practitioner.identifier.system`. */
    signIn: string;
    /** Which consents agree to linkage, by `Consent.category`. If left out, none does. */
    consent?: Concepts<true>;
  }>;
}>;

/**
 * A mapping for an agency whose records are on a FHIR R4 server. Only the agency's own codes have to be added.
 *
 * Merged (`replaced-by`) and inactive patients have no record. Neither does a patient whose security label adds a kind of
 * information, because the labels of identity fields cannot be extended. Each section is one search for all records of a
 * request.
 */
export function fhirAgency(given: FhirAgencyGiven): Mapping {
  const { id, server, labels = usualLabels, timeZone = 'UTC', raisedBy = (role: string | null) => role } = given;
  const roleOf = (worker: FhirWorker | null) => raisedBy(worker?.role ?? null);
  const isSomebody = somebody(given);
  const at = momentsIn(timeZone);
  const dayOf = daysIn(timeZone);

  const patients = table({
    rows: async (numbers) =>
      (await server.searchMany('Patient', { parameter: '_id', values: fhirIds(numbers) })).filter(isSomebody),
    of: (patient: Patient) => patient.id,
  });
  const about = <Type extends 'Flag' | 'Condition' | 'Observation' | 'EpisodeOfCare'>(
    type: Type,
    numbers: readonly string[],
    and: Parameters = {},
  ) => searchByPatient(server, type, fhirIds(numbers), and);

  /** Each row with the worker it names. */
  const withWorker = async <Row>(rows: readonly Row[], of: (row: Row) => Reference | undefined) => {
    const workerOf = await workersOf(server, rows.map(of), at(new Date()));
    return rows.map((row) => ({ row, worker: workerOf(of(row)) }));
  };
  const ownerOf = (subject: Reference | undefined) => ownerIn(server, subject);

  const episodes = table({
    rows: async (numbers) =>
      withWorker(
        (await about('EpisodeOfCare', numbers)).filter((episode) => isPlain(episode, labels)),
        ({ careManager }) => careManager,
      ),
    of: ({ row }) => ownerOf(row.patient),
  });

  const tokens = given.notes?.tokens ?? [];

  return {
    id,
    records: patients,
    identity: oneAt(patients, ([patient], now) => patient && identityOf(patient, at(now))),
    contact: oneAt(patients, ([patient], now) => patient && contactOf(patient, at(now))),
    address: oneAt(patients, ([patient], now) => patient && addressOf(patient, at(now))),
    involvement: oneAt(episodes, (rows) => {
      const current = currentOf(rows);
      return (
        current && {
          programme: programmeOf(current.row),
          since: dayOf(current.row.period?.start),
          until: dayOf(current.row.period?.end),
          worker: current.worker && {
            name: current.worker.name,
            role: current.worker.role,
            phone: current.worker.phone,
          },
        }
      );
    }),
    episodes: manyAt(episodes, ({ row }) => episodeOf(row, dayOf)),
    ...(given.needs && {
      needs: manyAt(
        table({ rows: (numbers) => about('Condition', numbers), of: ({ subject }) => ownerOf(subject) }),
        needOf({ meanings: given.needs, labels, dayOf }),
      ),
    }),
    ...(given.alerts && {
      alerts: manyAt(
        table({
          rows: async (numbers) => withWorker(await about('Flag', numbers), ({ author }) => author),
          of: ({ row }) => ownerOf(row.subject),
        }),
        alertOf({ meanings: given.alerts, labels, dayOf, roleOf }),
      ),
    }),
    ...(given.notes && {
      notes: manyAt(
        table({
          rows: async (numbers) => withWorker(await about('Observation', numbers, { code: tokens }), firstPerformer),
          of: ({ row }) => ownerOf(row.subject),
        }),
        noteOf({ meanings: given.notes, labels, dayOf, roleOf }),
      ),
    }),
    ...(given.linkage && { linkage: fhirLinkage({ server, isSomebody, at, ...given.linkage }) }),
  };
}

const firstPerformer = ({ performer }: Readonly<{ performer?: readonly Reference[] }>) => performer?.[0];

/** https://hl7.org/fhir/R4/patient-definitions.html#Patient.active, #Patient.link, #Patient.deceased_x_ */
const somebody =
  ({ labels = usualLabels, deceased = 'NOBODY' }: FhirAgencyGiven) =>
  (patient: Patient): boolean => {
    const { active, link = [], deceasedBoolean, deceasedDateTime } = patient;
    const died = deceasedBoolean === true || deceasedDateTime !== undefined;
    const merged = link.some(({ type }) => type === 'replaced-by');
    return active !== false && !merged && !(died && deceased === 'NOBODY') && isPlain(patient, labels);
  };
