import type { AgencyKey, Staff } from './InventedPerson.ts';
import { familyNameOf, givenNameOf, traditionOf } from './names.ts';
import { phoneOf } from './places.ts';
import { createRandom } from './random.ts';

const STAFF_PER_AGENCY = 25;

const teams: Readonly<Record<AgencyKey, readonly [string, string]>> = {
  harbour: ['Entry and crisis', 'Housing support'],
  wattle: ['Intake and response', 'Recovery and counselling'],
  kestrel: ['Counselling and AOD', 'Primary care'],
};

/** The staff in the demonstration's guided tour. Documents and tests may rely on their sign-in names. */
export const demonstrationStaff: Readonly<Record<AgencyKey, readonly Staff[]>> = {
  harbour: [
    {
      login: 'mara.okafor@harbour',
      name: 'Mara Okafor',
      role: 'PRACTITIONER',
      team: 'Housing support',
      phone: '03 7010 0101',
    },
    {
      login: 'priya.raman@harbour',
      name: 'Priya Raman',
      role: 'MANAGER',
      team: 'Housing support',
      phone: '03 7010 0100',
    },
  ],
  wattle: [
    {
      login: 'tess.nguyen@wattle',
      name: 'Tess Nguyen',
      role: 'PRACTITIONER',
      team: 'Intake and response',
      phone: '03 7010 0201',
    },
  ],
  kestrel: [
    {
      login: 'kim.abela@kestrel',
      name: 'Kim Abela',
      role: 'PRACTITIONER',
      team: 'Counselling and AOD',
      phone: '03 7010 0301',
    },
  ],
};

/** Returns twenty-five staff: one manager, two team leaders and the rest practitioners; the demonstration's own come first. */
export function inventStaff(agency: AgencyKey, seed: number): readonly Staff[] {
  const random = createRandom(seed, `staff ${agency}`);
  const staff: Staff[] = [...demonstrationStaff[agency]];
  const missing: Staff['role'][] = staff.some(({ role }) => role === 'MANAGER') ? [] : ['MANAGER'];
  missing.push('TEAM_LEADER', 'TEAM_LEADER');
  const taken = new Set(staff.map(({ login }) => login));

  while (staff.length < STAFF_PER_AGENCY) {
    const tradition = traditionOf(random);
    const given = givenNameOf(tradition, random.chance(0.75) ? '2' : '1', random);
    const family = familyNameOf(tradition, random);
    const login = `${signInPart(given)}.${signInPart(family)}@${agency}`;
    if (taken.has(login)) continue;
    taken.add(login);
    const role = missing.shift() ?? 'PRACTITIONER';
    // Each team leader leads one team; the first to be invented leads the first team.
    const team = role === 'TEAM_LEADER' ? teams[agency][missing.length === 1 ? 0 : 1] : random.pick(teams[agency]);
    staff.push({ login, name: `${given} ${family}`, role, team, phone: phoneOf(random) });
  }
  return staff;
}

/** Returns a name in lower-case letters only, with diacritics folded. Đ is a letter of its own and does not decompose. */
export function signInPart(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[Đđ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}
