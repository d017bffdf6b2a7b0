import type {
  Alert,
  AlertSeverity,
  AlertStatus,
  Episode,
  EpisodeStatus,
  Need,
  Note,
} from '@accord/contract/generated/api';
import { type AlertCode, aboutAlert, aboutNeed, type CategoryCode, type NeedCode } from '@accord/contract/vocabulary';
import type { Own } from '../../mapping/Mapping.ts';
import { type Concepts, wordsOf } from './concepts.ts';
import { FhirFault } from './FhirFault.ts';
import { type DayOf, dayAfter } from './inForce.ts';
import type { CodeableConcept, Condition, EpisodeOfCare, Flag, Observation } from './r4.ts';
import { aboutWith, type SecurityLabels } from './securityLabels.ts';
import type { FhirWorker } from './workers.ts';

/** A resource and the worker it names. */
export type Named<Row> = Readonly<{ row: Row; worker: FhirWorker | null }>;

/** What the agency's codes and labels mean, and which days its dates are. */
type Words<Meaning> = Readonly<{ meanings: Concepts<Meaning>; labels: SecurityLabels; dayOf: DayOf }>;

/** https://hl7.org/fhir/R4/valueset-flag-status.html */
const flagStatuses: Readonly<Record<string, AlertStatus>> = {
  active: 'ACTIVE',
  inactive: 'CLOSED',
  'entered-in-error': 'ENTERED_IN_ERROR',
};

/** https://hl7.org/fhir/R4/extension-flag-priority.html */
const priorityUrl = 'http://hl7.org/fhir/StructureDefinition/flag-priority';
const priorities: Readonly<Record<string, AlertSeverity>> = { PN: 'LOW', PL: 'LOW', PM: 'MEDIUM', PH: 'HIGH' };

/** A flag as an alert. Throws where its status is none of FHIR's: left out or without status it would read as "no alert". */
export const alertOf =
  ({
    meanings,
    labels,
    dayOf,
    roleOf,
  }: Words<AlertCode> & Readonly<{ roleOf: (worker: FhirWorker | null) => string | null }>) =>
  ({ row: flag, worker }: Named<Flag>): Own<Alert> => {
    const codes = meanings.of(flag.code);
    const status = flagStatuses[String(flag.status)];
    if (!status)
      throw new FhirFault(
        'FHIR_UNREADABLE',
        'A Flag has a status that is not of FHIR R4: active, inactive or entered-in-error.',
      );
    return {
      id: flag.id,
      about: aboutWith(codes.flatMap(categoriesOfAlert), flag, labels),
      code: codes[0] ?? null,
      severity: priorityOf(flag),
      status,
      text: wordsOf(flag.code),
      raisedOn: dayOf(flag.period?.start),
      raisedBy: roleOf(worker),
      expires: status === 'ACTIVE' ? dayAfter(dayOf(flag.period?.end)) : null,
      endedOn: status === 'ACTIVE' ? null : dayOf(flag.period?.end),
    };
  };

const categoriesOfAlert = (code: AlertCode): readonly CategoryCode[] => aboutAlert(code);

function priorityOf({ extension = [] }: Flag): AlertSeverity | null {
  const priority = extension.find(({ url }) => url === priorityUrl)?.valueCodeableConcept;
  return priorities[priority?.coding?.[0]?.code ?? ''] ?? null;
}

const ended = new Set(['inactive', 'remission', 'resolved']);
const told = new Set(['unconfirmed', 'provisional', 'differential', 'confirmed', undefined]);

/**
 * A condition as a need. Refuted ones and errors are not told, nor what has ended nobody knows when: without a day it would read as a
 * need that is still there. https://hl7.org/fhir/R4/valueset-condition-clinical.html, …/valueset-condition-ver-status.html
 */
export const needOf =
  ({ meanings, labels, dayOf }: Words<NeedCode>) =>
  (condition: Condition): Own<Need> | null => {
    const metOn = dayOf(condition.abatementDateTime);
    const isOver = ended.has(codeIn(condition.clinicalStatus) ?? '');
    if (!told.has(codeIn(condition.verificationStatus)) || (isOver && metOn === null)) return null;
    const codes = meanings.of(condition.code);
    return {
      id: condition.id,
      about: aboutWith(codes.flatMap(aboutNeed), condition, labels),
      code: codes[0] ?? null,
      identifiedOn: dayOf(condition.recordedDate) ?? dayOf(condition.onsetDateTime),
      metOn: isOver ? metOn : null,
    };
  };

const codeIn = (concept: CodeableConcept | undefined): string | undefined => concept?.coding?.[0]?.code;

const written = new Set(['preliminary', 'final', 'amended', 'corrected']);

/** An observation as a note: its value in words, or what was noted of it. https://hl7.org/fhir/R4/valueset-observation-status.html */
export const noteOf =
  ({
    meanings,
    labels,
    dayOf,
    roleOf,
  }: Words<readonly CategoryCode[]> & Readonly<{ roleOf: (worker: FhirWorker | null) => string | null }>) =>
  ({ row: observation, worker }: Named<Observation>): Own<Note> | null => {
    if (!written.has(String(observation.status))) return null;
    const { valueString, valueCodeableConcept, note = [] } = observation;
    return {
      id: observation.id,
      about: aboutWith(meanings.of(observation.code).flat(), observation, labels),
      writtenOn: dayOf(observation.effectiveDateTime) ?? dayOf(observation.issued),
      writtenBy: roleOf(worker),
      text:
        [valueString ?? wordsOf(valueCodeableConcept), ...note.map(({ text }) => text)].filter(Boolean).join('\n') ||
        null,
    };
  };

/** https://hl7.org/fhir/R4/valueset-episode-of-care-status.html */
const episodeStatuses: Readonly<Record<string, EpisodeStatus>> = {
  planned: 'PLANNED',
  waitlist: 'WAITLIST',
  active: 'ACTIVE',
  onhold: 'ONHOLD',
  finished: 'FINISHED',
  cancelled: 'CANCELLED',
  'entered-in-error': 'ENTERED_IN_ERROR',
};

export const episodeOf = (episode: EpisodeOfCare, dayOf: DayOf): Own<Episode> => ({
  id: episode.id,
  programme: programmeOf(episode),
  status: episodeStatuses[String(episode.status)] ?? null,
  start: dayOf(episode.period?.start),
  end: dayOf(episode.period?.end),
});

export const programmeOf = ({ type, managingOrganization }: EpisodeOfCare): string | null =>
  wordsOf(type?.[0]) ?? managingOrganization?.display ?? null;

const goingOn = new Set(['active', 'onhold']);
const happened = new Set(['active', 'onhold', 'finished']);

/** Whether the agency works with the person in this episode. */
export const isOpen = ({ status }: EpisodeOfCare): boolean => goingOn.has(String(status));

/** The episode that tells whether and by whom the person is supported: one that goes on before one that is over, then the latest. */
export function currentOf<Row extends Readonly<{ row: EpisodeOfCare }>>(rows: readonly Row[]): Row | null {
  const startOf = ({ row }: Row): string => row.period?.start ?? '';
  const [latest] = rows
    .filter(({ row }) => happened.has(String(row.status)))
    .sort(
      (a, b) =>
        Number(isOpen(b.row)) - Number(isOpen(a.row)) ||
        startOf(b).localeCompare(startOf(a)) ||
        a.row.id.localeCompare(b.row.id),
    );
  return latest ?? null;
}
