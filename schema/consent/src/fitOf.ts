import { covers, reaches } from './covers.ts';
import type { Category, Rule } from './Facts.ts';
import { endOf, isDay, type Span, startOf, type When, within } from './instants.ts';
import type { Question } from './Question.ts';

/**
 * Whether a rule is about the question. `possibly`: it may be, but does not say so: data without a date under a rule for
 * certain years, or a sensitive category under a rule that names its parent.
 */
export type Fit = 'surely' | 'possibly' | 'no';

/** How the rule itself fits the question, apart from its exceptions. Values in a list are OR, lists are AND across. */
export function fitOf(rule: Rule, question: Question): Fit {
  const { ask, at, profile } = question;
  if (!allows(rule.agencies, ask.viewer.agency)) return 'no';
  if (!allows(rule.users, ask.viewer.user)) return 'no';
  if (!allows(rule.purposes, ask.purpose)) return 'no';
  if (!allows(rule.sources, ask.source)) return 'no';
  if (rule.period !== undefined && !within(rule.period, at, profile.timeZone)) return 'no';
  return weaker(categoryFit(rule.categories, question), dataFit(rule.dataPeriod, ask.dataDate, profile.timeZone));
}

function allows(list: readonly string[] | undefined, value: string | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value));
}

function categoryFit(categories: readonly Category[] | undefined, { label, profile }: Question): Fit {
  if (categories === undefined) return 'surely';
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
