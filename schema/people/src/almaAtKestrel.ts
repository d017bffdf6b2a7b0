import { almasSpelling, type Desk, daysAgo, workerAt } from './AlmasFile.ts';
import { addDays } from './calendar.ts';
import type { ItemKind } from './Filing.ts';
import type { Day, FiledRecord } from './InventedPerson.ts';

/** Her health, in a front desk's shorter spelling of her name. */
export function almaAtKestrel(desk: Desk): FiledRecord {
  const worker = workerAt(desk, 'kestrel', 'kim.abela@kestrel');
  const ago = (days: number): Day => daysAgo(desk, days);
  const nextId = (kind: ItemKind): number => desk.nextId('kestrel', kind);
  return {
    agency: 'kestrel',
    number: 300_001,
    // As the front desk copied it from an old Medicare card: without the hyphen, and with her former name as an alias.
    spelling: { ...almasSpelling, family: 'Reyes Doyle', alias: { given: 'Alma', family: 'Reyes' } },
    place: null,
    phone: '03 5550 0142',
    email: 'alma.rd@example.org',
    unsafeContact: ['LETTER'],
    language: 'English',
    culturalIdentity: null,
    programme: 'Counselling',
    worker,
    since: ago(420),
    needs: [
      { id: nextId('need'), reason: '11', identifiedOn: ago(420) },
      { id: nextId('need'), reason: '12', identifiedOn: ago(400) },
    ],
    alerts: [
      {
        id: nextId('alert'),
        code: 'SUICIDE_SELF_HARM',
        certainty: 'HISTORICAL',
        severity: 'MEDIUM',
        status: 'ACTIVE',
        text: 'Overdose at 19. No thoughts of suicide at any review since; asks to be asked plainly.',
        raisedOn: ago(415),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(desk.asOf, 60),
      },
      {
        id: nextId('alert'),
        code: 'MEDICAL',
        certainty: 'ASSESSED',
        severity: 'MEDIUM',
        status: 'ACTIVE',
        text: 'Asthma, one hospital stay last winter; carries a reliever.',
        raisedOn: ago(400),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(desk.asOf, 120),
      },
    ],
    notes: [
      {
        id: nextId('note'),
        writtenOn: ago(96),
        writtenBy: worker.login,
        text: 'Sixth counselling session. Nightmares down from most nights to one a week. Has kept up the breathing practice and laughs about hating it.',
        about: ['MENTAL_HEALTH', 'SERVICE_USE'],
        describesFamilyViolence: false,
      },
      {
        id: nextId('note'),
        writtenOn: ago(40),
        writtenBy: worker.login,
        text: 'Asthma review with the nurse: technique good, preventer twice daily. Spacer replaced.',
        about: ['HEALTH', 'MEDICATION'],
        describesFamilyViolence: false,
      },
      {
        id: nextId('note'),
        writtenOn: ago(12),
        writtenBy: worker.login,
        text: 'A glass or two of wine on weekends, less than last year. No wish to change it and none needed.',
        about: ['AOD'],
        describesFamilyViolence: false,
      },
    ],
    episodes: [{ id: nextId('episode'), programme: 'Counselling', status: 'ACTIVE', start: ago(420) }],
    housing: null,
    health: [
      {
        id: nextId('observation'),
        kind: 'MENTAL_HEALTH',
        concept: 'Working diagnosis',
        value: 'Post-traumatic stress disorder',
        on: ago(410),
      },
      {
        id: nextId('observation'),
        kind: 'MENTAL_HEALTH',
        concept: 'Kessler psychological distress (K10)',
        value: '31 of 50',
        on: ago(200),
      },
      {
        id: nextId('observation'),
        kind: 'HEALTH',
        concept: 'Long-term condition',
        value: 'Asthma',
        on: ago(400),
      },
      {
        id: nextId('observation'),
        kind: 'MEDICATION',
        concept: 'Current medicine',
        value: 'Sertraline 50 mg daily',
        on: ago(180),
      },
      {
        id: nextId('observation'),
        kind: 'AOD',
        concept: 'Alcohol use (AUDIT-C)',
        value: '3 of 12',
        on: ago(96),
      },
    ],
  };
}
