import type { Figures } from '@accord/contract/generated/api';
import { alertTerms, needTerms } from '@accord/contract/vocabulary';
import { isDay } from './day.ts';
import type { Mapping, Period } from './Mapping.ts';
import { suppress } from './suppress.ts';

/** Older than any case management system. */
const beginning = '1900-01-01';

/** The days figures are about: those asked for, or everything up to today. Throws where they are no span of days. */
export function periodOf(asked: Period | null | undefined, now: Date): Period {
  const period = asked ?? { from: beginning, to: now.toISOString().slice(0, 10) };
  if (!isDay(period.from) || !isDay(period.to) || period.from > period.to)
    throw new Error('A period runs from a day to the same or a later one, both YYYY-MM-DD.');
  return period;
}

/**
 * An agency's figures with small counts suppressed; null where the agency gives none.
 *
 * Codes stand in the order of the vocabulary, those that were counted only; a code the vocabulary lacks is left out.
 */
export async function figuresOf(mapping: Mapping, period: Period): Promise<Figures | null> {
  if (!mapping.figures) return null;
  const { people, alerts, needs } = await mapping.figures(period);
  return { people: suppress(people), alerts: inOrder(alertTerms, alerts), needs: inOrder(needTerms, needs) };
}

function inOrder(terms: readonly Readonly<{ code: string }>[], counts: Iterable<readonly [string, number]>) {
  // Several of the agency's own codes may mean the same agreed one.
  const byCode = new Map<string, number>();
  for (const [code, count] of counts) byCode.set(code, (byCode.get(code) ?? 0) + count);
  return terms.flatMap(({ code }) => {
    const count = byCode.get(code) ?? 0;
    return count === 0 ? [] : [{ code, count: suppress(count) }];
  });
}
