import type { Figures } from '@accord/contract/generated/api';
import { aboutAlert, aboutNeed, alertTerms, needTerms } from '@accord/contract/vocabulary';
import { isClosedWindow, lastClosedDay, latestDay, windowBetween } from '@accord/quality/audit/closedWindows';
import type { Releases } from '../guard/releases.ts';
import type { Mapping, Period } from '../mapping/Mapping.ts';
import { inFives } from './suppress.ts';

/** Earlier than any case management system. */
const beginning = '1900-01-01';

/**
 * The days that the figures cover: the requested ones, or everything up to the end of the last closed quarter.
 *
 * Throws unless they are a calendar quarter, half year or year that is over (`isClosedWindow`). The hub has already refused
 * anything else.
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
 * An agency's figures, with small counts suppressed and others rounded down to fives; null where the agency gives none.
 * What its own policy withholds is not counted by kind, nor on days outside the policy's; a record that is never released
 * still counts as one of the people: a count without it would point at it.
 *
 * Only codes that were counted are listed, in the order of the vocabulary. A code that is neither in the vocabulary nor in
 * the mapping's `agreedAlerts` is left out.
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
  // Several of the agency's own codes may mean the same agreed code.
  const byCode = new Map<string, number>();
  for (const [code, count] of counts) byCode.set(code, (byCode.get(code) ?? 0) + count);
  return terms.flatMap(({ code }) => {
    const count = byCode.get(code) ?? 0;
    return count === 0 ? [] : [{ code, count: inFives(count) }];
  });
}
