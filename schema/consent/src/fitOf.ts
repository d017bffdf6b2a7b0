import type { Ask } from './Ask.ts';
import { covers, reaches } from './covers.ts';
import type { Category, Rule } from './Facts.ts';
import { endOf, isDay, type Span, startOf, type When, within } from './instants.ts';
import type { Profile } from './Profile.ts';
import type { Question } from './Question.ts';

/**
 * Whether a rule covers the question. `possibly`: it may, but does not say so, as with data without a date under a rule for
 * certain years, or a sensitive category under a rule that names its parent.
 */
export type Fit = 'surely' | 'possibly' | 'no';

/**
 * Returns how the rule itself fits the question, apart from its exceptions. Values within a list are alternatives (OR); all
 * lists must match (AND).
 */
export function fitOf(rule: Rule, question: Question): Fit {
  return isInPeriod(rule, question.at, question.profile.timeZone) ? fitAtSomeTime(rule, question) : 'no';
}

/** Returns how the rule fits the question while it is in its period. */
export function fitAtSomeTime(rule: Rule, { ask, label, profile }: Question): Fit {
  const who = whoFit(rule, ask);
  if (who === 'no') return 'no';
  const source = listFit(rule.sources, ask.source);
  if (source === 'no') return 'no';
  const category = categoryFit(rule.categories, label, profile);
  if (category === 'no') return 'no';
  return weaker(weaker(who, source), weaker(category, dataFit(rule.dataPeriod, ask.dataDate, profile.timeZone)));
}

type Asker = Pick<Ask, 'viewer' | 'purpose'>;

/** Returns how the rule fits who asks, why and when (`at`, in milliseconds since 1970), whatever they ask for. */
export function askerFit(rule: Rule, asker: Asker, at: number, timeZone: string): Fit {
  return isInPeriod(rule, at, timeZone) ? whoFit(rule, asker) : 'no';
}

function isInPeriod({ period }: Rule, at: number, timeZone: string): boolean {
  return period === undefined || within(period, at, timeZone);
}

function whoFit(rule: Rule, { viewer, purpose }: Asker): Fit {
  const agency = listFit(rule.agencies, viewer.agency);
  if (agency === 'no') return 'no';
  return weaker(agency, weaker(listFit(rule.users, viewer.user), listFit(rule.purposes, purpose)));
}

/** An empty list could mean "any" or "none", so it closes but does not open. */
function listFit(list: readonly string[] | undefined, value: string | undefined): Fit {
  if (list === undefined) return 'surely';
  if (list.length === 0) return 'possibly';
  return value !== undefined && list.includes(value) ? 'surely' : 'no';
}

function categoryFit(categories: readonly Category[] | undefined, label: Category, profile: Profile): Fit {
  if (categories === undefined) return 'surely';
  if (categories.length === 0) return 'possibly';
  if (categories.some((category) => covers(profile, category, label))) return 'surely';
  return categories.some((category) => reaches(profile, category, label)) ? 'possibly' : 'no';
}

function dataFit(period: Span | undefined, dataDate: When | undefined, timeZone: string): Fit {
  if (period === undefined) return 'surely';
  if (dataDate === undefined) return 'possibly';
  const first = startOf(dataDate, timeZone);
  const last = isDay(dataDate) ? endOf(dataDate, timeZone) - 1 : first;
  if (within(period, first, timeZone) && within(period, last, timeZone)) return 'surely';
  const apart =
    (period.from !== undefined && last < startOf(period.from, timeZone)) ||
    (period.to !== undefined && first >= endOf(period.to, timeZone));
  return apart ? 'no' : 'possibly';
}

function weaker(one: Fit, other: Fit): Fit {
  if (one === 'no' || other === 'no') return 'no';
  return one === 'surely' ? other : one;
}
