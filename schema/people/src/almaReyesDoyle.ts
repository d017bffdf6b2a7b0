import { addDays } from './calendar.ts';
import type { AgencyKey, Day, FiledRecord, InventedPerson, Place, Spelling, Staff } from './InventedPerson.ts';
import type { Registry } from './records.ts';

const spelling: Spelling = {
  given: 'Alma',
  family: 'Reyes-Doyle',
  dateOfBirth: '1989-04-17',
  dateAccuracy: 'EXACT',
  sex: '2',
};
const place: Place = { line: '6/41 Boronia Street', suburb: 'Noble Park', state: 'VIC', postcode: '3174' };

type Desk = Readonly<{ asOf: Day; staff: Readonly<Record<AgencyKey, readonly Staff[]>>; nextId: Registry['nextId'] }>;

/**
 * The featured person of the demonstration, known to all three agencies, whose consents give each of the three
 * demonstration practitioners a clearly different view.
 *
 * What each may see for SERVICE_COORDINATION, beyond their own agency's record:
 * - Harbour and Wattle, of each other: identity, contact, service use, housing, family-violence risk (c-alma-1);
 * - Harbour, of Kestrel: general health and service use, but no mental health, alcohol or drugs (c-alma-2);
 * - Kestrel, of both: identity and housing without service use, so that a family-violence service stays unnamed
 *   (c-alma-3); nobody the address, which is sensitive and named in none of them.
 */
export function almaReyesDoyle(asOf: Day, staff: Desk['staff'], nextId: Desk['nextId']): InventedPerson {
  const desk: Desk = { asOf, staff, nextId };
  const from = addDays(asOf, -150);
  return {
    id: 'p00001',
    household: 'h00001',
    given: spelling.given,
    family: spelling.family,
    dateOfBirth: '1989-04-17',
    records: [atHarbour(desk), atWattle(desk), atKestrel(desk)],
    consents: [
      {
        id: 'c-alma-1',
        status: 'active',
        base: 'deny',
        agencies: ['harbour', 'wattle'],
        purposes: ['SERVICE_COORDINATION'],
        categories: ['IDENTITY', 'CONTACT', 'SERVICE_USE', 'HOUSING', 'FV_RISK'],
        sources: ['harbour', 'wattle'],
        from,
        recordedBy: 'wattle',
        evidence: 'signed',
        language: 'English',
      },
      {
        id: 'c-alma-2',
        status: 'active',
        base: 'deny',
        agencies: ['harbour'],
        purposes: ['SERVICE_COORDINATION'],
        categories: ['HEALTH', 'SERVICE_USE'],
        sources: ['kestrel'],
        from: addDays(from, 21),
        recordedBy: 'kestrel',
        evidence: 'in-person',
        language: 'English',
      },
      {
        id: 'c-alma-3',
        status: 'active',
        base: 'deny',
        agencies: ['kestrel'],
        purposes: ['SERVICE_COORDINATION'],
        categories: ['IDENTITY', 'HOUSING'],
        sources: ['harbour', 'wattle'],
        from: addDays(from, 21),
        recordedBy: 'kestrel',
        evidence: 'in-person',
        language: 'English',
      },
    ],
    blocks: [],
  };
}

function atHarbour({ asOf, staff, nextId }: Desk): FiledRecord {
  const worker = workerAt(staff.harbour, 'mara.okafor@harbour');
  const ago = (days: number): Day => addDays(asOf, -days);
  return {
    agency: 'harbour',
    number: 100_001,
    spelling,
    place,
    phone: '03 5550 0142',
    email: 'alma.rd@example.org',
    unsafeContact: ['VOICEMAIL', 'LETTER'],
    language: 'English',
    culturalIdentity: 'Filipino',
    programme: 'Transitional housing',
    worker,
    since: ago(190),
    needs: [
      { id: nextId('harbour', 'need'), reason: '3', identifiedOn: ago(190), metOn: ago(160) },
      { id: nextId('harbour', 'need'), reason: '9', identifiedOn: ago(188) },
      { id: nextId('harbour', 'need'), reason: '1', identifiedOn: ago(120) },
    ],
    alerts: [
      {
        id: nextId('harbour', 'alert'),
        code: 'COMMUNICATION_SAFETY',
        certainty: 'DISCLOSED',
        severity: 'HIGH',
        status: 'ACTIVE',
        text: 'No voicemail and no letters. Phone between 10 and 2 on weekdays; say only your first name until Alma answers.',
        raisedOn: ago(188),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(asOf, 21),
      },
    ],
    notes: [
      {
        id: nextId('harbour', 'note'),
        writtenOn: ago(188),
        writtenBy: worker.login,
        text: "Long talk about where to sleep this week. She left on Sunday with one bag because of what her ex-partner said he would do if she packed more. Staying on a friend's couch; does not want the friend's address written down.",
        about: ['HOUSING', 'FV_RISK', 'FV_NARRATIVE'],
        describesFamilyViolence: true,
      },
      {
        id: nextId('harbour', 'note'),
        writtenOn: ago(158),
        writtenBy: worker.login,
        text: 'Keys to the transitional unit handed over today. Lease explained room by room; rent is set at 25 per cent of income. First inspection in three months.',
        about: ['HOUSING', 'FINANCE'],
        describesFamilyViolence: false,
      },
      {
        id: nextId('harbour', 'note'),
        writtenOn: ago(24),
        writtenBy: worker.login,
        text: 'Private rental applications: two this week, one inspection on Saturday. Would like a second bedroom before winter.',
        about: ['HOUSING'],
        describesFamilyViolence: false,
      },
    ],
    episodes: [
      {
        id: nextId('harbour', 'episode'),
        programme: 'Crisis accommodation',
        status: 'FINISHED',
        start: ago(190),
        end: ago(159),
      },
      { id: nextId('harbour', 'episode'), programme: 'Transitional housing', status: 'ACTIVE', start: ago(158) },
    ],
    housing: { situation: 'RENTING', since: ago(158), atRisk: true },
    health: [],
  };
}

function atWattle({ asOf, staff, nextId }: Desk): FiledRecord {
  const worker = workerAt(staff.wattle, 'tess.nguyen@wattle');
  const ago = (days: number): Day => addDays(asOf, -days);
  return {
    agency: 'wattle',
    number: 200_001,
    spelling,
    place,
    phone: '03 5550 0142',
    email: null,
    unsafeContact: ['VOICEMAIL', 'SMS', 'LETTER'],
    language: 'English',
    culturalIdentity: 'Filipino',
    programme: 'Case management',
    worker,
    since: ago(186),
    needs: [
      { id: nextId('wattle', 'need'), reason: '9', identifiedOn: ago(186) },
      { id: nextId('wattle', 'need'), reason: '7', identifiedOn: ago(186) },
    ],
    alerts: [
      {
        id: nextId('wattle', 'alert'),
        code: 'FAMILY_VIOLENCE_EXPERIENCING',
        certainty: 'ASSESSED',
        severity: 'HIGH',
        status: 'ACTIVE',
        text: 'Violence and threats by ex-partner; serious risk at last assessment. He does not know where she lives or works.',
        raisedOn: ago(185),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(asOf, 9),
      },
      {
        id: nextId('wattle', 'alert'),
        code: 'COURT_ORDER',
        certainty: 'ASSESSED',
        severity: 'MEDIUM',
        status: 'ACTIVE',
        text: 'Final intervention order in force; Alma is the protected person. Copy on file.',
        raisedOn: ago(140),
        raisedBy: 'TEAM_LEADER',
        reviewDue: addDays(asOf, -6),
      },
    ],
    notes: [
      {
        id: nextId('wattle', 'note'),
        writtenOn: ago(185),
        writtenBy: worker.login,
        text: 'Risk assessment done over two calls. He has followed her to work twice, controlled her pay until she left, and in June held her by the throat; she thought she would die. Serious risk.',
        about: ['FV_RISK', 'FV_NARRATIVE'],
        describesFamilyViolence: true,
      },
      {
        id: nextId('wattle', 'note'),
        writtenOn: ago(172),
        writtenBy: worker.login,
        text: "Safety plan: bag at her sister's, code word with the neighbour, location sharing off on phone and tablet, car parked facing out. Reviewed what to do if he turns up at work.",
        about: ['SAFETY_PLAN', 'FV_RISK'],
        describesFamilyViolence: true,
      },
      {
        id: nextId('wattle', 'note'),
        writtenOn: ago(31),
        writtenBy: worker.login,
        text: 'Two months without contact from him. She sleeps better since the move and wants the plan to include the walk from the station.',
        about: ['FV_RISK', 'SAFETY_PLAN', 'HOUSING'],
        describesFamilyViolence: true,
      },
    ],
    episodes: [{ id: nextId('wattle', 'episode'), programme: 'Case management', status: 'ACTIVE', start: ago(186) }],
    housing: null,
    health: [],
  };
}

function atKestrel({ asOf, staff, nextId }: Desk): FiledRecord {
  const worker = workerAt(staff.kestrel, 'kim.abela@kestrel');
  const ago = (days: number): Day => addDays(asOf, -days);
  return {
    agency: 'kestrel',
    number: 300_001,
    // As the front desk took it from an old Medicare card: her family's name before, and the short form as given name.
    spelling: { ...spelling, family: 'Reyes Doyle', alias: { given: 'Alma', family: 'Reyes' } },
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
      { id: nextId('kestrel', 'need'), reason: '11', identifiedOn: ago(420) },
      { id: nextId('kestrel', 'need'), reason: '12', identifiedOn: ago(400) },
    ],
    alerts: [
      {
        id: nextId('kestrel', 'alert'),
        code: 'SUICIDE_SELF_HARM',
        certainty: 'HISTORICAL',
        severity: 'MEDIUM',
        status: 'ACTIVE',
        text: 'Overdose at 19. No thoughts of suicide at any review since; asks to be asked plainly.',
        raisedOn: ago(415),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(asOf, 60),
      },
      {
        id: nextId('kestrel', 'alert'),
        code: 'MEDICAL',
        certainty: 'ASSESSED',
        severity: 'MEDIUM',
        status: 'ACTIVE',
        text: 'Asthma, one hospital stay last winter; carries a reliever.',
        raisedOn: ago(400),
        raisedBy: 'PRACTITIONER',
        reviewDue: addDays(asOf, 120),
      },
    ],
    notes: [
      {
        id: nextId('kestrel', 'note'),
        writtenOn: ago(96),
        writtenBy: worker.login,
        text: 'Sixth counselling session. Nightmares down from most nights to one a week. Has kept up the breathing practice and laughs about hating it.',
        about: ['MENTAL_HEALTH', 'SERVICE_USE'],
        describesFamilyViolence: false,
      },
      {
        id: nextId('kestrel', 'note'),
        writtenOn: ago(40),
        writtenBy: worker.login,
        text: 'Asthma review with the nurse: technique good, preventer twice daily. Spacer replaced.',
        about: ['HEALTH', 'MEDICATION'],
        describesFamilyViolence: false,
      },
      {
        id: nextId('kestrel', 'note'),
        writtenOn: ago(12),
        writtenBy: worker.login,
        text: 'A glass or two of wine on weekends, less than last year. No wish to change it and none needed.',
        about: ['AOD'],
        describesFamilyViolence: false,
      },
    ],
    episodes: [{ id: nextId('kestrel', 'episode'), programme: 'Counselling', status: 'ACTIVE', start: ago(420) }],
    housing: null,
    health: [
      {
        id: nextId('kestrel', 'observation'),
        kind: 'MENTAL_HEALTH',
        concept: 'Working diagnosis',
        value: 'Post-traumatic stress disorder',
        on: ago(410),
      },
      {
        id: nextId('kestrel', 'observation'),
        kind: 'MENTAL_HEALTH',
        concept: 'Kessler psychological distress (K10)',
        value: '31 of 50',
        on: ago(200),
      },
      {
        id: nextId('kestrel', 'observation'),
        kind: 'HEALTH',
        concept: 'Long-term condition',
        value: 'Asthma',
        on: ago(400),
      },
      {
        id: nextId('kestrel', 'observation'),
        kind: 'MEDICATION',
        concept: 'Current medicine',
        value: 'Sertraline 50 mg daily',
        on: ago(180),
      },
      {
        id: nextId('kestrel', 'observation'),
        kind: 'AOD',
        concept: 'Alcohol use (AUDIT-C)',
        value: '3 of 12',
        on: ago(96),
      },
    ],
  };
}

function workerAt(staff: readonly Staff[], login: string): Staff {
  const worker = staff.find((one) => one.login === login);
  if (worker === undefined) throw new RangeError(`The featured person's worker "${login}" is not on the staff.`);
  return worker;
}
