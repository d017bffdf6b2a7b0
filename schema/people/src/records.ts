import { inventAlerts } from './alerts.ts';
import { addDays, ageOn, daysBetween } from './calendar.ts';
import type { Share } from './caseloads.ts';
import { inventEpisodes, programmeOf } from './episodes.ts';
import type { Filing, ItemKind } from './Filing.ts';
import { inventHealth } from './health.ts';
import { inventHousing } from './housing.ts';
import type { AgencyKey, Day, FiledRecord, Spelling, Staff } from './InventedPerson.ts';
import { misspell } from './misspell.ts';
import { inventNeeds } from './needs.ts';
import { inventNotes } from './notes/inventNotes.ts';
import { createRandom, type Random } from './random.ts';
import { signInPart } from './staff.ts';
import type { Truth } from './Truth.ts';

/** Where there is family violence: how often an agency's notes describe it, and how often an alert names it. */
const telling: Readonly<Record<AgencyKey, number>> = { harbour: 0.75, wattle: 0.92, kestrel: 0.6 };
const naming: Readonly<Record<AgencyKey, number>> = { harbour: 0.3, wattle: 0.74, kestrel: 0.2 };
/** How often an alert names it although the notes say nothing about it. */
const namingUntold = 0.15;

export type Registry = Readonly<{
  seed: number;
  asOf: Day;
  staff: Readonly<Record<AgencyKey, readonly Staff[]>>;
  nextId(agency: AgencyKey, kind: ItemKind): number;
}>;

/** Returns what the agency has on file about the person; `spelling` is how that agency writes their name and date of birth. */
export function fileRecord(
  agency: AgencyKey,
  truth: Truth,
  { number, worker }: Share,
  spelling: Spelling,
  { seed, asOf, staff, nextId }: Registry,
): FiledRecord {
  const random = createRandom(seed, `record ${agency} ${truth.id}`);
  // Squared, because most people on file came recently; and nobody is on file before they were born.
  const known = Math.min(12 + 1800 * random.next() ** 2, daysBetween(truth.dateOfBirth, asOf) - 1);
  const since = addDays(asOf, -Math.floor(known));
  const until = random.chance(0.28) ? addDays(asOf, -random.int(1, 300)) : undefined;
  const violent = truth.violence !== undefined;
  const tells = violent && random.chance(telling[agency]);
  const filing: Filing = {
    agency,
    truth,
    worker,
    staff: staff[agency],
    since,
    asOf,
    language: languageOf(truth, seed),
    tells,
    named: violent && random.chance(tells ? naming[agency] : namingUntold),
    nextId: (kind) => nextId(agency, kind),
    random,
    ...(until !== undefined && until > since ? { until } : {}),
  };
  const programme = programmeOf(agency, truth, random);
  return {
    agency,
    number,
    spelling,
    ...reachingOf(filing),
    language: filing.language,
    culturalIdentity: random.chance(0.7) ? truth.tradition.culturalIdentity : null,
    programme,
    worker,
    since,
    ...(filing.until === undefined ? {} : { until: filing.until }),
    needs: inventNeeds(filing),
    alerts: inventAlerts(filing),
    notes: inventNotes(filing),
    episodes: inventEpisodes(filing, programme),
    housing: inventHousing(filing),
    health: inventHealth(filing),
  };
}

/**
 * Returns how each agency that knows a person has spelled them, in the order of the agencies.
 *
 * Of people known to several agencies, two in five are filed differently somewhere: usually at one agency, occasionally at two.
 */
export function spellingsOf(truth: Truth, known: number, random: Random): readonly Spelling[] {
  const right: Spelling = {
    given: truth.given,
    family: truth.family,
    dateOfBirth: truth.dateOfBirth,
    dateAccuracy: 'EXACT',
    sex: truth.sex,
  };
  if (known > 1 && random.chance(0.4)) {
    const odd = random.int(0, known - 1);
    return Array.from({ length: known }, (_, place) =>
      place === odd || random.chance(0.15) ? misspell(right, truth, random) : right,
    );
  }
  // One person in fifty never gave anyone a date of birth.
  const filed: Spelling = random.chance(0.02) ? { ...right, dateOfBirth: null, dateAccuracy: 'UNKNOWN' } : right;
  return Array.from({ length: known }, () => filed);
}

function reachingOf({
  agency,
  truth,
  named,
  asOf,
  random,
}: Filing): Pick<FiledRecord, 'place' | 'phone' | 'email' | 'unsafeContact'> {
  const child = ageOn(truth.dateOfBirth, asOf) < 14;
  const wary = named && truth.violence?.part === 'EXPERIENCING';
  const ways = ['VOICEMAIL', 'SMS', 'LETTER'] as const;
  return {
    // The specialist service often records no address at all.
    place: random.chance(agency === 'wattle' && wary ? 0.4 : 0.06) ? null : truth.place,
    phone: random.chance(0.07) ? null : truth.phone,
    email:
      child || random.chance(0.45)
        ? null
        : `${signInPart(truth.given)}.${signInPart(truth.family)}${truth.dateOfBirth.slice(2, 4)}@example.org`,
    unsafeContact: random.chance(wary ? 0.55 : 0.02) ? ways.filter(() => random.chance(0.6)) : [],
  };
}

/** The same at every agency, because it is a fact about the person and not a habit of a form. */
function languageOf({ id, tradition }: Truth, seed: number): string {
  const random = createRandom(seed, `language ${id}`);
  return tradition.languages.length > 0 && random.chance(0.3) ? random.pick(tradition.languages) : 'English';
}
