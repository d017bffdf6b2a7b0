import type { Figures } from '@accord/contract/generated/api';
import { aboutAlert, aboutNeed, alertTerms, needTerms } from '@accord/contract/vocabulary';
import { isClosedWindow, lastClosedDay, latestDay, windowBetween } from '@accord/quality/audit/closedWindows';
import type { Releases } from '../guard/releases.ts';
import type { Mapping, Period } from '../mapping/Mapping.ts';
import { inFives } from './suppress.ts';

/** Older than any case management system. */
const beginning = '1900-01-01';

/**
 * The days figures are about: those asked for, or everything up to the end of the last closed quarter.
 *
 * Throws where they are no quarter, half year or year of the calendar that is over (`isClosedWindow`). The hub has refused that before.
 */
export function periodOf(asked: Period | null | undefined, now: Date): Period {
  const today = latestDay(now);
  if (!asked) return { from: beginning, to: lastClosedDay(today) };
  const window = windowBetween(asked);
  if (!window || !isClosedWindow(window, today))
    throw new Error('Figures are only for a past calendar quarter, half year or year.');
  return asked;
}

/**
 * An agency's figures, small counts suppressed and others rounded down to fives; null where the agency gives none. What its own policy keeps back is not
 * counted by kind, nor on days outside; a record that is never released still counts as one of the people.
 *
 * Codes stand in the order of the vocabulary, those that were counted only; a code that neither the vocabulary nor
 * the mapping's `agreedAlerts` has is left out.
 */
export async function figuresOf(
  mapping: Mapping,
  asked: Period,
  { counts, days }: Pick<Releases, 'counts' | 'days'>,
): Promise<Figures | null> {
  const period = { from: laterOf(asked.from, days.from), to: earlierOf(asked.to, days.to) };
  if (!mapping.figures || period.from > period.to) return null;
  const { people, alerts, needs } = await mapping.figures(period);
  const agreed = mapping.agreedAlerts ?? [];
  const counted = (about: (code: string) => readonly string[], all: Counts): Counts =>
    [...all].filter(([code]) => about(code).every(counts));
  return {
    people: inFives(people),
    alerts: inOrder(
      [...alertTerms, ...agreed],
      counted((code) => aboutAlert(code, agreed), alerts),
    ),
    needs: inOrder(needTerms, counted(aboutNeed, needs)),
  };
}

type Counts = Iterable<readonly [string, number]>;
const laterOf = (day: string, limit: string | null): string => (limit !== null && limit > day ? limit : day);
const earlierOf = (day: string, limit: string | null): string => (limit !== null && limit < day ? limit : day);

function inOrder(terms: readonly Readonly<{ code: string }>[], counts: Counts) {
  // Several of the agency's own codes may mean the same agreed one.
  const byCode = new Map<string, number>();
  for (const [code, count] of counts) byCode.set(code, (byCode.get(code) ?? 0) + count);
  return terms.flatMap(({ code }) => {
    const count = byCode.get(code) ?? 0;
    return count === 0 ? [] : [{ code, count: inFives(count) }];
  });
}
