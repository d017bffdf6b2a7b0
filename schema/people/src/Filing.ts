import { addDays, daysBetween } from './calendar.ts';
import type { AgencyKey, Day, Staff } from './InventedPerson.ts';
import type { Random } from './random.ts';
import type { Truth } from './Truth.ts';

/** The kinds of item an agency numbers each for itself. */
export type ItemKind = 'need' | 'alert' | 'note' | 'episode' | 'observation';

/** One person being written into one agency's system: what every section of the record is made from. */
export type Filing = Readonly<{
  agency: AgencyKey;
  truth: Truth;
  worker: Staff;
  /** Everyone at the agency; some notes are written by whoever was on duty. */
  staff: readonly Staff[];
  since: Day;
  until?: Day;
  asOf: Day;
  /** English name of the language they want to speak with workers. */
  language: string;
  /** Whether the notes describe the family violence there is. */
  tells: boolean;
  /** Whether someone raised an alert for it. */
  named: boolean;
  nextId(kind: ItemKind): number;
  random: Random;
}>;

/** A day on which the agency worked with the person, likelier late than early. */
export function dayOnFile({ since, until, asOf, random }: Filing): Day {
  const length = Math.max(0, daysBetween(since, until ?? asOf));
  return addDays(since, Math.floor(length * Math.sqrt(random.next())));
}

/** A day so many days later, but never after the last day of the data. */
export function laterOnFile({ asOf }: Filing, day: Day, days: number): Day {
  const later = addDays(day, days);
  return later > asOf ? asOf : later;
}
