import type { Ask } from './Ask.ts';
import { covers, reaches } from './covers.ts';
import type { Category, Rule } from './Facts.ts';
import { endOf, isDay, type Span, startOf, type When, within } from './instants.ts';
import type { Profile } from './Profile.ts';
import type { Question } from './Question.ts';

/**
 * Whether a rule is about the question. `possibly`: it may be, but does not say so: data without a date under a rule for
 * certain years, or a sensitive category under a rule that names its parent.
 */
export type Fit = 'surely' | 'possibly' | 'no';

/** How the rule itself fits the question, apart from its exceptions. Values in a list are OR, lists are AND across. */
export function fitOf(rule: Rule, { ask, label, at, profile }: Question): Fit {
  const asker = askerFit(rule, ask, at, profile.timeZone);
  if (asker === 'no') return 'no';
  return [
    asker,
    listFit(rule.sources, ask.source),
    categoryFit(rule.categories, label, profile),
    dataFit(rule.dataPeriod, ask.dataDate, profile.timeZone),
  ].reduce(weaker);
}

/** How the rule fits who asks, why and when (`at`, in milliseconds since 1970), whatever they ask for. */
export function askerFit(
  rule: Rule,
  { viewer, purpose }: Pick<Ask, 'viewer' | 'purpose'>,
  at: number,
  timeZone: string,
): Fit {
  if (rule.period !== undefined && !within(rule.period, at, timeZone)) return 'no';
  return [
    listFit(rule.agencies, viewer.agency),
    listFit(rule.users, viewer.user),
    listFit(rule.purposes, purpose),
  ].reduce(weaker);
}

/** An empty list could mean "any" or "none": it opens nothing, and closes. */
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
