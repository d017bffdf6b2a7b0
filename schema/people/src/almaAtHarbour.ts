import { almasPlace, almasSpelling, type Desk, daysAgo, workerAt } from './AlmasFile.ts';
import { addDays } from './calendar.ts';
import type { ItemKind } from './Filing.ts';
import type { Day, FiledRecord } from './InventedPerson.ts';

/** Her housing, what she said there, and how it is safe to contact her. */
export function almaAtHarbour(desk: Desk): FiledRecord {
  const worker = workerAt(desk, 'harbour', 'mara.okafor@harbour');
  const ago = (days: number): Day => daysAgo(desk, days);
  const nextId = (kind: ItemKind): number => desk.nextId('harbour', kind);
  return {
    agency: 'harbour',
    number: 100_001,
    spelling: almasSpelling,
    place: almasPlace,
    phone: '03 5550 0142',
    email: 'alma.rd@example.org',
    unsafeContact: ['VOICEMAIL', 'LETTER'],
    language: 'English',
    culturalIdentity: 'Filipino',
    programme: 'Transitional housing',
    worker,
    since: ago(190),
    needs: [
      { id: nextId('need'), reason: '3', identifiedOn: ago(190), metOn: ago(160) },
      { id: nextId('need'), reason: '9', identifiedOn: ago(188) },
      { id: nextId('need'), reason: '1', identifiedOn: ago(120) },
    ],
    alerts: [
      {
        id: nextId('alert'),
        code: 'COMMUNICATION_SAFETY',
        certainty: 'DISCLOSED',
        severity: 'HIGH',
        status: 'ACTIVE',
        text: 'No voicemail and no letters. Phone between 10 and 2 on weekdays; say only your first name until she answers herself.',
        raisedOn: ago(188),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(desk.asOf, 21),
      },
    ],
    notes: [
      {
        id: nextId('note'),
        writtenOn: ago(188),
        writtenBy: worker.login,
        text: "Long talk about where to sleep this week. She left on Sunday with one bag because of what her ex-partner said he would do if she packed more. Staying on a friend's couch; does not want the friend's address written down.",
        about: ['HOUSING', 'FV_RISK', 'FV_NARRATIVE'],
        describesFamilyViolence: true,
      },
      {
        id: nextId('note'),
        writtenOn: ago(158),
        writtenBy: worker.login,
        text: 'Keys to the transitional unit handed over today. Lease explained room by room; rent is set at 25 per cent of income. First inspection in three months.',
        about: ['HOUSING', 'FINANCE'],
        describesFamilyViolence: false,
      },
      {
        id: nextId('note'),
        writtenOn: ago(24),
        writtenBy: worker.login,
        text: 'Private rental applications: two this week, one inspection on Saturday. Would like a second bedroom before winter.',
        about: ['HOUSING'],
        describesFamilyViolence: false,
      },
    ],
    episodes: [
      {
        id: nextId('episode'),
        programme: 'Crisis accommodation',
        status: 'FINISHED',
        start: ago(190),
        end: ago(159),
      },
      { id: nextId('episode'), programme: 'Transitional housing', status: 'ACTIVE', start: ago(158) },
    ],
    housing: { situation: 'RENTING', since: ago(158), atRisk: true },
    health: [],
  };
}
