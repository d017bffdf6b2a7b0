import { addDays, daysBetween } from './calendar.ts';
import type { Filing } from './Filing.ts';
import type { AgencyKey, InventedEpisode } from './InventedPerson.ts';
import type { Random } from './random.ts';
import type { Truth } from './Truth.ts';

const programmes: Readonly<Record<AgencyKey, readonly (readonly [string, number])[]>> = {
  harbour: [
    ['Initial assessment and planning', 30],
    ['Crisis accommodation', 14],
    ['Transitional housing', 18],
    ['Private rental support', 20],
    ['Assertive outreach', 12],
    ['Tenancy support', 14],
  ],
  wattle: [
    ['Intake and crisis response', 30],
    ['Case management', 34],
    ['Refuge', 8],
    ['Safe at home', 14],
    ['Counselling', 14],
  ],
  kestrel: [
    ['Counselling', 28],
    ['Alcohol and other drugs', 20],
    ['Community nursing', 14],
    ['General practice', 18],
    ['Allied health', 12],
    ['Mental health and wellbeing', 18],
  ],
};

/**
 * Returns the programme a person is with. At the family-violence service, people who use violence have a separate programme.
 */
export function programmeOf(agency: AgencyKey, { violence }: Truth, random: Random): string {
  if (agency === 'wattle' && violence?.part === 'USING') return 'Behaviour change';
  return random.weighted(programmes[agency]);
}

/** Returns the current episode with the agency and, for some people, an earlier one. Latest last. */
export function inventEpisodes(filing: Filing, programme: string): readonly InventedEpisode[] {
  const { agency, truth, since, until, asOf, random } = filing;
  const episodes: InventedEpisode[] = [];
  const middle = addDays(since, Math.floor(daysBetween(since, until ?? asOf) / 2));
  // An earlier episode needs room to begin and end before the current one.
  if (daysBetween(since, middle) > 120 && random.chance(0.35)) {
    const status = random.chance(0.88) ? 'FINISHED' : 'CANCELLED';
    const earlier = programmeOf(agency, truth, random);
    const end = addDays(middle, -random.int(1, 60));
    episodes.push({ id: filing.nextId('episode'), programme: earlier, status, start: since, end });
  }
  const start = episodes.length > 0 ? middle : since;
  const id = filing.nextId('episode');
  if (until !== undefined) return [...episodes, { id, programme, status: 'FINISHED', start, end: until }];
  const status = random.weighted<InventedEpisode['status']>([
    ['ACTIVE', 80],
    ['ONHOLD', 6],
    ['WAITLIST', 9],
    ['PLANNED', 5],
  ]);
  return [...episodes, { id, programme, status, start }];
}
