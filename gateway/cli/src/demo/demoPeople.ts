import { createHash } from 'node:crypto';
import type { DemonstrationPerson } from '@accord/server/demonstration/servePeople';

/** The hub's id for an invented person. It is opaque, and the same on every machine, so that the README can name one. */
export const demoClientId = (personId: string): string =>
  `c-${createHash('sha256').update(`accord demonstration ${personId}`).digest('hex').slice(0, 12)}`;

/** The person whom the demonstration is about. */
export const featuredClient = demoClientId('p00001');

/** The people one can sign in as, by the name that `accord token --as` takes. The first three are printed at start. */
export const demoPeople: readonly DemonstrationPerson[] = [
  {
    id: 'mara',
    user: 'mara.okafor@harbour',
    name: 'Mara Okafor',
    role: 'PRACTITIONER',
    agency: 'harbour',
    agencyName: 'Harbour Housing',
    purpose: 'SERVICE_COORDINATION',
  },
  {
    id: 'tess',
    user: 'tess.nguyen@wattle',
    name: 'Tess Nguyen',
    role: 'PRACTITIONER',
    agency: 'wattle',
    agencyName: 'Wattle Family Safety',
    purpose: 'SERVICE_COORDINATION',
  },
  {
    id: 'kim',
    user: 'kim.abela@kestrel',
    name: 'Kim Abela',
    role: 'PRACTITIONER',
    agency: 'kestrel',
    agencyName: 'Kestrel Community Health',
    purpose: 'SERVICE_COORDINATION',
  },
  {
    id: 'priya',
    user: 'priya.raman@harbour',
    name: 'Priya Raman',
    role: 'MANAGER',
    agency: 'harbour',
    agencyName: 'Harbour Housing',
    purpose: 'QUALITY_IMPROVEMENT',
  },
  {
    id: 'ines',
    user: 'ines.carver@harbour',
    name: 'Ines Carver',
    role: 'TEAM_LEADER',
    agency: 'harbour',
    agencyName: 'Harbour Housing',
    purpose: 'SERVICE_COORDINATION',
  },
  {
    id: 'noor',
    user: 'noor.haddad@wattle',
    name: 'Noor Haddad',
    role: 'TEAM_LEADER',
    agency: 'wattle',
    agencyName: 'Wattle Family Safety',
    purpose: 'SERVICE_COORDINATION',
  },
  {
    id: 'edith',
    user: 'edith.lowe@harbour',
    name: 'Edith Lowe',
    role: 'EXECUTIVE',
    agency: 'harbour',
    agencyName: 'Harbour Housing',
    purpose: 'ADMINISTRATION',
  },
  {
    id: 'cosmo',
    user: 'cosmo.wynn@kestrel',
    name: 'Cosmo Wynn',
    role: 'COORDINATOR',
    agency: 'kestrel',
    agencyName: 'Kestrel Community Health',
    purpose: 'ADMINISTRATION',
  },
  {
    id: 'alma',
    user: 'alma@client',
    name: 'Alma Reyes-Doyle',
    role: 'CLIENT',
    agency: 'wattle',
    agencyName: 'Wattle Family Safety',
    purpose: 'CLIENT_ACCESS',
    client: featuredClient,
  },
];
