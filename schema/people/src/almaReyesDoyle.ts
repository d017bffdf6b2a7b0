import { almasSpelling, type Desk, daysAgo } from './AlmasFile.ts';
import { almaAtHarbour } from './almaAtHarbour.ts';
import { almaAtKestrel } from './almaAtKestrel.ts';
import { almaAtWattle } from './almaAtWattle.ts';
import { addDays } from './calendar.ts';
import type { InventedPerson } from './InventedPerson.ts';

/**
 * The demonstration's featured person, known to all three agencies. Her consents give each of the three demonstration
 * practitioners a clearly different view.
 *
 * What each may see for SERVICE_COORDINATION, beyond their own agency's record:
 * - Harbour and Wattle, of each other: identity, contact, service use, housing, family-violence risk (c-alma-1).
 * - Harbour, of Kestrel: general health and service use, but no mental health, alcohol or drugs (c-alma-2).
 * - Kestrel, of both: identity and housing without service use, so that a family-violence service stays unnamed (c-alma-3).
 * - Nobody: the address, which is sensitive and named in none of them.
 */
export function almaReyesDoyle(desk: Desk): InventedPerson {
  const from = daysAgo(desk, 150);
  return {
    id: 'p00001',
    household: 'h00001',
    given: almasSpelling.given,
    family: almasSpelling.family,
    dateOfBirth: '1989-04-17',
    records: [almaAtHarbour(desk), almaAtWattle(desk), almaAtKestrel(desk)],
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
