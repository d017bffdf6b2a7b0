import { addDays } from './calendar.ts';
import type { AgencyKey, Day, Place, Spelling, Staff } from './InventedPerson.ts';
import type { Registry } from './records.ts';

/** How the featured person writes her own name. */
export const almasSpelling: Spelling = {
  given: 'Alma',
  family: 'Reyes-Doyle',
  dateOfBirth: '1989-04-17',
  dateAccuracy: 'EXACT',
  sex: '2',
};

export const almasPlace: Place = { line: '6/41 Boronia Street', suburb: 'Noble Park', state: 'VIC', postcode: '3174' };

/** What her three records are written from. */
export type Desk = Readonly<{
  asOf: Day;
  staff: Readonly<Record<AgencyKey, readonly Staff[]>>;
  nextId: Registry['nextId'];
}>;

/** Returns the day this many days before the day of the data. */
export function daysAgo({ asOf }: Desk, days: number): Day {
  return addDays(asOf, -days);
}

/** Returns the member of staff with a sign-in name. Throws RangeError if nobody has it. */
export function workerAt({ staff }: Desk, agency: AgencyKey, login: string): Staff {
  const worker = staff[agency].find((one) => one.login === login);
  if (worker === undefined) throw new RangeError(`The featured person's worker "${login}" is not on the staff.`);
  return worker;
}
