import { almasPlace, almasSpelling, type Desk, daysAgo, workerAt } from './AlmasFile.ts';
import { addDays } from './calendar.ts';
import type { ItemKind } from './Filing.ts';
import type { Day, FiledRecord } from './InventedPerson.ts';

/** The risk to her, her safety plan and the court order. */
export function almaAtWattle(desk: Desk): FiledRecord {
  const worker = workerAt(desk, 'wattle', 'tess.nguyen@wattle');
  const ago = (days: number): Day => daysAgo(desk, days);
  const nextId = (kind: ItemKind): number => desk.nextId('wattle', kind);
  return {
    agency: 'wattle',
    number: 200_001,
    spelling: almasSpelling,
    place: almasPlace,
    phone: '03 5550 0142',
    email: null,
    unsafeContact: ['VOICEMAIL', 'SMS', 'LETTER'],
    language: 'English',
    culturalIdentity: 'Filipino',
    programme: 'Case management',
    worker,
    since: ago(186),
    needs: [
      { id: nextId('need'), reason: '9', identifiedOn: ago(186) },
      { id: nextId('need'), reason: '7', identifiedOn: ago(186) },
    ],
    alerts: [
      {
        id: nextId('alert'),
        code: 'FAMILY_VIOLENCE_EXPERIENCING',
        certainty: 'ASSESSED',
        severity: 'HIGH',
        status: 'ACTIVE',
        text: 'Violence and threats by ex-partner; serious risk at last assessment. He does not know where she lives or works.',
        raisedOn: ago(185),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(desk.asOf, 9),
      },
      {
        id: nextId('alert'),
        code: 'COURT_ORDER',
        certainty: 'ASSESSED',
        severity: 'MEDIUM',
        status: 'ACTIVE',
        text: 'Final intervention order in force; she is the protected person. Copy on file.',
        raisedOn: ago(140),
        raisedBy: 'TEAM_LEADER',
        reviewDue: addDays(desk.asOf, -6),
      },
    ],
    notes: [
      {
        id: nextId('note'),
        writtenOn: ago(185),
        writtenBy: worker.login,
        text: 'Risk assessment done over two calls. He has followed her to work twice, controlled her pay until she left, and this winter held her by the throat; she thought she would die. Serious risk.',
        about: ['FV_RISK', 'FV_NARRATIVE'],
        describesFamilyViolence: true,
      },
      {
        id: nextId('note'),
        writtenOn: ago(172),
        writtenBy: worker.login,
        text: "Safety plan: bag at her sister's, code word with the neighbour, location sharing off on phone and tablet, car parked facing out. Reviewed what to do if he turns up at work.",
        about: ['SAFETY_PLAN', 'FV_RISK'],
        describesFamilyViolence: true,
      },
      {
        id: nextId('note'),
        writtenOn: ago(31),
        writtenBy: worker.login,
        text: 'He has asked two of her friends where she lives now. She sleeps better since the move and wants the plan to include the walk from the station.',
        about: ['FV_RISK', 'SAFETY_PLAN', 'HOUSING'],
        describesFamilyViolence: true,
      },
    ],
    episodes: [{ id: nextId('episode'), programme: 'Case management', status: 'ACTIVE', start: ago(186) }],
    housing: null,
    health: [],
  };
}
