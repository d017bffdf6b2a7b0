import { addDays, daysBetween } from './calendar.ts';
import type { AgencyKey, Day, Staff } from './InventedPerson.ts';
import type { Random } from './random.ts';
import type { Truth } from './Truth.ts';

/** The kinds of item that an agency numbers separately. */
export type ItemKind = 'need' | 'alert' | 'note' | 'episode' | 'observation';

/** One person being written into one agency's system: everything that each section of the record is made from. */
export type Filing = Readonly<{
  agency: AgencyKey;
  truth: Truth;
  worker: Staff;
  /** Everyone at the agency; some notes are written by the worker on duty. */
  staff: readonly Staff[];
  since: Day;
  until?: Day;
  asOf: Day;
  /** English name of the language in which the person wants to speak with workers. */
  language: string;
  /** Whether the notes describe the family violence, where there is some. */
  tells: boolean;
  /** Whether someone raised an alert for it. */
  named: boolean;
  nextId(kind: ItemKind): number;
  random: Random;
}>;

/** Returns a day on which the agency worked with the person, more likely late than early. */
export function dayOnFile({ since, until, asOf, random }: Filing): Day {
  const length = Math.max(0, daysBetween(since, until ?? asOf));
  return addDays(since, Math.floor(length * Math.sqrt(random.next())));
}

/** Returns the day this many days later, but never after the last day of the data. */
export function laterOnFile({ asOf }: Filing, day: Day, days: number): Day {
  const later = addDays(day, days);
  return later > asOf ? asOf : later;
}
